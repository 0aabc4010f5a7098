package org.vigie.advert;

/**
 * Says that a contact joins no adverts, since it is shared by strangers: a site's hotline, an
 * agency's switchboard, a placeholder.
 *
 * @param contact the contact as {@link Contact#key} writes it
 * @param reason what was counted, and the most that may be, in English
 * @param finding the same as a code with arguments; none if an earlier release wrote it
 */
public record ContactCut(String contact, String reason, Finding finding) {
  public ContactCut {
    finding = finding == null ? Finding.NONE : finding;
  }

  /** A cut whose reason is told in English alone, as an earlier release wrote it. */
  public ContactCut(String contact, String reason) {
    this(contact, reason, Finding.NONE);
  }
}
