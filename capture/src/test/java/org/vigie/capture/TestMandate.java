package org.vigie.capture;

import java.time.Instant;
import java.util.EnumSet;
import org.vigie.advert.Mandate;
import org.vigie.advert.Mandate.Permission;

/** The mandate under which the tests crawl. */
public final class TestMandate {
  public static final Mandate VALID =
      new Mandate(
          "Unit 7",
          "Art. 8",
          "detection",
          "C-1",
          "A. Judge",
          Instant.parse("2100-01-01T00:00:00Z"));

  /** The same, which permits digests of pictures too. */
  public static final Mandate WITH_IMAGES =
      new Mandate(
          VALID.authority(),
          VALID.legalBasis(),
          VALID.purpose(),
          VALID.caseId(),
          VALID.approvedBy(),
          VALID.validUntil(),
          EnumSet.of(Permission.IMAGE_HASHES));

  private TestMandate() {}
}
