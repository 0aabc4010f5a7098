package org.vigie.advert;

import java.util.Comparator;
import java.util.List;

/**
 * An advert with all that was read from its own text and fields.
 *
 * @param advert the advert
 * @param language ISO 639-1 code of its text, or {@code und} where that can't be told
 * @param contacts contacts in order of appearance
 * @param entities prices, ages, working hours, places and names
 * @param indicators indicators in order of their ids
 * @param assessments what the model of each form makes of it that it was assessed for, at least
 *     one, the highest risk first; a form that is not among them was not assessed
 */
public record AssessedAdvert(
    Advert advert,
    String language,
    List<Contact> contacts,
    Entities entities,
    List<Indicator> indicators,
    List<Assessment> assessments) {
  public AssessedAdvert {
    contacts = List.copyOf(contacts);
    // An advert that was written before they were read has none.
    entities = entities == null ? Entities.none() : entities;
    indicators = List.copyOf(indicators);
    if (assessments.isEmpty()) {
      throw new IllegalArgumentException(
          "advert " + advert.id() + " must be assessed for a form, but is for none");
    }
    assessments =
        assessments.stream()
            .sorted(Comparator.comparingDouble(Assessment::riskProbability).reversed())
            .toList();
  }

  /** An advert that was assessed for one form alone. */
  public AssessedAdvert(
      Advert advert,
      String language,
      List<Contact> contacts,
      Entities entities,
      List<Indicator> indicators,
      Assessment assessment) {
    this(advert, language, contacts, entities, indicators, List.of(assessment));
  }

  /** Returns the forms it was not assessed for: nothing it says or shows is of their kind. */
  public List<String> notAssessedFor() {
    return Assessment.FORMS.stream()
        .filter(form -> assessments.stream().noneMatch(a -> a.form().equals(form)))
        .toList();
  }

  /** Returns the assessment of the form whose risk is highest. */
  public Assessment assessment() {
    return assessments.getFirst();
  }

  /**
   * Returns whether a sign says that a person may be a minor or a child may change hands: such an
   * advert is shown to nobody, indexed nowhere, trained on by nothing, and escalated.
   */
  public boolean minorRisk() {
    return indicators.stream().anyMatch(Indicator::minorRisk);
  }
}
