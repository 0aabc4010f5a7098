package org.vigie.pipeline.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map in its keys' order, for sums of which there are millions, most of them of one value or
 * none.
 *
 * <p>With one entry it takes 56 octets where a {@link java.util.HashMap} takes 160. To find a key
 * takes as many comparisons as its logarithm, to put a new one in the middle moves those behind it:
 * for a thousand entries, not for millions. Not for several threads, unless none of them changes
 * it. No key is null.
 *
 * @param <K> the type of keys
 * @param <V> the type of values
 */
public final class SortedArrayMap<K extends Comparable<? super K>, V> extends AbstractMap<K, V> {
  private static final Object[] NONE = {};

  /** Keys and values by turns, and room for more. */
  private Object[] entries = NONE;

  private int size;

  /** Makes one that is empty. */
  public SortedArrayMap() {}

  /** Makes one of the entries of another map. */
  public SortedArrayMap(Map<? extends K, ? extends V> other) {
    if (other instanceof SortedArrayMap<?, ?> sorted) {
      size = sorted.size;
      entries = size == 0 ? NONE : Arrays.copyOf(sorted.entries, 2 * size);
    } else {
      putAll(other);
    }
  }

  /** Returns a map in its keys' order: itself if it is one of these, or else a copy. */
  public static <K extends Comparable<? super K>, V> SortedArrayMap<K, V> of(Map<K, V> map) {
    return map instanceof SortedArrayMap<K, V> sorted ? sorted : new SortedArrayMap<>(map);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(Object key) {
    return find(key) >= 0;
  }

  @Override
  public @Nullable V get(Object key) {
    int at = find(key);
    return at < 0 ? null : value(at);
  }

  /**
   * Returns the smallest key.
   *
   * @throws NoSuchElementException if there is none
   */
  public K firstKey() {
    return key(requireEntry(0));
  }

  /**
   * Returns the greatest key.
   *
   * @throws NoSuchElementException if there is none
   */
  public K lastKey() {
    return key(requireEntry(size - 1));
  }

  private int requireEntry(int at) {
    if (size == 0) {
      throw new NoSuchElementException("the map must have an entry, but is empty");
    }
    return at;
  }

  @Override
  public @Nullable V put(K key, V value) {
    int at = find(key);
    if (at >= 0) {
      V before = value(at);
      entries[2 * at + 1] = value;
      return before;
    }
    insert(-at - 1, key, value);
    return null;
  }

  private void insert(int at, K key, V value) {
    Object[] room = entries;
    if (2 * size == room.length) {
      room = new Object[2 * (size + 1 + size / 2)];
      System.arraycopy(entries, 0, room, 0, 2 * at);
    }
    System.arraycopy(entries, 2 * at, room, 2 * at + 2, 2 * (size - at));
    room[2 * at] = key;
    room[2 * at + 1] = value;
    entries = room;
    size++;
  }

  @Override
  public @Nullable V remove(Object key) {
    int at = find(key);
    if (at < 0) {
      return null;
    }
    V before = value(at);
    removeAt(at);
    return before;
  }

  private void removeAt(int at) {
    size--;
    System.arraycopy(entries, 2 * at + 2, entries, 2 * at, 2 * (size - at));
    Arrays.fill(entries, 2 * size, 2 * size + 2, null);
  }

  @Override
  public void clear() {
    entries = NONE;
    size = 0;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    for (int at = 0; at < size; at++) {
      action.accept(key(at), value(at));
    }
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries();
  }

  /** Returns where a key stands, or where it would, as {@code -1 - at}. */
  @SuppressWarnings("unchecked") // a key of another type can't be compared, as in a TreeMap
  private int find(Object key) {
    K wanted = (K) key;
    int from = 0;
    int to = size - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = key(middle).compareTo(wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1 - from;
  }

  @SuppressWarnings("unchecked")
  private K key(int at) {
    return (K) entries[2 * at];
  }

  @SuppressWarnings("unchecked")
  private V value(int at) {
    return (V) entries[2 * at + 1];
  }

  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Map.Entry<K, V> next() {
          if (next >= size) {
            throw new NoSuchElementException("there are no more entries");
          }
          return new Slot(next++);
        }

        @Override
        public void remove() {
          removeAt(--next);
        }
      };
    }
  }

  /** An entry through which its value can be replaced. */
  private final class Slot extends AbstractMap.SimpleEntry<K, V> {
    private static final long serialVersionUID = 1L;

    private final int at;

    Slot(int at) {
      super(key(at), value(at));
      this.at = at;
    }

    @Override
    public V setValue(V value) {
      entries[2 * at + 1] = value;
      return super.setValue(value);
    }
  }
}
