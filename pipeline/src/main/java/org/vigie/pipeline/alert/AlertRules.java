package org.vigie.pipeline.alert;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.Severity;
import org.vigie.advert.TemplatePart;
import org.vigie.classifier.Taxonomy;

/**
 * Decides which clusters a person should look at.
 *
 * <p>One rule so far: a campaign of several adverts in which several scored indicators of several
 * categories recur. Evidence of movement or of mass reposting stands for one indicator, since
 * clusters carry evidence and text explains it.
 */
public final class AlertRules {
  /** Name of the rule. */
  public static final String CAMPAIGN = "campaign";

  /** Version of the rule; a new one makes new alerts. */
  public static final String VERSION = "1";

  private final AlertRuleConfig config;
  private final Taxonomy taxonomy;

  public AlertRules(AlertRuleConfig config, Taxonomy taxonomy) {
    this.config = config;
    this.taxonomy = taxonomy;
  }

  /** Returns the id that an alert about a cluster has if there is one. */
  public static String alertId(String clusterId) {
    return Alert.idOf(CAMPAIGN, VERSION, clusterId);
  }

  /** Returns the alert that a cluster calls for, if it does. */
  public Optional<Alert> evaluate(ClusterProfile cluster) {
    List<Map.Entry<String, Long>> recurring = recurringIndicators(cluster);
    Set<String> categories = new TreeSet<>();
    recurring.forEach(entry -> categories.add(row(entry.getKey()).category()));
    boolean behaviour = hasBehaviouralEvidence(cluster);
    int needed = Math.max(1, config.minIndicators() - (behaviour ? 1 : 0));
    if (cluster.size() < config.minClusterSize()
        || recurring.size() < needed
        || categories.size() < config.minCategories()) {
      return Optional.empty();
    }
    boolean urgent = behaviour && categories.size() > config.minCategories();
    return Optional.of(
        new Alert(
            alertId(cluster.id()),
            CAMPAIGN,
            VERSION,
            cluster.id(),
            urgent ? Severity.URGENT : Severity.WARNING,
            cluster.lastSeen(),
            headline(cluster, recurring),
            reasons(cluster, recurring),
            "",
            taxonomy.version()));
  }

  private List<Map.Entry<String, Long>> recurringIndicators(ClusterProfile cluster) {
    return cluster.advertIndicators().entrySet().stream()
        .filter(entry -> entry.getValue() * 2 >= cluster.size())
        .filter(entry -> row(entry.getKey()).scored())
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  private boolean hasBehaviouralEvidence(ClusterProfile cluster) {
    return cluster.indicators().stream()
        .anyMatch(found -> found.scored() && !found.id().startsWith("OA-"));
  }

  private String headline(ClusterProfile cluster, List<Map.Entry<String, Long>> recurring) {
    List<String> names =
        recurring.stream().limit(3).map(entry -> row(entry.getKey()).name()).toList();
    return cluster.size()
        + " adverts of one campaign on "
        + plural(cluster.sites().size(), "site")
        + ": "
        + String.join(", ", names);
  }

  private List<String> reasons(ClusterProfile cluster, List<Map.Entry<String, Long>> recurring) {
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<String, Long> entry : recurring) {
      Indicator row = row(entry.getKey());
      reasons.add(
          described(row) + " in " + entry.getValue() + " of " + cluster.size() + " adverts");
    }
    for (Indicator found : cluster.indicators()) {
      reasons.add(described(found) + ": " + found.detail());
    }
    long slots = cluster.template().parts().stream().filter(TemplatePart::isSlot).count();
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s, %s, %s, %s; from %s to %s; highest risk %.2f",
            plural(slots, "slot"),
            plural(cluster.contacts().size(), "contact"),
            plural(cluster.places().size(), "place"),
            plural(cluster.countries().size(), "country", "countries"),
            date(cluster.firstSeen()),
            date(cluster.lastSeen()),
            cluster.highestRisk()));
    return reasons;
  }

  private static String described(Indicator row) {
    return row.id() + " " + row.name() + " (" + row.grade().symbol() + ", " + row.category() + ")";
  }

  private Indicator row(String id) {
    return taxonomy.indicator(id, List.of(), "");
  }

  private static LocalDate date(java.time.Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String plural(long count, String noun) {
    return plural(count, noun, noun + "s");
  }

  private static String plural(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
