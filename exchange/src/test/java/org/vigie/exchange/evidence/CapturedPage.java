package org.vigie.exchange.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.vigie.advert.Capture;
import org.vigie.advert.Provenance;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.RawResponse;
import org.vigie.capture.warc.TlsFacts;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.exchange.Adverts;

/** A page that was archived among others. */
final class CapturedPage {
  /** Hash of the certificate that the server showed as its own. */
  static final String OWN = "sha256:" + "0a".repeat(32);

  /** Hash of the certificate that it showed of its authority. */
  static final String AUTHORITY = "sha256:" + "0b".repeat(32);

  private CapturedPage() {}

  static Provenance in(Path captures) throws IOException {
    return in(captures, "<p>seven");
  }

  static Provenance in(Path captures, String html) throws IOException {
    Clock clock = Clock.fixed(Adverts.NOON, ZoneOffset.UTC);
    try (WarcArchive archive =
        new WarcArchive(captures, Adverts.MANDATE, clock, WarcLedger.none())) {
      archive.write(page("https://example.org/jobs/6", "<p>six"), Adverts.MANDATE);
      Capture capture = archive.write(page("https://example.org/jobs/7", html), Adverts.MANDATE);
      return new Provenance(
          capture.container(), capture.offset(), capture.payloadDigest(), Adverts.NOON);
    }
  }

  private static Exchange page(String url, String html) {
    return new Exchange(
        url,
        "192.0.2.1",
        Adverts.NOON,
        Duration.ofMillis(5),
        "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n".getBytes(UTF_8),
        new RawResponse(
            "HTTP/1.1",
            200,
            "OK",
            List.of(new HeaderLine("Content-Type", "text/html")),
            html.getBytes(UTF_8),
            false,
            null),
        new TlsFacts(
            "TLSv1.3", "TLS_AES_128_GCM_SHA256", "CN=example.org", List.of(OWN, AUTHORITY)));
  }
}
