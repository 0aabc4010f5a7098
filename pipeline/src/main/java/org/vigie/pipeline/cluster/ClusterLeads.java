package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.alert.LeadText;
import org.vigie.pipeline.index.IndexChange;

/** What stored queries and watched texts have to say of clusters. */
final class ClusterLeads {
  private final LeadText texts;
  private final ClusterOutput output;

  ClusterLeads(LeadText texts, ClusterOutput output) {
    this.texts = texts;
    this.output = output;
  }

  /**
   * Tells what matches a cluster.
   *
   * @return whether leads know it under another name now
   */
  boolean tell(ClusterState cluster, ClusterProfile profile) {
    String subject = cluster.subject();
    for (var match : new TreeMap<>(cluster.matches).entrySet()) {
      for (String former : cluster.led) {
        if (!former.equals(subject)) {
          output.leads(Lead.gone(match.getKey(), former));
          leadOnAlert(match.getKey(), former, subject);
        }
      }
      Matches matches = match.getValue();
      texts
          .of(match.getKey(), subject, matches.adverts(), matches.last(), profile)
          .map(alert -> new Lead(match.getKey(), subject, matches.first(), alert))
          .ifPresent(output::leads);
    }
    if (cluster.led.equals(List.of(subject))) {
      return false;
    }
    cluster.led = new ArrayList<>(List.of(subject));
    return true;
  }

  /** Returns whether most adverts of a cluster are cries for help that raise a lead. */
  boolean isOfCriesForHelp(ClusterState cluster) {
    Map<String, Long> matching = new HashMap<>();
    cluster.matches.forEach((key, matches) -> matching.put(key, matches.adverts()));
    return texts.isOfCriesForHelp(matching, cluster.size);
  }

  /** Tells that a cluster won't change any more. */
  void end(ClusterState cluster) {
    for (String name : cluster.led) {
      for (String matcher : new TreeSet<>(cluster.matches.keySet())) {
        output.leads(Lead.forgotten(matcher, name));
      }
    }
  }

  private void leadOnAlert(String matcher, String former, String subject) {
    Optional<String> before = texts.id(matcher, former);
    Optional<String> now = texts.id(matcher, subject);
    if (before.isPresent() && now.isPresent()) {
      output.index(IndexChange.put(new ClusterAlias(before.get(), now.get())));
    }
  }
}
