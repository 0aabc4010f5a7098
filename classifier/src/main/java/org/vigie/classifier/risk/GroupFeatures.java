package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.safe.Words;

/**
 * Turns what is known of a group of adverts into what its model weighs: counts as binary
 * logarithms, since the step from one place to two says more than that from ten to eleven;
 * indicators of adverts as the share that shows them; those of the group as a whole as they are.
 */
public final class GroupFeatures {
  private static final double LOG_2 = StrictMath.log(2);

  /** Of more than 31 nothing was trained on, so that more says no more. */
  private static final double MOST = 5;

  private final Taxonomy taxonomy;

  public GroupFeatures(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /**
   * One thing to weigh, with how a person reads it.
   *
   * @param feature what it is and how much of it there is
   * @param found such as {@code group-adverts} with their number
   */
  record Worded(Feature feature, Finding found) {}

  /** Returns what may be weighed of a group, in the same order each time. */
  List<Worded> of(GroupFacts group) {
    List<Worded> all = new ArrayList<>();
    count("adverts", group.adverts(), "group-adverts", all);
    count("persons", group.persons(), "group-persons", all);
    count("contacts", group.spread().contacts(), "group-contacts", all);
    count("places", group.spread().places(), "group-places", all);
    count("countries", group.spread().countries(), "group-countries", all);
    count("channels", group.spread().channels(), "group-channels", all);
    risk("mean risk", group.meanRisk(), "group-mean-risk", all);
    risk("highest risk", group.highestRisk(), "group-highest-risk", all);
    for (Map.Entry<String, Long> shown : new TreeMap<>(group.advertIndicators()).entrySet()) {
      if (taxonomy.ids().contains(shown.getKey())) {
        share(shown.getKey(), shown.getValue(), group.adverts(), all);
      }
    }
    for (Indicator whole : group.indicators()) {
      if (whole.scored()) {
        add("whole:" + whole.id(), 1, Finding.of("group-sign").with(whole), all);
      }
    }
    return all;
  }

  /** Returns what may be weighed without the words. */
  public List<Feature> features(GroupFacts group) {
    return of(group).stream().map(Worded::feature).toList();
  }

  /** Returns whether a feature is a warning sign, of the adverts or of the group as a whole. */
  public static boolean isSign(String feature) {
    return feature.startsWith(Feature.INDICATOR) || feature.startsWith("whole:");
  }

  private void share(String id, long showing, long adverts, List<Worded> all) {
    Indicator indicator = taxonomy.indicator(id);
    if (indicator.scored()) {
      add(
          Feature.INDICATOR + id,
          Math.min(1.0, (double) showing / adverts),
          Finding.of("group-sign-of-adverts")
              .with(indicator)
              .with("adverts", showing)
              .with("all", adverts),
          all);
    }
  }

  private static void count(String name, long count, String code, List<Worded> all) {
    if (count > 0) {
      add(
          "group:" + name,
          Math.min(MOST, StrictMath.log1p(count) / LOG_2),
          Finding.of(code).with(name, count),
          all);
    }
  }

  private static void risk(String name, double risk, String code, List<Worded> all) {
    if (risk > 0) {
      add("group:" + name, risk, Finding.of(code).with("risk", Words.risk(risk)), all);
    }
  }

  private static void add(String name, double value, Finding found, List<Worded> all) {
    all.add(new Worded(new Feature(name, value, List.of()), found));
  }
}
