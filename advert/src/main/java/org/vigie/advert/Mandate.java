package org.vigie.advert;

import java.time.Instant;

/**
 * The authorisation under which adverts are collected, searched or exported (Directive (EU)
 * 2016/680, Art. 4 and 8).
 *
 * @param authority who is responsible, such as a unit's name
 * @param legalBasis the provision that allows it
 * @param purpose what it is for
 * @param caseId the case or operation it belongs to
 * @param approvedBy who approved it
 * @param validUntil first instant at which it no longer holds
 */
public record Mandate(
    String authority,
    String legalBasis,
    String purpose,
    String caseId,
    String approvedBy,
    Instant validUntil) {
  public Mandate {
    require("authority", authority);
    require("legalBasis", legalBasis);
    require("purpose", purpose);
    require("caseId", caseId);
    require("approvedBy", approvedBy);
  }

  /** Returns {@code m-} and 20 hexadecimal digits derived from all that the mandate says. */
  public String id() {
    return ContentId.of(
        "m-", authority, legalBasis, purpose, caseId, approvedBy, validUntil.toString());
  }

  /**
   * Returns this mandate if it holds at an instant.
   *
   * @throws ExpiredMandateException if it doesn't
   */
  public Mandate requireValid(Instant now) {
    if (!now.isBefore(validUntil)) {
      throw new ExpiredMandateException(this);
    }
    return this;
  }

  private static void require(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a mandate needs " + name + ", but it is blank");
    }
  }
}
