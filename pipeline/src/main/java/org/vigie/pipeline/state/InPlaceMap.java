package org.vigie.pipeline.state;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * A map in keyed state of which many entries stand under one key, and whose values are changed in
 * place.
 *
 * <p>While a checkpoint is written, Flink's state on the heap copies all that stands under a key
 * before it gives any of it out: a second for a hundred thousand values, in the midst of one
 * record. Here a value is copied by itself, before it is handed out to be changed for the first
 * time after a checkpoint began; what the checkpoint writes stays as it was. So the values'
 * serializer has to call them immutable ({@link CompactSerializer#CompactSerializer(boolean)}), for
 * Flink not to copy them as well.
 *
 * @param <V> the type of values
 */
public final class InPlaceMap<V> {
  private final MapState<String, V> map;
  private final UnaryOperator<V> copy;

  /** Keys of values that no checkpoint holds: they were put after the last one began. */
  private final Set<String> own = new HashSet<>();

  /**
   * Makes it on keyed state.
   *
   * @param copy gives a value that shares nothing with its own that ever changes
   */
  public InPlaceMap(MapState<String, V> map, UnaryOperator<V> copy) {
    this.map = map;
    this.copy = copy;
  }

  /** Takes note that a checkpoint holds all values; to be called when the operator is saved. */
  public void saved() {
    own.clear();
  }

  /** Returns a value that must not be changed, or null if there is none. */
  public @Nullable V look(String key) throws Exception {
    return map.get(key);
  }

  /** Returns a value to be changed, and put again if it was; null if there is none. */
  public @Nullable V take(String key) throws Exception {
    @Nullable V value = map.get(key);
    return value == null || own.contains(key) ? value : copy.apply(value);
  }

  /** Puts a value that is new, or that was taken. */
  public void put(String key, V value) throws Exception {
    map.put(key, value);
    own.add(key);
  }

  public void remove(String key) throws Exception {
    map.remove(key);
    own.remove(key);
  }

  /** Returns all entries, which must not be changed. */
  public Iterable<Map.Entry<String, V>> entries() throws Exception {
    return map.entries();
  }
}
