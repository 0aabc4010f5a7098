package org.vigie.pipeline.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes ids of adverts, clusters and places in 11 bytes instead of 23, and any other text as it
 * is. Without a byte for its layout, since keys are compared by their bytes: it can't change.
 */
public final class IdSerializer extends TypeSerializerSingleton<String> {
  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(String id, DataOutputView target) throws IOException {
    new CompactOutput(target).id(id);
  }

  @Override
  public String deserialize(DataInputView source) throws IOException {
    return new CompactInput(source).id();
  }

  @Override
  public String deserialize(String reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public String createInstance() {
    return "";
  }

  @Override
  public String copy(String from) {
    return from;
  }

  @Override
  public String copy(String from, String reuse) {
    return from;
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public org.apache.flink.api.common.typeutils.TypeSerializerSnapshot<String>
      snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<String> {
    public Snapshot() {
      super(IdSerializer::new);
    }
  }
}
