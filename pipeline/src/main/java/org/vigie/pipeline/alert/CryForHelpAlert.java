package org.vigie.pipeline.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.CryForHelp;
import org.vigie.advert.Finding;
import org.vigie.advert.Severity;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.finding.EnglishLines;

/** The alert about a cry for help: what its writer says was taken, and who that may be. */
final class CryForHelpAlert {
  private final Taxonomy taxonomy;

  CryForHelpAlert(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /**
   * Returns the alert.
   *
   * @param asked the rule
   * @param subject the cluster's name; of an advert like no other, its id
   * @param matching how many of its adverts cry for help
   * @param last event time of the last of these
   * @param cluster the cluster, an advert like no other being one
   */
  Alert of(Matcher asked, String subject, long matching, Instant last, ClusterProfile cluster) {
    Map<String, Long> signs = new TreeMap<>(cluster.advertIndicators());
    signs.keySet().removeIf(id -> !CryForHelp.isSign(id));
    Recurring said = Recurring.any(signs, cluster.size(), taxonomy);
    List<AlertLine> reasons = new ArrayList<>(said.reasons());
    reasons.add(
        AlertLine.of(
            Finding.of("complaint-writer")
                .with("rule", asked.name())
                .with("version", asked.version())));
    EnglishLines told = EnglishLines.of(headline(matching, cluster, said), reasons);
    return new Alert(
        Alert.idOf(asked.name(), asked.version(), subject),
        asked.name(),
        asked.version(),
        subject,
        CryForHelp.isDanger(signs.keySet()) ? Severity.URGENT : asked.severity(),
        last,
        told.headline(),
        told.reasons(),
        said.among(cluster.evidence()),
        cluster.mainChannel(),
        null,
        String.join(", ", cluster.models().keySet().stream().sorted().toList()),
        taxonomy.version(),
        told.lines());
  }

  private static AlertLine headline(long matching, ClusterProfile cluster, Recurring said) {
    List<String> sites = cluster.sites().keySet().stream().sorted().toList();
    return AlertLine.of(
        Finding.of("complaint")
            .with("adverts", matching)
            .with("sites", sites.size())
            .with("site", sites.isEmpty() ? "" : sites.getFirst()),
        said.names());
  }
}
