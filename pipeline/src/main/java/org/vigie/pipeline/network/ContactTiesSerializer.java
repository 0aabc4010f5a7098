package org.vigie.pipeline.network;

import java.io.IOException;
import java.util.HashSet;
import java.util.TreeSet;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;

/** Writes {@link ContactTies}: eleven bytes a cluster. */
final class ContactTiesSerializer extends CompactSerializer<ContactTies> {
  private static final long serialVersionUID = 1L;

  ContactTiesSerializer() {
    super(true); // ContactGraph keeps them in an InPlaceMap
  }

  @Override
  protected int layout() {
    return 2;
  }

  @Override
  protected void write(ContactTies ties, CompactOutput out) throws IOException {
    out.ids(new TreeSet<>(ties.clusters));
    out.octet(ties.countless ? 1 : 0);
    if (ties.countless) {
      out.signed(ties.unnamed);
    }
    out.text(ties.cut);
    out.id(ties.network);
  }

  @Override
  protected ContactTies read(int layout, CompactInput in) throws IOException {
    ContactTies ties = new ContactTies();
    ties.clusters = new HashSet<>(in.ids());
    ties.countless = in.octet() != 0;
    if (ties.countless) {
      ties.unnamed = layout == 1 ? ContactTies.UNKNOWN : in.signed();
    }
    ties.cut = in.text();
    ties.network = in.id();
    return ties;
  }

  @Override
  public ContactTies createInstance() {
    return new ContactTies();
  }

  @Override
  public TypeSerializerSnapshot<ContactTies> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ContactTies> {
    public Snapshot() {
      super(ContactTiesSerializer::new);
    }
  }
}
