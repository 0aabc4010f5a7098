package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Membership;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexChange.Deletion;

/** What the index holds after all changes were applied in order. */
final class AppliedChanges {
  final List<Membership> placed = new ArrayList<>();
  final Map<String, String> aliases = new HashMap<>();
  final SortedMap<String, Long> sizes = new TreeMap<>();
  final SortedMap<String, String> leads = new TreeMap<>();

  /** Returns advert → present name of its cluster, as a reader of the index finds it. */
  SortedMap<String, String> memberships() {
    SortedMap<String, String> memberships = new TreeMap<>();
    for (Membership membership : placed) {
      String name = membership.clusterId();
      while (!sizes.containsKey(name)) {
        name = Objects.requireNonNull(aliases.get(name), name);
      }
      memberships.put(membership.advertId(), name);
    }
    return memberships;
  }

  void apply(Lead lead) {
    if (lead.alert() == null) {
      leads.remove(lead.subject());
    } else {
      leads.put(lead.subject(), lead.first() + " " + lead.alert().headline());
    }
  }

  void apply(IndexChange change) {
    switch (change) {
      case IndexChange.PutMembership(var membership) -> placed.add(membership);
      case IndexChange.PutAlias(var alias) -> aliases.put(alias.formerId(), alias.id());
      case IndexChange.PutCluster(var cluster) -> sizes.put(cluster.id(), cluster.size());
      case IndexChange.Delete(var name, Deletion what) when what == Deletion.CLUSTER ->
          sizes.remove(name);
      default -> {}
    }
  }
}
