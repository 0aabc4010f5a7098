package org.vigie.advert;

/**
 * Says that a contact joins no adverts, since it is shared by strangers: a site's hotline, an
 * agency's switchboard, a placeholder.
 *
 * @param contact the contact as {@link Contact#key} writes it
 * @param reason what was counted, and the most that may be
 */
public record ContactCut(String contact, String reason) {}
