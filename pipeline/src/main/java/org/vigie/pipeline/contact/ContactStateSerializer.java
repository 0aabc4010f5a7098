package org.vigie.pipeline.contact;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.advert.ContactType;
import org.vigie.pipeline.state.CompactFacts;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;

/** Writes {@link ContactState}: counts without what is empty. */
final class ContactStateSerializer extends CompactSerializer<ContactState> {
  private static final long serialVersionUID = 1L;

  ContactStateSerializer() {
    super(false);
  }

  @Override
  protected int layout() {
    return 1;
  }

  @Override
  protected void write(ContactState state, CompactOutput out) throws IOException {
    out.octet(state.type.ordinal());
    out.text(state.phoneCountry);
    out.number(state.adverts);
    out.number(state.disguised);
    out.signed(state.firstDay);
    out.days(state.days);
    out.counts(counts(state));
    out.number(state.countrySince.size());
    for (var since : new TreeMap<>(state.countrySince).entrySet()) {
      out.text(since.getKey());
      out.instant(since.getValue());
    }
    CompactFacts.write(state.evidence, out);
    out.octet(state.alerted ? 1 : 0);
    out.number(state.stands.size());
    for (Map.Entry<String, Stand> stand : new TreeMap<>(state.stands).entrySet()) {
      out.id(stand.getKey());
      CompactStands.write(stand.getValue(), out);
    }
  }

  @Override
  protected ContactState read(int layout, CompactInput in) throws IOException {
    ContactState state = new ContactState();
    state.type = ContactType.values()[in.octet()];
    state.phoneCountry = in.text();
    state.adverts = in.number();
    state.disguised = in.number();
    state.firstDay = in.signed();
    state.days = in.days();
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
