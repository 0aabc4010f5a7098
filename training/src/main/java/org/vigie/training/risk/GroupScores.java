package org.vigie.training.risk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.risk.GroupFacts;
import org.vigie.classifier.risk.GroupFacts.Spread;
import org.vigie.classifier.risk.GroupModel;

/** What a model of groups says of a few invented groups, kept beside it so that a change shows. */
public final class GroupScores {
  private GroupScores() {}

  /**
   * One group with what the model says of it.
   *
   * @param group what it is, in words
   * @param logOdds calibrated log-odds of risk
   */
  public record Expected(String group, @JsonProperty("log-odds") double logOdds) {}

  public static List<Expected> compute(GroupModel model) {
    return List.of(
        expected("one person who posts the same twice", model, small()),
        expected("a firm with offices in six towns", model, firm()),
        expected("one contact, four persons, five places, three signs", model, organised()));
  }

  private static GroupFacts small() {
    return new GroupFacts(2, 1, new Spread(1, 1, 1, 1), 0.05, 0.06, Map.of(), List.of());
  }

  private static GroupFacts firm() {
    return new GroupFacts(
        12,
        0,
        new Spread(3, 6, 1, 1),
        0.1,
        0.2,
        Map.of(IndicatorIds.AGENCY_OR_MANAGER_WORDING, 12L),
        List.of());
  }

  private static GroupFacts organised() {
    return new GroupFacts(
        14,
        4,
        new Spread(1, 5, 2, 2),
        0.7,
        0.9,
        Map.of(
            IndicatorIds.OBSCURED_CONTACT,
            9L,
            IndicatorIds.THIRD_PARTY_VOICE,
            14L,
            IndicatorIds.PERMANENT_AVAILABILITY,
            14L,
            IndicatorIds.DEBT_BONDAGE,
            10L),
        List.of());
  }

  private static Expected expected(String group, GroupModel model, GroupFacts facts) {
    return new Expected(group, model.assess(facts).logOdds());
  }
}
