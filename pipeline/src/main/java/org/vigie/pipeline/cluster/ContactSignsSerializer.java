package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.pipeline.contact.ContactSigns;
import org.vigie.pipeline.state.CompactInput;
import org.vigie.pipeline.state.CompactOutput;
import org.vigie.pipeline.state.CompactSerializer;

/** Writes {@link ContactSigns} that stand under their contact, which isn't written again. */
final class ContactSignsSerializer extends CompactSerializer<ContactSigns> {
  private static final long serialVersionUID = 1L;

  ContactSignsSerializer() {
    super(true);
  }

  @Override
  protected int layout() {
    return 1;
  }

  @Override
  protected void write(ContactSigns shown, CompactOutput out) throws IOException {
    out.words(shown.signs());
    out.ids(shown.adverts());
  }

  @Override
  protected ContactSigns read(int layout, CompactInput in) throws IOException {
    List<String> signs = in.words();
    return new ContactSigns("", signs, in.ids(), false);
  }

  @Override
  public ContactSigns createInstance() {
    return new ContactSigns("", List.of(), List.of(), false);
  }

  @Override
  public TypeSerializerSnapshot<ContactSigns> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ContactSigns> {
    public Snapshot() {
      super(ContactSignsSerializer::new);
    }
  }
}
