package org.vigie.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.advert.Assessment;
import org.vigie.advert.Indicator;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.SignReading;

/**
 * What the signs that a text says add to the risk of each form: signs and what they tell come
 * before the words of one board.
 */
final class SignRisk {
  /** Families that are signs of one form alone; all others are signs of control, in any form. */
  private static final Map<String, Set<Family>> OWN =
      Map.of(
          "sexual",
          Set.of(Family.THIRD_PARTY),
          "forced-criminality",
          Set.of(Family.COMPOUND, Family.CRIME),
          Assessment.OTHER,
          Set.of(Family.ORGAN, Family.MARRIAGE));

  /** Signs of control count in each form that the advert is assessed for. */
  private static final Set<Family> CONTROL =
      EnumSet.complementOf(
          OWN.values().stream()
              .flatMap(Set::stream)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Family.class))));

  /** What a form is called that one model judges with others, by what says it. */
  private static final Map<Family, String> NAMED =
      new EnumMap<>(
          Map.of(
              Family.ORGAN, "organ-removal",
              Family.MARRIAGE, "forced-marriage",
              Family.CRIME, "begging"));

  private static final String BEG = "beg";

  /** What speaks of one of these speaks of a crime, whether or not somebody begs as well. */
  private static final Set<String> OTHER_CRIMES =
      Set.of("steal", "drugs", "parcel", "bank-account", "scam", "chat-work");

  private SignRisk() {}

  /** Returns the assessments with what is said in them, the same where nothing is. */
  static List<Assessment> with(
      List<Assessment> assessments,
      SignReading reading,
      List<Indicator> indicators,
      String model,
      String taxonomy) {
    List<Assessment> all = new ArrayList<>();
    for (String form : Assessment.MODELLED) {
      Assessment own =
          assessments.stream().filter(a -> a.form().equals(form)).findFirst().orElse(null);
      for (FormEvidence evidence : evidence(form, own != null, reading, indicators)) {
        if (!evidence.isEmpty()) {
          all.add(evidence.raised(own, model, taxonomy));
        } else if (own != null) {
          all.add(own);
        }
      }
    }
    return all;
  }

  /** Returns what is said of a form: of others, of each that is named apart. */
  private static List<FormEvidence> evidence(
      String form, boolean open, SignReading reading, List<Indicator> indicators) {
    boolean begging = isOfBegging(reading);
    Set<Family> control = open ? CONTROL : Set.of();
    if (form.equals(Assessment.OTHER)) {
      List<FormEvidence> named =
          NAMED.entrySet().stream()
              .filter(e -> begging || e.getKey() != Family.CRIME)
              .map(e ->
                  FormEvidence.of(
                      e.getValue(), Set.of(e.getKey()), control, reading.said(), indicators))
              .filter(FormEvidence::saysItsOwn)
              .toList();
      if (!named.isEmpty()) {
        return named;
      }
    }
    Set<Family> families = new HashSet<>(OWN.getOrDefault(form, Set.of()));
    families.removeIf(family -> begging && family == Family.CRIME);
    FormEvidence evidence = FormEvidence.of(form, families, control, reading.said(), indicators);
    if (evidence.isEmpty() && open) {
      evidence.addNearest(reading.nearest());
    }
    return List.of(evidence);
  }

  /** Returns whether the text speaks of begging and of no other crime. */
  private static boolean isOfBegging(SignReading reading) {
    Set<String> concepts =
        reading.concepts().stream().map(SignReading.Concept::name).collect(Collectors.toSet());
    return concepts.contains(BEG) && Collections.disjoint(concepts, OTHER_CRIMES);
  }
}
