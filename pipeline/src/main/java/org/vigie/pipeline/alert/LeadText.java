package org.vigie.pipeline.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Finding;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.finding.EnglishLines;

/** Writes what a stored query or a watched text has to say of a cluster or a single advert. */
public final class LeadText {
  private final Map<String, Matcher> matchers;
  private final Taxonomy taxonomy;

  /**
   * @param watch what people asked for
   * @param criesForHelp whether cries for help raise alerts
   */
  public LeadText(Watch watch, boolean criesForHelp, Taxonomy taxonomy) {
    this(criesForHelp ? watch.matchers() : withoutCriesForHelp(watch), taxonomy);
  }

  private static Map<String, Matcher> withoutCriesForHelp(Watch watch) {
    Map<String, Matcher> others = watch.matchers();
    others.remove(Matcher.ofCriesForHelp().key());
    return others;
  }

  LeadText(Map<String, Matcher> matchers, Taxonomy taxonomy) {
    this.matchers = Map.copyOf(matchers);
    this.taxonomy = taxonomy;
  }

  /**
   * Returns the alert; empty if nobody asks for it any more.
   *
   * @param matcher {@link Matcher#key}
   * @param subject the cluster's name; of an advert like no other, its id
   * @param matching how many of its adverts match
   * @param last event time of the last of these
   * @param cluster the cluster, an advert like no other being one
   */
  public Optional<Alert> of(
      String matcher, String subject, long matching, Instant last, ClusterProfile cluster) {
    return Optional.ofNullable(matchers.get(matcher))
        .map(asked -> alert(asked, subject, matching, last, cluster));
  }

  /** Returns the id that the alert on a subject has; empty if nobody asks for it any more. */
  public Optional<String> id(String matcher, String subject) {
    return Optional.ofNullable(matchers.get(matcher)).map(asked -> id(asked, subject));
  }

  private static String id(Matcher asked, String subject) {
    return Alert.idOf(asked.name(), asked.version(), subject);
  }

  /** Returns whether half of a group's adverts or more are cries for help, alerted to or not. */
  public boolean isOfCriesForHelp(Map<String, Long> matching, long adverts) {
    return 2 * matching.getOrDefault(Matcher.ofCriesForHelp().key(), 0L) >= adverts;
  }

  private Alert alert(
      Matcher asked, String subject, long matching, Instant last, ClusterProfile cluster) {
    if (asked.kind() == Matcher.Kind.CRY_FOR_HELP) {
      return new CryForHelpAlert(taxonomy).of(asked, subject, matching, last, cluster);
    }
    Recurring recurring = Recurring.of(cluster.advertIndicators(), cluster.size(), taxonomy);
    List<AlertLine> reasons = new ArrayList<>();
    if (cluster.size() > 1) {
      reasons.add(
          AlertLine.of(
              Finding.of("cluster-matches").with("adverts", matching).with("all", cluster.size())));
    }
    reasons.addAll(recurring.reasons());
    EnglishLines told = EnglishLines.of(headline(asked, matching, cluster), reasons);
    return new Alert(
        id(asked, subject),
        asked.name(),
        asked.version(),
        subject,
        asked.severity(),
        last,
        told.headline(),
        told.reasons(),
        recurring.among(cluster.evidence()),
        cluster.mainChannel(),
        null,
        String.join(", ", cluster.models().keySet().stream().sorted().toList()),
        taxonomy.version(),
        told.lines());
  }

  private static AlertLine headline(Matcher asked, long matching, ClusterProfile cluster) {
    List<String> sites = cluster.sites().keySet().stream().sorted().toList();
    return AlertLine.of(
        Finding.of(asked.kind() == Matcher.Kind.QUERY ? "query-match" : "text-match")
            .with("adverts", matching)
            .with("sites", sites.size())
            .with("site", sites.isEmpty() ? "" : sites.getFirst())
            .with("query", asked.name()));
  }
}
