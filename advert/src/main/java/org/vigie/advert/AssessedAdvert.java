package org.vigie.advert;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advert with all that was read from its own text and fields.
 *
 * @param advert the advert
 * @param language ISO 639-1 code of its text, or {@code und} where that can't be told
 * @param contacts contacts in order of appearance
 * @param entities prices, ages, working hours, places and names
 * @param indicators indicators in order of their ids
 * @param assessments what the model of each form makes of it that it was assessed for, the highest
 *     risk first; a form that is not among them was not assessed. None if nothing reads its
 *     language
 * @param kind what kind of text it is; null if an earlier release wrote it, or if nothing reads its
 *     language
 */
public record AssessedAdvert(
    Advert advert,
    String language,
    List<Contact> contacts,
    Entities entities,
    List<Indicator> indicators,
    List<Assessment> assessments,
    @Nullable TextKind kind) {
  public AssessedAdvert {
    contacts = List.copyOf(contacts);
    // An advert that was written before they were read has none.
    entities = entities == null ? Entities.none() : entities;
    indicators = List.copyOf(indicators);
    assessments =
        assessments.stream()
            .sorted(Comparator.comparingDouble(Assessment::riskProbability).reversed())
            .toList();
  }

  /** An advert whose kind of text is unknown. */
  public AssessedAdvert(
      Advert advert,
      String language,
      List<Contact> contacts,
      Entities entities,
      List<Indicator> indicators,
      List<Assessment> assessments) {
    this(advert, language, contacts, entities, indicators, assessments, null);
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
    return Assessment.MODELLED.stream()
        .filter(form -> assessments.stream().noneMatch(a -> a.modelledForm().equals(form)))
        .toList();
  }

  /** Returns whether it was assessed for a form: it is for none if nothing reads its language. */
  public boolean hasAssessment() {
    return !assessments.isEmpty();
  }

  /**
   * Returns the assessment of the form whose risk is highest.
   *
   * @throws java.util.NoSuchElementException if it was assessed for none
   */
  public Assessment assessment() {
    return assessments.getFirst();
  }

  /** Returns the highest risk, for order and sums alone: 0 where nothing was assessed. */
  public double rankedRisk() {
    return hasAssessment() ? assessment().riskProbability() : 0;
  }

  /** Returns the model of the highest risk, or empty where nothing was assessed. */
  public String model() {
    return hasAssessment() ? assessment().model() : "";
  }

  /** Returns the label of the outcome of the highest risk, or that it was not assessed. */
  public String outcome() {
    return hasAssessment() ? assessment().outcome().label() : Outcome.NOT_ASSESSED;
  }

  /**
   * Returns whether a sign says that a person may be a minor or a child may change hands: such an
   * advert is shown to nobody, indexed nowhere, trained on by nothing, and escalated.
   */
  public boolean minorRisk() {
    return indicators.stream().anyMatch(Indicator::minorRisk);
  }
}
