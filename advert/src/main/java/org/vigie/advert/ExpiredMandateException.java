package org.vigie.advert;

/** Says that an act was refused because its mandate no longer holds. */
public final class ExpiredMandateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExpiredMandateException(Mandate mandate) {
    super(
        "the mandate "
            + mandate.id()
            + " for case "
            + mandate.caseId()
            + " must be valid now, but expired at "
            + mandate.validUntil());
  }
}
