package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * The weights of one model in log-odds: those of features of the text in one flat open-addressed
 * table by their {@linkplain FeatureHash hash}, the few others by their name. Never changed.
 */
final class HashedWeights {
  /** Returned for what has no weight. */
  static final int ABSENT = -1;

  /**
   * The table: by turns a hash, 0 where a place is empty, and the bits of its weight, so that both
   * come with one step to the memory. At least half of the places are empty.
   */
  private final long[] entries;

  private final int shift;
  private final int size;
  private final Map<String, Float> others = new HashMap<>();

  private HashedWeights(int size, long[] entries) {
    this.size = size;
    this.entries = entries;
    this.shift = Long.SIZE - Integer.numberOfTrailingZeros(entries.length / 2);
  }

  private static HashedWeights ofSize(int size) {
    int places = Math.max(4, Integer.highestOneBit(Math.max(1, size)) << 2);
    return new HashedWeights(size, new long[2 * places]);
  }

  /**
   * Returns a table with the weights of another.
   *
   * @throws IllegalArgumentException if two of its features have the same hash, which one model in
   *     a billion may have by chance; names the second
   */
  static HashedWeights of(WeightTable table) {
    HashedWeights hashed = ofSize(table.size());
    table.forEach((name, weight) -> {
      if (FeatureHash.isHashed(name)) {
        hashed.put(name, weight);
      } else {
        hashed.others.put(name, weight);
      }
    });
    return hashed;
  }

  static HashedWeights read(ImageIn in) {
    HashedWeights hashed = new HashedWeights(in.number(), in.longs());
    int[] weights = in.ints();
    List<String> names = in.texts();
    for (int i = 0; i < weights.length; i++) {
      hashed.others.put(names.get(i), Float.intBitsToFloat(weights[i]));
    }
    return hashed;
  }

  void write(ImageOut out) {
    out.number(size);
    out.longs(entries);
    Map<String, Float> sorted = new TreeMap<>(others);
    out.ints(sorted.values().stream().mapToInt(Float::floatToRawIntBits).toArray());
    out.texts(new ArrayList<>(sorted.keySet()));
  }

  /** Enters a feature of the text. */
  void put(String name, float weight) {
    long hash = FeatureHash.of(name);
    if (hash == 0 || find(hash) != ABSENT) {
      throw new IllegalArgumentException(
          "needs features that each have a hash of their own, but '" + name + "' has not");
    }
    int place = start(hash);
    while (entries[place] != 0) {
      place = (place + 2) & (entries.length - 1);
    }
    entries[place] = hash;
    entries[place + 1] = Float.floatToIntBits(weight);
  }

  private int start(long hash) {
    return (int) (hash >>> shift) << 1;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns the place of a feature of the text, or {@link #ABSENT}. */
  int find(long hash) {
    int place = start(hash);
    long found = entries[place];
    while (found != 0) {
      if (found == hash) {
        return place;
      }
      place = (place + 2) & (entries.length - 1);
      found = entries[place];
    }
    return ABSENT;
  }

  /**
   * Looks up several features of the text at once, which is quicker: the processor waits for the
   * memory once, not for each.
   *
   * @param of hashes
   * @param from index of the first
   * @param found where the place of each is put, from index 0; {@link #ABSENT} if it has none
   * @param first room for as many hashes
   * @param count how many
   */
  void find(long[] of, int from, int[] found, long[] first, int count) {
    for (int i = 0; i < count; i++) {
      int place = start(of[from + i]);
      found[i] = place;
      first[i] = entries[place];
    }
    for (int i = 0; i < count; i++) {
      long hash = of[from + i];
      if (first[i] != hash) {
        found[i] = first[i] == 0 ? ABSENT : find(hash);
      }
    }
  }

  /**
   * Returns the weight at a place.
   *
   * @param place as {@link #find} returned it
   */
  float weight(int place) {
    return Float.intBitsToFloat((int) entries[place + 1]);
  }

  /**
   * Returns how many of some features have a weight, be it 0.
   *
   * @param enough how many are no more looked for
   */
  int known(TextFeatures features, int enough) {
    long[] text = features.hashes();
    int known = 0;
    for (int i = 0; i < features.count() && known < enough; i++) {
      known += find(text[i]) != ABSENT ? 1 : 0;
    }
    return known;
  }

  /** Returns the same of those of some features that are of words. */
  int known(List<Feature> features, int enough) {
    int known = 0;
    for (int i = 0; i < features.size() && known < enough; i++) {
      known += features.get(i).isOfWords() && has(features.get(i).name()) ? 1 : 0;
    }
    return known;
  }

  /** Returns whether a feature has a weight, be it 0. */
  boolean has(String name) {
    return FeatureHash.isHashed(name)
        ? find(FeatureHash.of(name)) != ABSENT
        : others.containsKey(name);
  }

  /** Returns the weight of a feature, 0 if it has none. */
  float weight(String name) {
    if (FeatureHash.isHashed(name)) {
      int place = find(FeatureHash.of(name));
      return place == ABSENT ? 0 : weight(place);
    }
    return others.getOrDefault(name, 0f);
  }
}
