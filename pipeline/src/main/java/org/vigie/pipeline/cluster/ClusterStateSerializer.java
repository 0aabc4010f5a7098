package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.contact.CompactStands;
import org.vigie.pipeline.contact.Stand;
import org.vigie.pipeline.state.CompactFacts;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;
import org.vigie.pipeline.state.PackedText;

/**
 * Writes {@link ClusterState}: counts without what is empty, and no template, which follows from
 * the texts.
 */
final class ClusterStateSerializer extends CompactSerializer<ClusterState> {
  private static final long serialVersionUID = 1L;

  ClusterStateSerializer() {
    super(false);
  }

  @Override
  protected int layout() {
    return 1;
  }

  @Override
  protected void write(ClusterState state, CompactOutput out) throws IOException {
    out.number(state.size);
    out.instant(state.firstSeen);
    out.instant(state.lastSeen);
    out.id(state.earliestId);
    out.counts(counts(state));
    CompactFacts.write(state.evidence, out);
    out.days(state.days);
    writeMatches(state.matches, out);
    writeVisits(state.visits, out);
    out.decimal(state.highestRisk);
    out.number(state.riskMillionths);
    writeTexts(state.texts, out);
    out.ids(state.published);
    out.ids(state.told);
    out.ids(state.led);
    out.number(state.alerts);
    out.signed(state.stillSeen);
    out.number(state.sides.size());
    for (Map.Entry<String, Integer> side : new TreeMap<>(state.sides).entrySet()) {
      out.text(side.getKey());
      out.number(side.getValue());
    }
  }

  @Override
  protected ClusterState read(int layout, CompactInput in) throws IOException {
    ClusterState state = new ClusterState();
    state.size = in.number();
    state.firstSeen = in.instant();
    state.lastSeen = in.instant();
    state.earliestId = in.id();
    List<Map<String, Long>> counts = counts(state);
    List<Map<String, Long>> read = in.counts(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      counts.get(i).putAll(read.get(i));
    }
    state.evidence = CompactFacts.readEvidence(in);
    state.days = in.days();
    state.matches = readMatches(in);
    state.visits = readVisits(in);
    state.highestRisk = in.decimal();
    state.riskMillionths = in.number();
    state.texts = readTexts(in);
    state.templateIsStale = !state.texts.isEmpty();
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

  /** In the order in which they are written. */
  private static List<Map<String, Long>> counts(ClusterState state) {
    return List.of(
        state.contacts,
        state.places,
        state.countries,
        state.sites,
        state.channels,
        state.languages,
        state.indicators,
        state.employers,
        state.models,
        state.names,
        state.accountContacts);
  }

  private static void writeMatches(Map<String, Matches> matches, CompactOutput out)
      throws IOException {
    out.number(matches.size());
    for (Map.Entry<String, Matches> match : new TreeMap<>(matches).entrySet()) {
      out.text(match.getKey());
      out.number(match.getValue().adverts());
      out.instant(match.getValue().first());
      out.instant(match.getValue().last());
    }
  }

  private static Map<String, Matches> readMatches(CompactInput in) throws IOException {
    Map<String, Matches> matches = new HashMap<>();
    for (long left = in.number(); left > 0; left--) {
      matches.put(in.text(), new Matches(in.number(), in.instant(), in.instant()));
    }
    return matches;
  }

  private static void writeVisits(Map<String, Visits> visits, CompactOutput out)
      throws IOException {
    out.number(visits.size());
    for (Map.Entry<String, Visits> contact : new TreeMap<>(visits).entrySet()) {
      Map<Integer, Stand> arrivals = new TreeMap<>(contact.getValue().arrivals());
      out.text(contact.getKey());
      out.number(arrivals.size());
      for (Map.Entry<Integer, Stand> arrival : arrivals.entrySet()) {
        out.number(arrival.getKey());
        CompactStands.write(arrival.getValue(), out);
      }
    }
  }

  private static Map<String, Visits> readVisits(CompactInput in) throws IOException {
    Map<String, Visits> visits = new HashMap<>();
    for (long left = in.number(); left > 0; left--) {
      String contact = in.text();
      Map<Integer, Stand> arrivals = new HashMap<>();
      for (long more = in.number(); more > 0; more--) {
        arrivals.put((int) in.number(), CompactStands.read(in));
      }
      visits.put(contact, new Visits(arrivals));
    }
    return visits;
  }

  private static void writeTexts(Map<String, PackedText> texts, CompactOutput out)
      throws IOException {
    out.number(texts.size());
    for (Map.Entry<String, PackedText> text : new TreeMap<>(texts).entrySet()) {
      out.id(text.getKey());
      out.packed(text.getValue());
    }
  }

  private static Map<String, PackedText> readTexts(CompactInput in) throws IOException {
    Map<String, PackedText> texts = new HashMap<>();
    for (long left = in.number(); left > 0; left--) {
      texts.put(in.id(), in.packed());
    }
    return texts;
  }

  @Override
  public ClusterState createInstance() {
    return new ClusterState();
  }

  @Override
  public TypeSerializerSnapshot<ClusterState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ClusterState> {
    public Snapshot() {
      super(ClusterStateSerializer::new);
    }
  }
}
