package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.contact.CompactStands;
import org.vigie.pipeline.contact.Stand;
import org.vigie.pipeline.state.CompactFacts;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.SortedArrayMap;

/**
 * Writes {@link ClusterState}: of what follows from the rest, as most of a single advert's does,
 * only that it does.
 */
final class ClusterStateSerializer extends CompactSerializer<ClusterState> {
  private static final long serialVersionUID = 1L;

  private static final int LAYOUT = 5;

  private static final int PUBLISHED_BY_NAME = 1;
  private static final int TOLD_BY_NAME = 2;
  private static final int LED_BY_SUBJECT = 4;
  private static final int ON_ONE_DAY = 8;
  private static final int OF_ONE_RISK = 16;
  private static final int TEXTS_VARY = 32;
  private static final int UNDER_EARLIEST = 64;

  /** Since layout 3. */
  private static final int SAYS_ALIKE = 128;

  /** Since layout 4, in an octet of its own. */
  private static final int NAMED_AFTER_EARLIEST = 1;

  private static final int SMALLEST_IS_EARLIEST = 2;
  private static final int HAS_FORMER_NAMES = 4;

  private static final int MILLION = 1_000_000;

  ClusterStateSerializer() {
    super(true); // ClusterForest keeps them in an InPlaceMap
  }

  @Override
  protected int layout() {
    return LAYOUT;
  }

  @Override
  protected void write(ClusterState state, CompactOutput out) throws IOException {
    int flags = flags(state);
    int ofName = flagsOfName(state);
    out.octet(flags);
    out.octet(ofName);
    out.number(state.size);
    out.instant(state.firstSeen);
    out.instant(state.lastSeen, state.firstSeen);
    if ((flags & UNDER_EARLIEST) == 0) {
      out.id(state.earliestId);
    }
    if ((ofName & (SMALLEST_IS_EARLIEST | NAMED_AFTER_EARLIEST)) == 0) {
      out.id(state.smallestId);
    }
    out.number(state.wording);
    out.wordCounts(counts(state));
    if ((flags & SAYS_ALIKE) != 0) {
      out.wordCounts(List.of(state.counts.said));
    }
    writeAccountContacts(state.counts.accountContacts, out);
    CompactFacts.writeInWords(state.evidence, state.earliestId, out);
    if ((flags & ON_ONE_DAY) == 0) {
      out.days(state.days);
    }
    writeMatches(state, out);
    writeVisits(state, out);
    out.fraction(state.highestRisk, MILLION);
    if ((flags & OF_ONE_RISK) == 0) {
      out.number(state.riskMillionths);
    }
    writeUnless((flags & PUBLISHED_BY_NAME) != 0, state.published, out);
    writeUnless((flags & TOLD_BY_NAME) != 0, state.told, out);
    writeUnless((flags & LED_BY_SUBJECT) != 0, state.led, out);
    out.number(state.alerts);
    out.signed(state.stillSeen - Days.of(state.firstSeen));
    out.number(state.sides.size());
    for (Map.Entry<String, Integer> side : state.sides.entrySet()) {
      out.word(side.getKey());
      out.number(side.getValue());
    }
  }

  @Override
  protected ClusterState read(int layout, CompactInput in) throws IOException {
    ClusterState state = layout == 1 ? FirstClusterLayout.read(in) : readLater(layout, in);
    if (layout < LAYOUT) {
      // Until then it was the day on which one was seen again, if any was.
      state.stillSeen = Math.max(state.stillSeen, Days.of(state.lastSeen));
    }
    return state;
  }

  private static ClusterState readLater(int layout, CompactInput in) throws IOException {
    ClusterState state = new ClusterState();
    int flags = in.octet();
    int ofName = layout < 4 ? 0 : in.octet();
    state.size = in.number();
    if (layout < 4) {
      ofName = state.size > 1 ? NAMED_AFTER_EARLIEST : SMALLEST_IS_EARLIEST;
    }
    state.firstSeen = in.instant();
    state.lastSeen = in.instant(state.firstSeen);
    state.earliestId = (flags & UNDER_EARLIEST) == 0 ? in.id() : "";
    state.isNamedAfterEarliest = (ofName & NAMED_AFTER_EARLIEST) != 0;
    state.hasFormerNames = (ofName & HAS_FORMER_NAMES) != 0;
    if (!state.isNamedAfterEarliest) {
      state.smallestId = (ofName & SMALLEST_IS_EARLIEST) != 0 ? state.earliestId : in.id();
    }
    state.wording = (int) in.number();
    state.textsVary = (flags & TEXTS_VARY) != 0;
    List<Map<String, Long>> counts = counts(state);
    List<Map<String, Long>> read = in.wordCounts(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      counts.get(i).putAll(read.get(i));
    }
    if ((flags & SAYS_ALIKE) != 0) {
      state.counts.said.putAll(in.wordCounts(1).getFirst());
    }
    readAccountContacts(state, in);
    state.evidence = CompactFacts.readEvidenceInWords(state.earliestId, in);
    state.days = (flags & ON_ONE_DAY) != 0 ? oneDay(state) : in.days();
    readMatches(state, in);
    readVisits(state, in);
    state.highestRisk = in.fraction(MILLION);
    state.riskMillionths = (flags & OF_ONE_RISK) != 0 ? oneRisk(state) : in.number();
    boolean isNamed = !state.namesake().isEmpty();
    state.published =
        (flags & PUBLISHED_BY_NAME) != 0 ? one(isNamed ? state.name() : "") : in.ids();
    state.told = (flags & TOLD_BY_NAME) != 0 ? one(isNamed ? state.name() : "") : in.ids();
    state.led = (flags & LED_BY_SUBJECT) != 0 ? one(isNamed ? state.subject() : "") : in.ids();
    state.alerts = (int) in.number();
    state.stillSeen = in.signed() + Days.of(state.firstSeen);
    for (long left = in.number(); left > 0; left--) {
      state.sides.put(in.word(), (int) in.number());
    }
    return state;
  }

  private static int flagsOfName(ClusterState state) {
    return (state.isNamedAfterEarliest ? NAMED_AFTER_EARLIEST : 0)
        | (state.smallestId.equals(state.earliestId) ? SMALLEST_IS_EARLIEST : 0)
        | (state.hasFormerNames ? HAS_FORMER_NAMES : 0);
  }

  private static int flags(ClusterState state) {
    boolean isNamed = !state.namesake().isEmpty();
    return (isNamed && state.published.equals(List.of(state.name())) ? PUBLISHED_BY_NAME : 0)
        | (isNamed && state.told.equals(List.of(state.name())) ? TOLD_BY_NAME : 0)
        | (isNamed && state.led.equals(List.of(state.subject())) ? LED_BY_SUBJECT : 0)
        | (state.days.equals(oneDay(state)) ? ON_ONE_DAY : 0)
        | (state.riskMillionths == oneRisk(state) ? OF_ONE_RISK : 0)
        | (state.textsVary ? TEXTS_VARY : 0)
        | (state.counts.said.isEmpty() ? 0 : SAYS_ALIKE)
        | (isNamed && state.earliestId.equals(state.root) ? UNDER_EARLIEST : 0);
  }

  /** Returns the days of adverts that came on that of the first. */
  private static SortedArrayMap<Long, Long> oneDay(ClusterState state) {
    SortedArrayMap<Long, Long> days = new SortedArrayMap<>();
    if (state.size > 0) {
      days.put(Days.of(state.firstSeen), state.size);
    }
    return days;
  }

  /** Returns the sum of the risks of adverts that are all as risky as the one that is most. */
  private static long oneRisk(ClusterState state) {
    return state.size * Math.round(state.highestRisk * MILLION);
  }

  private static List<String> one(String name) {
    return new ArrayList<>(List.of(name));
  }

  private static void writeUnless(boolean follows, List<String> names, CompactOutput out)
      throws IOException {
    if (!follows) {
      out.ids(names);
    }
  }

  /** In the order in which they are written. */
  static List<Map<String, Long>> counts(ClusterState state) {
    return List.of(
        state.counts.contacts,
        state.counts.places,
        state.counts.countries,
        state.counts.sites,
        state.counts.channels,
        state.counts.languages,
        state.counts.indicators,
        state.counts.employers,
        state.counts.models,
        state.counts.names);
  }

  /** Writes account and contact by themselves, since the contact has been written before. */
  private static void writeAccountContacts(SortedArrayMap<String, Long> lines, CompactOutput out)
      throws IOException {
    out.number(lines.size());
    for (Map.Entry<String, Long> line : lines.entrySet()) {
      int end = line.getKey().indexOf('\n');
      out.word(line.getKey().substring(0, end));
      out.word(line.getKey().substring(end + 1));
      out.number(line.getValue());
    }
  }

  private static void readAccountContacts(ClusterState state, CompactInput in) throws IOException {
    for (long left = in.number(); left > 0; left--) {
      state.counts.accountContacts.put(in.word() + "\n" + in.word(), in.number());
    }
  }

  private static void writeMatches(ClusterState state, CompactOutput out) throws IOException {
    out.number(state.matches.size());
    for (Map.Entry<String, Matches> match : state.matches.entrySet()) {
      out.word(match.getKey());
      out.number(match.getValue().adverts());
      out.instant(match.getValue().first(), state.firstSeen);
      out.instant(match.getValue().last(), state.firstSeen);
    }
  }

  private static void readMatches(ClusterState state, CompactInput in) throws IOException {
    for (long left = in.number(); left > 0; left--) {
      state.matches.put(
          in.word(),
          new Matches(in.number(), in.instant(state.firstSeen), in.instant(state.firstSeen)));
    }
  }

  private static void writeVisits(ClusterState state, CompactOutput out) throws IOException {
    out.number(state.visits.size());
    for (Map.Entry<String, Visits> contact : state.visits.entrySet()) {
      Map<Integer, Stand> arrivals = SortedArrayMap.of(contact.getValue().arrivals());
      out.word(contact.getKey());
      out.number(arrivals.size());
      for (Stand arrival : arrivals.values()) {
        CompactStands.writeInWords(arrival, state.firstSeen, out);
      }
    }
  }

  private static void readVisits(ClusterState state, CompactInput in) throws IOException {
    for (long left = in.number(); left > 0; left--) {
      String contact = in.word();
      SortedArrayMap<Integer, Stand> arrivals = new SortedArrayMap<>();
      for (long more = in.number(); more > 0; more--) {
        Stand arrival = CompactStands.readInWords(state.firstSeen, in);
        arrivals.put(Objects.requireNonNull(arrival.place()).geonamesId(), arrival);
      }
      state.visits.put(contact, new Visits(arrivals));
    }
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
