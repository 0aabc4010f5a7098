package org.vigie.pipeline.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Finding;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.Outcome;
import org.vigie.advert.Pace;
import org.vigie.advert.Severity;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.finding.EnglishLines;
import org.vigie.text.finding.ReasonLines;
import org.vigie.text.finding.SignLines;
import org.vigie.text.safe.Words;

/**
 * Decides which clusters a person should look at.
 *
 * <p>Each rule asks for several adverts in which scored indicators of several categories recur.
 * Evidence of how the cluster behaves (movement, mass reposting, a burst, several channels) stands
 * for one indicator, since clusters carry evidence and text explains it. One strong sign of control
 * is enough by itself ({@link ControlSigns}). A cluster has one alert, which says all rules that
 * hold.
 */
public final class AlertRules {
  /** The rule of recurring indicators; a cluster's alert has its name in its id. */
  public static final String CAMPAIGN = "campaign";

  public static final String CROSS_CHANNEL = "cross-channel";
  public static final String BURST = "burst";

  /** The rule of the cluster's own risk. */
  public static final String RISK = "cluster-risk";

  /** Version of the rules; a new one makes new alerts. */
  public static final String VERSION = "1";

  /** A day of a cluster stands out if it has this many times the adverts of its usual days. */
  private static final long BURST_TIMES = 5;

  /** Indicators of how a cluster itself behaves: it moves, or is reposted far and wide. */
  private static final Set<String> BEHAVIOUR =
      Set.of(IndicatorIds.LOCATION_VELOCITY, IndicatorIds.MASS_REPOST);

  /** An alert tells why in a line; the cluster's page tells all. */
  private static final int SHOWN_REASONS = 4;

  private final AlertRuleConfig config;
  private final Taxonomy taxonomy;

  public AlertRules(AlertRuleConfig config, Taxonomy taxonomy) {
    this.config = config;
    this.taxonomy = taxonomy;
  }

  /** A rule that holds, and why, with its version. */
  private record Holding(String rule, Optional<AlertLine> reason) {
    static Holding of(String rule, Finding why, List<Finding> parts) {
      Finding versioned = why.with("rule", rule).with("version", VERSION);
      return new Holding(rule, Optional.of(AlertLine.of(versioned, parts)));
    }
  }

  /** Returns the id that an alert about a cluster has if there is one. */
  public static String alertId(String clusterId) {
    return Alert.idOf(CAMPAIGN, VERSION, clusterId);
  }

  /** Returns the alert that a cluster calls for, if it does. */
  public Optional<Alert> evaluate(ClusterProfile cluster) {
    Recurring recurring = Recurring.of(cluster.advertIndicators(), cluster.size(), taxonomy);
    ControlSigns control = ControlSigns.of(cluster.advertIndicators(), cluster.size(), taxonomy);
    List<Holding> holding = holding(cluster, recurring);
    boolean urgent =
        (behaves(cluster) || holding.size() > 1)
            && recurring.categories() > config.campaign().categories();
    if (control.hold(config.campaign().adverts())) {
      boolean isCampaign = !holding.isEmpty() && holding.getFirst().rule().equals(CAMPAIGN);
      Optional<AlertLine> why = Optional.of(AlertLine.of(control.reason("")));
      holding.add(isCampaign ? 1 : 0, new Holding(ControlSigns.RULE, why));
    }
    if (holding.isEmpty()) {
      return Optional.empty();
    }
    EnglishLines told =
        EnglishLines.of(headline(cluster, recurring), reasons(cluster, recurring, holding));
    return Optional.of(
        new Alert(
            alertId(cluster.id()),
            holding.getFirst().rule(),
            VERSION,
            cluster.id(),
            urgent ? Severity.URGENT : Severity.WARNING,
            cluster.lastSeen(),
            told.headline(),
            told.reasons(),
            recurring.among(cluster.evidence()),
            cluster.mainChannel(),
            null,
            String.join(", ", cluster.models().keySet().stream().sorted().toList()),
            taxonomy.version(),
            told.lines()));
  }

  private List<Holding> holding(ClusterProfile cluster, Recurring recurring) {
    List<Holding> holding = new ArrayList<>();
    int withBehaviour = Math.max(1, config.campaign().indicators() - 1);
    if (cluster.size() < config.campaign().adverts()) {
      return holding;
    }
    addRisk(cluster, recurring, holding);
    if (recurring.categories() < config.campaign().categories()
        || recurring.size() < withBehaviour) {
      return holding;
    }
    if (recurring.size() >= config.campaign().indicators() || behaves(cluster)) {
      holding.addFirst(new Holding(CAMPAIGN, Optional.empty()));
    }
    if (cluster.channels().size() >= config.minChannels()) {
      holding.add(Holding.of(CROSS_CHANNEL, Finding.of("several-channels"), channels(cluster)));
    }
    if (isBurst(cluster.pace())) {
      holding.add(Holding.of(BURST, burst(cluster.pace()), List.of()));
    }
    return holding;
  }

  private static List<Finding> channels(ClusterProfile cluster) {
    return cluster.channels().keySet().stream()
        .sorted()
        .map(channel -> Finding.of("channel").with("channel", channel))
        .toList();
  }

  /** A risk calls for a person only where two categories recur, or the cluster itself behaves. */
  private void addRisk(ClusterProfile cluster, Recurring recurring, List<Holding> holding) {
    GroupAssessment made = cluster.assessment();
    if (made != null
        && made.riskProbability() >= config.clusterRisk()
        && (recurring.categories() >= config.campaign().categories() || behaves(cluster))) {
      Finding risk =
          Finding.of("group-risk")
              .with("risk", Words.risk(made.riskProbability()))
              .with("model", made.model());
      holding.add(Holding.of(RISK, risk, strongest(made)));
    }
  }

  private static List<Finding> strongest(GroupAssessment made) {
    return made.reasons().stream()
        .filter(reason -> reason.contribution() > 0)
        .limit(SHOWN_REASONS)
        .map(ReasonLines::feature)
        .toList();
  }

  private boolean isBurst(Pace pace) {
    return pace.most() >= config.burst() && pace.most() >= BURST_TIMES * Math.max(1, pace.usual());
  }

  private static Finding burst(Pace pace) {
    return Finding.of("burst")
        .with("adverts", pace.most())
        .with("day", LocalDate.ofEpochDay(pace.busiestDay()).toString())
        .with("usual", pace.usual());
  }

  private static boolean behaves(ClusterProfile cluster) {
    return cluster.indicators().stream()
        .anyMatch(found -> BEHAVIOUR.contains(found.id()) && !ClusterProfile.isOfContacts(found));
  }

  private static AlertLine headline(ClusterProfile cluster, Recurring recurring) {
    return AlertLine.of(
        Finding.of("campaign")
            .with("adverts", cluster.size())
            .with("sites", cluster.sites().size()),
        recurring.names());
  }

  private static List<AlertLine> reasons(
      ClusterProfile cluster, Recurring recurring, List<Holding> holding) {
    List<AlertLine> reasons = new ArrayList<>(recurring.reasons());
    cluster.indicators().forEach(found -> reasons.add(SignLines.ofGroup(found)));
    holding.forEach(rule -> rule.reason().ifPresent(reasons::add));
    reasons.add(AlertLine.of(extent(cluster)));
    return reasons;
  }

  private static String risk(ClusterProfile cluster) {
    return cluster.models().isEmpty() ? Outcome.NOT_ASSESSED : Words.risk(cluster.highestRisk());
  }

  private static Finding extent(ClusterProfile cluster) {
    return Finding.of("cluster-extent")
        .with("contacts", cluster.contacts().size())
        .with("places", cluster.places().size())
        .with("countries", cluster.countries().size())
        .with("from", Words.day(cluster.firstSeen()))
        .with("to", Words.day(cluster.lastSeen()))
        .with("risk", risk(cluster));
  }
}
