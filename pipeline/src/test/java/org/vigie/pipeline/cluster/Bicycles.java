package org.vigie.pipeline.cluster;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.advert.Provenance;
import org.vigie.pipeline.state.Days;

/** One invented advert, as it is seen at one time and another. */
final class Bicycles {
  static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  private Bicycles() {}

  /** Returns the one advert, posted so many days after Monday. */
  static Advert on(int day) {
    return advert("https://example.org/" + day, MONDAY.plus(Duration.ofDays(day)));
  }

  /** Returns an advert that was posted on Monday, from a page of so many days later. */
  static Advert captured(int day) {
    Instant seen = MONDAY.plus(Duration.ofDays(day));
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", seen)
        .url("https://example.org/1")
        .postedAt(MONDAY)
        .body("Bicycle for sale")
        .provenance(new Provenance("pages.warc.gz", 0, "sha256:" + "0".repeat(64), seen))
        .build();
  }

  /** Returns when a day begins. */
  static Watermark day(int day) {
    return new Watermark(dayNumber(day) * Duration.ofDays(1).toMillis());
  }

  static long dayNumber(int day) {
    return Days.of(MONDAY) + day;
  }

  static Observation observed(Advert advert, int hours, Kind kind, String detail) {
    Instant at = MONDAY.plusSeconds(hours * 3_600L);
    return new Observation(advert.id(), at, kind, advert.url(), detail);
  }

  static Advert advert(String url, Instant posted) {
    return advert(url, posted, "Bicycle for sale");
  }

  static Advert minorRisk(String url, Instant posted) {
    return advert(url, posted, RepeatsHarness.MINOR_RISK);
  }

  private static Advert advert(String url, Instant posted, String body) {
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", posted)
        .url(url)
        .postedAt(posted)
        .body(body)
        .build();
  }
}
