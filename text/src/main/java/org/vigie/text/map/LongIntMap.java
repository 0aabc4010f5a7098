package org.vigie.text.map;

import java.util.Arrays;

/** A map from longs to non-negative ints, by open addressing: no boxing on the way of an advert. */
public final class LongIntMap {
  /** What {@link #get} returns where there is no entry. */
  public static final int ABSENT = -1;

  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  /** A map without entries. */
  public LongIntMap() {
    Arrays.fill(values, ABSENT);
  }

  /**
   * Returns a map of what {@link #keys} and {@link #values} told of another, from then on its own.
   *
   * @throws IllegalArgumentException if they can't be those of one map
   */
  public static LongIntMap of(long[] keys, int[] values) {
    LongIntMap map = new LongIntMap();
    map.keys = keys;
    map.values = values;
    for (int value : values) {
      map.size += value == ABSENT ? 0 : 1;
    }
    if (keys.length != values.length
        || Integer.bitCount(keys.length) != 1
        || 2 * map.size > keys.length) {
      throw new IllegalArgumentException(
          "a map needs as many keys as values, a power of two, half of them free; but has %d, %d and %d used"
              .formatted(keys.length, values.length, map.size));
    }
    return map;
  }

  /** Returns the keys by their slots, not to be changed; any number in a free one. */
  public long[] keys() {
    return keys;
  }

  /** Returns the values by their slots, not to be changed; {@link #ABSENT} in a free one. */
  public int[] values() {
    return values;
  }

  /** Returns the value of a key, or {@link #ABSENT}. */
  public int get(long key) {
    return values[slot(key)];
  }

  /**
   * Enters a value in place of what a key had.
   *
   * @param value at least 0
   */
  public void put(long key, int value) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    int slot = slot(key);
    if (values[slot] == ABSENT) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    // The golden ratio spreads neighbouring keys (Knuth, TAOCP vol. 3, section 6.4).
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[2 * oldKeys.length];
    Arrays.fill(values, ABSENT);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
