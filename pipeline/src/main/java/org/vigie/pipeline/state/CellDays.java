package org.vigie.pipeline.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * What the cells of one group have in common, and when each of them is to be looked at.
 *
 * @param memory {@link Remembered#memory}
 * @param next the UTC day, since 1970, at the end of whose life the group's timer is due, or {@link
 *     #NEVER}
 * @param first of each cell, a day before which none of its things was last seen, or {@link #NEVER}
 *     if it is empty; one at least
 */
record CellDays(long memory, long next, List<Long> first) {
  static final long NEVER = Long.MAX_VALUE;

  static final CellDays NONE = new CellDays(0, NEVER, List.of(NEVER));

  CellDays {
    first = List.copyOf(first);
  }

  /** Returns how many cells there are. */
  int cells() {
    return first.size();
  }

  /**
   * Returns in which cell a thing is (Litwin, "Linear hashing: a new tool for file and table
   * addressing", VLDB 1980).
   *
   * @param hash of its id, spread evenly
   */
  int cellOf(int hash) {
    int level = Integer.highestOneBit(cells());
    int number = hash & (2 * level - 1);
    return number < cells() ? number : hash & (level - 1);
  }

  /** Returns from which cell a further one, the next, takes its share. */
  int parted() {
    return cells() - Integer.highestOneBit(cells());
  }

  /** Returns the same with a cell in which a thing was seen on a day. */
  CellDays seen(int cell, long day) {
    return day < first.get(cell) ? with(cell, day) : this;
  }

  /** Returns the same with another day for a cell. */
  CellDays with(int cell, long day) {
    List<Long> days = new ArrayList<>(first);
    days.set(cell, day);
    return new CellDays(memory, next, days);
  }

  /** Returns the same with one cell more. */
  CellDays parted(long day) {
    List<Long> days = new ArrayList<>(first);
    days.add(day);
    return new CellDays(memory, next, days);
  }

  CellDays next(long day) {
    return new CellDays(memory, day, first);
  }

  CellDays memory(long number) {
    return new CellDays(number, next, first);
  }

  /** Returns the earliest day of all cells, or {@link #NEVER}. */
  long earliest() {
    return first.stream().mapToLong(day -> day).min().orElse(NEVER);
  }

  /** Writes each day by its distance to the earliest. */
  static final class Serializer extends CompactSerializer<CellDays> {
    private static final long serialVersionUID = 1L;

    Serializer() {
      super(true);
    }

    @Override
    protected int layout() {
      return 1;
    }

    @Override
    protected void write(CellDays days, CompactOutput out) throws IOException {
      out.number(days.memory);
      long earliest = days.earliest() == NEVER ? 0 : days.earliest();
      out.signed(earliest);
      writeDay(days.next, earliest, out);
      out.number(days.cells());
      for (long day : days.first) {
        writeDay(day, earliest, out);
      }
    }

    private static void writeDay(long day, long earliest, CompactOutput out) throws IOException {
      out.number(day == NEVER ? 0 : zigzag(day - earliest) + 1);
    }

    @Override
    protected CellDays read(int layout, CompactInput in) throws IOException {
      long memory = in.number();
      long earliest = in.signed();
      long next = readDay(earliest, in);
      List<Long> first = new ArrayList<>();
      for (long left = in.number(); left > 0; left--) {
        first.add(readDay(earliest, in));
      }
      return new CellDays(memory, next, first);
    }

    private static long readDay(long earliest, CompactInput in) throws IOException {
      long written = in.number();
      return written == 0 ? NEVER : earliest + unzigzag(written - 1);
    }

    /** Small numbers on either side of zero become small ones above it. */
    private static long zigzag(long value) {
      return (value << 1) ^ (value >> 63);
    }

    private static long unzigzag(long value) {
      return (value >>> 1) ^ -(value & 1);
    }

    @Override
    public CellDays createInstance() {
      return NONE;
    }

    @Override
    public TypeSerializerSnapshot<CellDays> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a savepoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CellDays> {
    public Snapshot() {
      super(Serializer::new);
    }
  }
}
