package org.vigie.pipeline.state;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Things that share one entry of the state, so that what Flink writes beside each entry is shared
 * too.
 *
 * @param things id → the thing as its serializer writes it
 */
record Cell(SortedMap<String, byte[]> things) {
  static final Cell EMPTY = new Cell(Collections.emptySortedMap());

  Cell {
    things = Collections.unmodifiableSortedMap(things);
  }

  byte @Nullable [] get(String id) {
    return things.get(id);
  }

  int size() {
    return things.size();
  }

  Cell with(String id, byte[] thing) {
    SortedMap<String, byte[]> more = new TreeMap<>(things);
    more.put(id, thing);
    return new Cell(more);
  }

  /** Returns the same without the things whose ids don't pass. */
  Cell keeping(Predicate<String> passes) {
    SortedMap<String, byte[]> kept = new TreeMap<>(things);
    kept.keySet().removeIf(passes.negate());
    return new Cell(kept);
  }

  /** Writes ids in eleven bytes. */
  static final class Serializer extends CompactSerializer<Cell> {
    private static final long serialVersionUID = 1L;

    Serializer() {
      super(true);
    }

    @Override
    protected int layout() {
      return 1;
    }

    @Override
    protected void write(Cell cell, CompactOutput out) throws IOException {
      out.number(cell.size());
      for (var thing : cell.things.entrySet()) {
        out.id(thing.getKey());
        out.bytes(thing.getValue());
      }
    }

    @Override
    protected Cell read(int layout, CompactInput in) throws IOException {
      SortedMap<String, byte[]> things = new TreeMap<>();
      for (long left = in.number(); left > 0; left--) {
        things.put(in.id(), in.bytes());
      }
      return new Cell(things);
    }

    @Override
    public Cell createInstance() {
      return EMPTY;
    }

    @Override
    public TypeSerializerSnapshot<Cell> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Cell> {
    public Snapshot() {
      super(Serializer::new);
    }
  }
}
