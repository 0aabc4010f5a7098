package org.vigie.pipeline.contact;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.advert.ContactType;
import org.vigie.pipeline.state.CompactFacts;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;
import org.vigie.pipeline.state.SortedArrayMap;

/** Writes {@link ContactState}: without what is empty or follows from the rest. */
final class ContactStateSerializer extends CompactSerializer<ContactState> {
  private static final long serialVersionUID = 1L;

  private static final int ALERTED = 1;
  private static final int ON_ONE_DAY = 2;

  /** Whether it was last seen on the day of its last advert. */
  private static final int NOT_SEEN_LATER = 4;

  private static final int IN_FIRST_MEMORY = 8;

  /** What was saved before clusters were told of signs has it nowhere. */
  private static final int TOLD_SIGNS = 16;

  ContactStateSerializer() {
    super(false);
  }

  @Override
  protected ContactState copyOf(ContactState value) {
    return value.copy();
  }

  @Override
  protected int layout() {
    return 3;
  }

  @Override
  protected void write(ContactState state, CompactOutput out) throws IOException {
    boolean isOneDay = state.days.equals(oneDay(state));
    boolean isNotSeenLater = state.lastDay == lastDay(state);
    out.octet(
        (state.alerted ? ALERTED : 0)
            | (isOneDay ? ON_ONE_DAY : 0)
            | (isNotSeenLater ? NOT_SEEN_LATER : 0)
            | (state.memory == 0 ? IN_FIRST_MEMORY : 0)
            | (state.toldSigns ? TOLD_SIGNS : 0));
    out.octet(state.type.ordinal());
    out.word(state.phoneCountry);
    out.number(state.adverts);
    out.number(state.disguised);
    out.signed(state.firstDay);
    if (!isOneDay) {
      out.days(state.days);
    }
    if (!isNotSeenLater) {
      out.signed(state.lastDay);
    }
    if (state.memory != 0) {
      out.number(state.memory);
    }
    out.wordCounts(counts(state));
    Instant first = first(state);
    out.number(state.countrySince.size());
    for (var since : state.countrySince.entrySet()) {
      out.word(since.getKey());
      out.instant(since.getValue(), first);
    }
    out.number(state.stands.size());
    for (Map.Entry<String, Stand> stand : state.stands.entrySet()) {
      out.id(stand.getKey());
      CompactStands.writeInWords(stand.getValue(), first, out);
    }
    CompactFacts.writeInWords(state.evidence, own(state.stands), out);
  }

  @Override
  protected ContactState read(int layout, CompactInput in) throws IOException {
    if (layout == 1) {
      return readFirst(in);
    }
    ContactState state = new ContactState();
    int flags = in.octet();
    state.alerted = (flags & ALERTED) != 0;
    state.toldSigns = (flags & TOLD_SIGNS) != 0;
    state.type = ContactType.values()[in.octet()];
    state.phoneCountry = in.word();
    state.adverts = in.number();
    state.disguised = in.number();
    state.firstDay = in.signed();
    state.days = (flags & ON_ONE_DAY) != 0 ? oneDay(state) : in.days();
    // Before the third layout neither was kept.
    boolean isFirst = layout == 2;
    state.lastDay = isFirst || (flags & NOT_SEEN_LATER) != 0 ? lastDay(state) : in.signed();
    state.memory = isFirst || (flags & IN_FIRST_MEMORY) != 0 ? 0 : in.number();
    List<Map<String, Long>> counts = counts(state);
    List<Map<String, Long>> read = in.wordCounts(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      counts.get(i).putAll(read.get(i));
    }
    Instant first = first(state);
    for (long left = in.number(); left > 0; left--) {
      state.countrySince.put(in.word(), in.instant(first));
    }
    for (long left = in.number(); left > 0; left--) {
      state.stands.put(in.id(), CompactStands.readInWords(first, in));
    }
    state.evidence = CompactFacts.readEvidenceInWords(own(state.stands), in);
    return state;
  }

  private static ContactState readFirst(CompactInput in) throws IOException {
    ContactState state = new ContactState();
    state.type = ContactType.values()[in.octet()];
    state.phoneCountry = in.text();
    state.adverts = in.number();
    state.disguised = in.number();
    state.firstDay = in.signed();
    state.days = in.days();
    state.lastDay = lastDay(state);
    List<Map<String, Long>> counts = counts(state);
    List<Map<String, Long>> read = in.counts(counts.size());
    for (int i = 0; i < counts.size(); i++) {
      counts.get(i).putAll(read.get(i));
    }
    for (long left = in.number(); left > 0; left--) {
      state.countrySince.put(in.text(), in.instant());
    }
    state.evidence = CompactFacts.readEvidence(in);
    state.alerted = in.octet() != 0;
    for (long left = in.number(); left > 0; left--) {
      state.stands.put(in.id(), CompactStands.read(in));
    }
    return state;
  }

  /** Returns the days of adverts that came on the first one. */
  private static SortedArrayMap<Long, Long> oneDay(ContactState state) {
    SortedArrayMap<Long, Long> days = new SortedArrayMap<>();
    if (state.adverts > 0) {
      days.put(state.firstDay, state.adverts);
    }
    return days;
  }

  /** Returns the day of the last advert; none of a contact without any. */
  private static long lastDay(ContactState state) {
    return state.days.isEmpty() ? Long.MIN_VALUE : state.days.lastKey();
  }

  /** Returns the time by which others are told. */
  private static Instant first(ContactState state) {
    return state.adverts == 0 ? Instant.EPOCH : state.firstSeen();
  }

  /** Returns the advert that most indicators are likely to stand in: the smallest. */
  private static String own(SortedArrayMap<String, Stand> stands) {
    return stands.isEmpty() ? "" : stands.firstKey();
  }

  /** In the order in which they are written. */
  private static List<Map<String, Long>> counts(ContactState state) {
    return List.of(
        state.names,
        state.ages,
        state.prices,
        state.places,
        state.countries,
        state.languages,
        state.channels,
        state.sites,
        state.employers,
        state.beside,
        state.models,
        state.indicators);
  }

  @Override
  public ContactState createInstance() {
    return new ContactState();
  }

  @Override
  public TypeSerializerSnapshot<ContactState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ContactState> {
    public Snapshot() {
      super(ContactStateSerializer::new);
    }
  }
}
