package org.vigie.classifier.sign;

import java.util.Arrays;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.text.map.LongIntMap;

/**
 * Words by a hash of their letters: tells which of them begin at a place of a text.
 *
 * <p>Two words have the same hash once in some 10^14 pairs; a trie of their letters would take six
 * times the memory.
 */
final class AtomTable {
  private static final long SEED = 1469598103934665603L;
  private static final long FACTOR = 1099511628211L;

  /** Beginnings of words are looked up to so many letters: longer ones are seldom met by chance. */
  private static final int BEGINNINGS = 6;

  private final LongIntMap places;
  private final HashFilter filter;

  /** Place → where its words end in {@code atoms}. */
  private final int[] ends;

  private final int[] atoms;
  private final int longest;

  private AtomTable(LongIntMap places, HashFilter filter, int[] ends, int[] atoms, int longest) {
    this.places = places;
    this.filter = filter;
    this.ends = ends;
    this.atoms = atoms;
    this.longest = longest;
  }

  static AtomTable read(ImageIn in) {
    LongIntMap places = LongIntMap.of(in.longs(), in.ints());
    return new AtomTable(places, HashFilter.read(in), in.ints(), in.ints(), in.number());
  }

  void write(ImageOut out) {
    out.longs(places.keys());
    out.ints(places.values());
    filter.write(out);
    out.ints(ends);
    out.ints(atoms);
    out.number(longest);
  }

  /** A table to which words are added. */
  static final class Builder {
    private static final int[] NONE = {};

    private final LongIntMap places = new LongIntMap();
    private final HashFilter filter;
    private int[][] atoms = new int[1024][];
    private int size;
    private int longest;

    /**
     * A table without words.
     *
     * @param filter logarithm to the base 2 of the places of a filter before it, some eight a word
     */
    Builder(int filter) {
      this.filter = new HashFilter(filter);
    }

    void add(String letters, int atom) {
      long hash = SEED;
      for (int i = 0; i < letters.length(); i++) {
        hash = next(hash, letters.charAt(i));
        if (i < BEGINNINGS) {
          filter.add(hash, HashFilter.BEGINNING);
        }
      }
      filter.add(hash, HashFilter.WORD);
      longest = Math.max(longest, letters.length());
      int place = places.get(hash);
      if (place == LongIntMap.ABSENT) {
        place = size++;
        places.put(hash, place);
        if (place == atoms.length) {
          atoms = Arrays.copyOf(atoms, 2 * place);
        }
        atoms[place] = NONE;
      }
      int[] before = atoms[place];
      int[] now = Arrays.copyOf(before, before.length + 1);
      now[before.length] = atom;
      atoms[place] = now;
    }

    /** Returns the table; nothing is added afterwards. */
    AtomTable build() {
      int[] ends = new int[size];
      int end = 0;
      for (int place = 0; place < size; place++) {
        end += atoms[place].length;
        ends[place] = end;
      }
      int[] all = new int[end];
      for (int place = 0; place < size; place++) {
        int[] of = atoms[place];
        System.arraycopy(of, 0, all, ends[place] - of.length, of.length);
      }
      return new AtomTable(places, filter, ends, all, longest);
    }
  }

  /** Is told what begins at a place. */
  interface Sink {
    /**
     * @param atom number of a word
     * @param end index after its last letter
     */
    void found(int atom, int end);
  }

  /** Tells of all words that begin at a place, shortest first. */
  void walk(String text, int from, Sink sink) {
    int to = Math.min(text.length(), from + longest);
    long hash = SEED;
    for (int i = from; i < to; i++) {
      hash = next(hash, text.charAt(i));
      int may = filter.of(hash);
      if ((may & HashFilter.BEGINNING) == 0 && i - from < BEGINNINGS) {
        return;
      }
      int place = (may & HashFilter.WORD) == 0 ? LongIntMap.ABSENT : places.get(hash);
      if (place != LongIntMap.ABSENT) {
        for (int k = place == 0 ? 0 : ends[place - 1]; k < ends[place]; k++) {
          sink.found(atoms[k], i + 1);
        }
      }
    }
  }

  private static long next(long hash, char c) {
    return (hash ^ c) * FACTOR;
  }

  /**
   * What words and beginnings of words there may be, by their hashes: it may say so of one in some
   * that is not there, but never leaves out one that is (Bloom, 1970, with one place a hash).
   */
  private static final class HashFilter {
    /** The bit of a place at which a word may end. */
    static final int WORD = 1;

    /** The bit of a place at which a word may end or go on. */
    static final int BEGINNING = 2;

    private static final int PLACES_A_LONG = 32;

    private final long[] places;
    private final int shift;

    /**
     * A filter of nothing.
     *
     * @param size logarithm to the base 2 of its number of places, of two bits each; at least 6
     */
    HashFilter(int size) {
      this(new long[(1 << size) / PLACES_A_LONG], Long.SIZE - size);
    }

    private HashFilter(long[] places, int shift) {
      this.places = places;
      this.shift = shift;
    }

    static HashFilter read(ImageIn in) {
      long[] places = in.longs();
      return new HashFilter(places, in.number());
    }

    void write(ImageOut out) {
      out.longs(places);
      out.number(shift);
    }

    /** Adds {@link #WORD} or {@link #BEGINNING} to the place of a hash. */
    void add(long hash, int bit) {
      int place = place(hash);
      places[place / PLACES_A_LONG] |= (long) bit << 2 * place;
    }

    /** Returns the bits of a hash's place. */
    int of(long hash) {
      int place = place(hash);
      return (int) (places[place / PLACES_A_LONG] >>> 2 * place) & (WORD | BEGINNING);
    }

    private int place(long hash) {
      // FNV leaves its upper bits poor on short words; the golden ratio spreads them (Knuth, 6.4).
      return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> shift);
    }
  }
}
