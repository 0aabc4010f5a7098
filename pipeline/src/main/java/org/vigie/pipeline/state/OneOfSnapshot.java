package org.vigie.pipeline.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;

/**
 * Says in a savepoint which kinds an {@link OneOfSerializer} knew, by their names, so that kinds may
 * be added and change their order.
 *
 * @param <T> what all kinds are
 */
public final class OneOfSnapshot<T> implements TypeSerializerSnapshot<T> {
  private static final int VERSION = 1;

  private final List<Known<?>> known = new ArrayList<>();

  /**
   * A kind.
   *
   * @param type its class
   * @param snapshot how it was written
   */
  private record Known<K>(Class<K> type, TypeSerializerSnapshot<K> snapshot) {
    static <K> Known<K> of(OneOfSerializer.Kind<K> kind) {
      return new Known<>(kind.type(), kind.serializer().snapshotConfiguration());
    }

    OneOfSerializer.Kind<K> restored() {
      return new OneOfSerializer.Kind<>(type, snapshot.restoreSerializer());
    }

    @SuppressWarnings("unchecked") // of the same class
    TypeSerializerSchemaCompatibility<K> with(Known<?> former) {
      return snapshot.resolveSchemaCompatibility((TypeSerializerSnapshot<K>) former.snapshot);
    }
  }

  /** For Flink, which reads it then. */
  public OneOfSnapshot() {}

  OneOfSnapshot(OneOfSerializer<T> serializer) {
    for (OneOfSerializer.Kind<?> kind : serializer.kinds()) {
      known.add(Known.of(kind));
    }
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView target) throws IOException {
    target.writeInt(known.size());
    for (Known<?> one : known) {
      target.writeUTF(one.type().getName());
      TypeSerializerSnapshot.writeVersionedSnapshot(target, one.snapshot());
    }
  }

  @Override
  public void readSnapshot(int version, DataInputView source, ClassLoader classes)
      throws IOException {
    if (version != VERSION) {
      throw new IOException("version must be %d, but was %d".formatted(VERSION, version));
    }
    known.clear();
    for (int left = source.readInt(); left > 0; left--) {
      known.add(read(InstantiationUtil.resolveClassByName(source, classes), source, classes));
    }
  }

  private static <K> Known<K> read(Class<K> type, DataInputView source, ClassLoader classes)
      throws IOException {
    return new Known<>(type, TypeSerializerSnapshot.readVersionedSnapshot(source, classes));
  }

  @Override
  public OneOfSerializer<T> restoreSerializer() {
    return new OneOfSerializer<>(
        known.stream().<OneOfSerializer.Kind<?>>map(Known::restored).toList());
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> former) {
    if (!(former instanceof OneOfSnapshot<T> before)) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    boolean asItIs = true;
    for (int number = 0; number < before.known.size(); number++) {
      Known<?> then = before.known.get(number);
      int now = known.stream().map(Known::type).toList().indexOf(then.type());
      if (now < 0) {
        return TypeSerializerSchemaCompatibility.incompatible();
      }
      var compatibility = known.get(now).with(then);
      if (compatibility.isIncompatible()) {
        return TypeSerializerSchemaCompatibility.incompatible();
      }
      asItIs &= now == number && compatibility.isCompatibleAsIs();
    }
    return asItIs
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
