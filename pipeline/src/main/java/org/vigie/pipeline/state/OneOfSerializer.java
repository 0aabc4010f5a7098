package org.vigie.pipeline.state;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value of one of several kinds: the kind's number, one byte, then the value as Flink
 * writes that kind.
 *
 * @param <T> what all kinds are
 */
public final class OneOfSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private static final int MAX_KINDS = 256;

  private final List<Kind<?>> kinds;
  private final Map<Class<?>, Integer> numbers = new HashMap<>();

  /**
   * What a value may be.
   *
   * @param type its class
   * @param serializer what writes it
   */
  record Kind<K>(Class<K> type, TypeSerializer<K> serializer) implements Serializable {
    static <K> Kind<K> of(TypeInformation<K> info, SerializerConfig config) {
      return new Kind<>(info.getTypeClass(), info.createSerializer(config));
    }

    Kind<K> duplicate() {
      return new Kind<>(type, serializer.duplicate());
    }

    void write(Object value, DataOutputView target) throws IOException {
      serializer.serialize(type.cast(value), target);
    }

    Object copy(Object value) {
      return serializer.copy(type.cast(value));
    }
  }

  /**
   * Makes a serializer.
   *
   * @param kinds all that a value may be, in the order of their numbers
   * @throws IllegalArgumentException if there are none, or too many for a byte
   */
  OneOfSerializer(List<Kind<?>> kinds) {
    if (kinds.isEmpty() || kinds.size() > MAX_KINDS) {
      throw new IllegalArgumentException(
          "kinds must be 1 to %d, but were %d".formatted(MAX_KINDS, kinds.size()));
    }
    this.kinds = List.copyOf(kinds);
    for (int number = 0; number < kinds.size(); number++) {
      numbers.put(kinds.get(number).type(), number);
    }
  }

  /** Returns what a value may be, in the order of their numbers. */
  List<Kind<?>> kinds() {
    return kinds;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    int number = numberOf(value);
    target.writeByte(number);
    kinds.get(number).write(value, target);
  }

  private int numberOf(T value) {
    Integer number = numbers.get(value.getClass());
    if (number == null) {
      throw new IllegalArgumentException("no kind of it is a " + value.getClass().getName());
    }
    return number;
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return ofKind(kindIn(source).serializer().deserialize(source));
  }

  private Kind<?> kindIn(DataInputView source) throws IOException {
    int number = source.readUnsignedByte();
    if (number >= kinds.size()) {
      throw new IOException(
          "a kind's number must be below %d, but was %d".formatted(kinds.size(), number));
    }
    return kinds.get(number);
  }

  @SuppressWarnings("unchecked") // each kind is one of T
  private T ofKind(Object value) {
    return (T) value;
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public T copy(T from) {
    return ofKind(kinds.get(numberOf(from)).copy(from));
  }

  @Override
  public T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return new OneOfSerializer<>(kinds.stream().<Kind<?>>map(Kind::duplicate).toList());
  }

  @Override
  public @Nullable T createInstance() {
    return null; // as for what has no value without its parts
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new OneOfSnapshot<>(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OneOfSerializer<?> one && one.kinds.equals(kinds);
  }

  @Override
  public int hashCode() {
    return kinds.hashCode();
  }
}
