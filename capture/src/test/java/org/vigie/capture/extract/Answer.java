package org.vigie.capture.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Payload;

/** A server's answer, made up in a test. */
public record Answer(String url, Map<String, String> headers, byte[] body) {
  public static Answer of(String url, String contentType, String body) {
    return of(url, contentType, body.getBytes(UTF_8));
  }

  public static Answer of(String url, String contentType, byte[] body) {
    return new Answer(url, Map.of("content-type", contentType), body);
  }

  public static Answer html(String url, String body) {
    return of(url, "text/html; charset=utf-8", body);
  }

  public static Answer json(String url, String body) {
    return of(url, "application/json", body);
  }

  Answer withBody(byte[] other) {
    return new Answer(url, headers, other);
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(url, more, body);
  }

  public Extraction extract() {
    return extract("");
  }

  /** Returns the one advert that stands in it. */
  public Advert onlyAdvert() {
    List<Advert> adverts = extract().adverts();
    assertThat(adverts).hasSize(1);
    return adverts.getFirst();
  }

  Extraction extract(String hint) {
    Capture capture =
        new Capture(
            url,
            Instant.parse("2026-03-01T12:00:00Z"),
            200,
            headers,
            "sha256:00",
            "test.warc.gz",
            7,
            "m-0");
    return new AdvertExtractor().extract(capture, body, hint);
  }

  public Payload payload() {
    return Payload.of(SharedPages.capture(url, headers.get("content-type")), body);
  }
}
