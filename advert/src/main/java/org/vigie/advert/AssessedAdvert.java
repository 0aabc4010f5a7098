package org.vigie.advert;

import java.util.List;

/**
 * An advert with all that was read from its own text and fields.
 *
 * @param advert the advert
 * @param language ISO 639-1 code of its text, or {@code und} where that can't be told
 * @param contacts contacts in order of appearance
 * @param entities prices, ages, working hours, places and names
 * @param indicators indicators in order of their ids
 * @param assessment the model's view of it
 */
public record AssessedAdvert(
    Advert advert,
    String language,
    List<Contact> contacts,
    Entities entities,
    List<Indicator> indicators,
    Assessment assessment) {
  public AssessedAdvert {
    contacts = List.copyOf(contacts);
    // An advert that was written before they were read has none.
    entities = entities == null ? Entities.none() : entities;
    indicators = List.copyOf(indicators);
  }

  /**
   * Returns whether a sign says that a person may be a minor or a child may change hands: such an
   * advert is shown to nobody, indexed nowhere, trained on by nothing, and escalated.
   */
  public boolean minorRisk() {
    return indicators.stream().anyMatch(Indicator::minorRisk);
  }
}
