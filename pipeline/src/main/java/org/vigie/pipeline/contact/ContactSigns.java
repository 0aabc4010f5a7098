package org.vigie.pipeline.contact;

import java.util.List;

/**
 * What the adverts of one contact show together, for the clusters that they stand in.
 *
 * @param contact {@link org.vigie.advert.Contact#key}
 * @param signs ids of the scored indicators that it shows, in order; none if it shows none any more
 * @param adverts those of its adverts that are kept one by one, in order of their ids
 * @param forgotten whether the horizon has passed its last advert, so that nothing more is said of
 *     it and what it showed stays said
 */
public record ContactSigns(
    String contact, List<String> signs, List<String> adverts, boolean forgotten) {
  public ContactSigns {
    signs = List.copyOf(signs);
    adverts = List.copyOf(adverts);
  }

  /** Says that a contact has been forgotten. */
  static ContactSigns forgotten(String contact) {
    return new ContactSigns(contact, List.of(), List.of(), true);
  }
}
