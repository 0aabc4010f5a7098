package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes values of state and reads them again, as a savepoint does. */
public final class ReadBack {
  private ReadBack() {}

  /** Asserts that a value comes back as it is, by its own serializer and the one it saves. */
  public static <T> void isTheSame(TypeSerializer<T> serializer, T value) throws IOException {
    byte[] bytes = bytes(serializer, value);

    assertThat(read(serializer, bytes)).usingRecursiveComparison().isEqualTo(value);
    assertThat(serializer.copy(value)).usingRecursiveComparison().isEqualTo(value);
    assertThat(bytes(serializer, read(serializer, bytes))).isEqualTo(bytes);
    assertThat(read(restored(serializer), bytes)).usingRecursiveComparison().isEqualTo(value);
  }

  /** Returns a value as it comes back. */
  public static <T> T of(TypeSerializer<T> serializer, T value) throws IOException {
    return read(serializer, bytes(serializer, value));
  }

  /** Returns the value that an earlier layout held in some bytes, given in hexadecimal digits. */
  public static <T> T ofEarlier(TypeSerializer<T> serializer, String digits) throws IOException {
    return read(serializer, HexFormat.of().parseHex(digits));
  }

  /** Returns how many bytes a value takes. */
  public static <T> int size(TypeSerializer<T> serializer, T value) throws IOException {
    return bytes(serializer, value).length;
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T value = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    return value;
  }

  private static <T> TypeSerializer<T> restored(TypeSerializer<T> serializer) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    return TypeSerializerSnapshot.<T>readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), ReadBack.class.getClassLoader())
        .restoreSerializer();
  }
}
