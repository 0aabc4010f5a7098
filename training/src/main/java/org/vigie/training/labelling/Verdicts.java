package org.vigie.training.labelling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the labels of several reviewers come to: an advert is risky if at least two call it so and
 * they are the more, ordinary if those who call it ordinary are the more, and open in all other
 * cases.
 *
 * @param byAdvert advert → reviewer → whether that reviewer last called it risky
 */
public record Verdicts(Map<String, Map<String, Boolean>> byAdvert) {
  /** A label that harms more if it is wrong needs more than one person. */
  private static final int REVIEWERS_OF_RISK = 2;

  /** Returns what some labels come to, the later of one reviewer's holding. */
  public static Verdicts of(List<Label> labels) {
    Map<String, Map<String, Boolean>> byAdvert = new TreeMap<>();
    for (Label label : labels) {
      byAdvert
          .computeIfAbsent(label.id(), id -> new TreeMap<>())
          .put(label.reviewer(), label.risky());
    }
    return new Verdicts(byAdvert);
  }

  /** Returns whether an advert is risky; empty while that is open. */
  public Optional<Boolean> of(String id) {
    Collection<Boolean> said = said(id).values();
    long risky = said.stream().filter(r -> r).count();
    long ordinary = said.size() - risky;
    if (risky >= REVIEWERS_OF_RISK && risky > ordinary) {
      return Optional.of(true);
    }
    return ordinary > risky ? Optional.of(false) : Optional.empty();
  }

  /** Returns whether a reviewer has labelled an advert. */
  public boolean isLabelledBy(String reviewer, String id) {
    return said(id).containsKey(reviewer);
  }

  /** Returns whether an advert was labelled, and another person has to look at it. */
  public boolean needsAnother(String id) {
    return byAdvert.containsKey(id) && of(id).isEmpty();
  }

  private Map<String, Boolean> said(String id) {
    return byAdvert.getOrDefault(id, Map.of());
  }
}
