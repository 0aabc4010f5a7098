package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.pipeline.contact.CompactStands;
import org.vigie.pipeline.contact.Stand;
import org.vigie.pipeline.state.CompactFacts;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.SortedArrayMap;

/** Reads {@link ClusterState} as its first layout held it, with the texts of its template. */
final class FirstClusterLayout {
  private FirstClusterLayout() {}

  static ClusterState read(CompactInput in) throws IOException {
    ClusterState state = new ClusterState();
    state.size = in.number();
    state.firstSeen = in.instant();
    state.lastSeen = in.instant();
    state.earliestId = in.id();
    if (state.size > 1) {
      state.isNamedAfterEarliest = true;
    } else {
      state.smallestId = state.earliestId;
    }
    List<Map<String, Long>> counts = new ArrayList<>(ClusterStateSerializer.counts(state));
    counts.add(state.counts.accountContacts);
    List<Map<String, Long>> read = in.counts(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      counts.get(i).putAll(read.get(i));
    }
    state.evidence = CompactFacts.readEvidence(in);
    state.days = in.days();
    for (long left = in.number(); left > 0; left--) {
      state.matches.put(in.text(), new Matches(in.number(), in.instant(), in.instant()));
    }
    readVisits(state, in);
    state.highestRisk = in.decimal();
    state.riskMillionths = in.number();
    for (long left = in.number(); left > 0; left--) {
      in.id();
      state.addWording(Wording.of(in.packed().text()), false);
    }
    state.published = in.ids();
    state.told = in.ids();
    state.led = in.ids();
    state.alerts = (int) in.number();
    state.stillSeen = in.signed();
    for (long left = in.number(); left > 0; left--) {
      state.sides.put(in.text(), (int) in.number());
    }
    return state;
  }

  private static void readVisits(ClusterState state, CompactInput in) throws IOException {
    for (long left = in.number(); left > 0; left--) {
      String contact = in.text();
      SortedArrayMap<Integer, Stand> arrivals = new SortedArrayMap<>();
      for (long more = in.number(); more > 0; more--) {
        arrivals.put((int) in.number(), CompactStands.read(in));
      }
      state.visits.put(contact, new Visits(arrivals));
    }
  }
}
