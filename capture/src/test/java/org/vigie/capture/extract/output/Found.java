package org.vigie.capture.extract.output;

import java.time.Instant;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Channel;

/** Invented adverts for tests. */
public final class Found {
  private static final Instant SEEN = Instant.parse("2026-02-01T00:00:00Z");

  public static final FoundAdvert ROOM =
      new FoundAdvert(
          Advert.builder(Channel.CLASSIFIEDS, "a.example.org", SEEN)
              .sourceId("7")
              .url("https://a.example.org/7")
              .postedAt(Instant.parse("2026-01-05T09:00:00Z"))
              .title("Room")
              .body("Two\nlines")
              .language("en")
              .country("FR")
              .place("Lyon")
              .field("rooms", "1")
              .field("price", "100 EUR")
              .mandate("m-1")
              .build(),
          capture("https://a.example.org/7", "sha256:ab", 512));

  public static final FoundAdvert BARE =
      new FoundAdvert(
          Advert.builder(Channel.FEED, "b.example.org", SEEN).body("x").mandate("m-1").build(),
          capture("https://b.example.org/feed", "sha256:cd", 0));

  private Found() {}

  private static Capture capture(String url, String digest, long offset) {
    return new Capture(url, SEEN, 200, Map.of(), digest, "vigie-1.warc.gz", offset, "m-1");
  }
}
