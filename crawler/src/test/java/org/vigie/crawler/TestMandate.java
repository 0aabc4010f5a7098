package org.vigie.crawler;

import java.time.Instant;
import org.vigie.advert.Mandate;

/** The mandate under which the tests crawl. */
final class TestMandate {
  static final Mandate VALID =
      new Mandate(
          "Unit 7",
          "Art. 8",
          "detection",
          "C-1",
          "A. Judge",
          Instant.parse("2100-01-01T00:00:00Z"));

  private TestMandate() {}
}
