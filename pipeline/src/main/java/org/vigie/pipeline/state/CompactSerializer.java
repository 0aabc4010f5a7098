package org.vigie.pipeline.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes values of one type of state in few bytes, without names of fields and types.
 *
 * <p>Each value begins with the number of the layout in which it is written, one byte: so a later
 * release reads what this one has saved, value by value.
 *
 * @param <T> the type
 */
public abstract class CompactSerializer<T> extends TypeSerializerSingleton<T> {
  private static final long serialVersionUID = 1L;

  /** Octets, as many as most values take. */
  private static final int FIRST_ROOM = 64;

  private final boolean immutable;

  /**
   * Makes a serializer.
   *
   * @param immutable whether values never change once Flink has them, so that a copy may be the
   *     same; those of an {@link InPlaceMap} don't
   */
  protected CompactSerializer(boolean immutable) {
    this.immutable = immutable;
  }

  /** Returns the number of the layout that is written now, from 1 to 255. */
  protected abstract int layout();

  protected abstract void write(T value, CompactOutput out) throws IOException;

  /** Reads what a layout, this one or an earlier one, has written. */
  protected abstract T read(int layout, CompactInput in) throws IOException;

  @Override
  public final void serialize(T value, DataOutputView target) throws IOException {
    // Gathered first: a checkpoint's stream is reached through several others, for each write anew.
    DataOutputSerializer gathered = new DataOutputSerializer(FIRST_ROOM);
    gathered.writeByte(layout());
    write(value, new CompactOutput(gathered));
    target.write(gathered.getSharedBuffer(), 0, gathered.length());
  }

  @Override
  public final T deserialize(DataInputView source) throws IOException {
    int layout = source.readUnsignedByte();
    if (layout < 1 || layout > layout()) {
      throw new IOException(
          "state must be of layout 1 to %d, but was of layout %d in %s"
              .formatted(layout(), layout, getClass().getSimpleName()));
    }
    return read(layout, new CompactInput(source));
  }

  @Override
  public final T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public final T copy(T from) {
    return immutable ? from : copyOf(from);
  }

  /** Returns a copy of a value that may change. */
  protected T copyOf(T value) {
    throw new IllegalStateException(
        getClass().getSimpleName() + " must say how values that may change are copied");
  }

  @Override
  public final T copy(T from, T reuse) {
    return copy(from);
  }

  @Override
  public final void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public final boolean isImmutableType() {
    return immutable;
  }

  @Override
  public final int getLength() {
    return -1;
  }
}
