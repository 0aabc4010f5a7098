package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.text.MeantLetters;

/**
 * Finds the atoms of concepts in words, and keeps those of words that stand in every other text.
 * Threads share it: what is kept is looked up by a hash, and one thread may overwrite what another
 * has kept, which is then found anew. Words are compared by their letters, since anybody may make
 * one up whose hash is another's.
 */
final class WordAtoms {
  /** Numbers of a hit: the atom, the index of its first letter in the word, that after its last. */
  static final int WIDTH = 3;

  /** More than any text of an advert says of one kind. */
  private static final int MOST_OF_A_WORD = 64;

  /** A power of two: most words of a stream of adverts in a few languages, in four megabytes. */
  private static final int KEPT = 1 << 15;

  /** Longer words stand in few texts. */
  private static final int LONGEST_KEPT = 24;

  private static final int REACH = 48;
  private static final int[] NONE = {};

  private final ConceptIndex table;
  private final ToIntFunction<String> hash;
  private final @Nullable Kept[] kept = new Kept[KEPT];

  WordAtoms(ConceptIndex table) {
    this(table, word -> (int) SignFeatures.mix(word.hashCode()));
  }

  /** Keeps words where the lower bits of a hash say. */
  WordAtoms(ConceptIndex table, ToIntFunction<String> hash) {
    this.table = table;
    this.hash = hash;
  }

  /** The hits of a word; never changed. */
  private record Kept(String word, int[] hits) {}

  /** Returns the hits of a word, {@link #WIDTH} numbers each; not to be changed. */
  int[] of(SignText.Token token) {
    String word = token.text();
    if (token.undone() || word.length() > LONGEST_KEPT) {
      return find(token);
    }
    int at = hash.applyAsInt(word) & KEPT - 1;
    Kept known = kept[at];
    if (known == null || !known.word.equals(word)) {
      known = new Kept(word, find(token));
      kept[at] = known;
    }
    return known.hits;
  }

  private int[] find(SignText.Token token) {
    Hits hits = new Hits(table, token.text());
    String word = token.text();
    table.starts().walk(word, 0, hits);
    boolean together = token.isWrittenTogether();
    int reach = together ? word.length() : Math.min(word.length(), REACH);
    for (int at = 0; at < reach; at++) {
      hits.from = at;
      table.inside().walk(word, at, hits);
    }
    if (token.undone()) {
      hits.addForm(MeantLetters.form(word));
    }
    if (hits.size == 0 && word.length() >= ConceptIndex.LEAST_MISSPELT && !together) {
      table.misspelt(word, atom -> hits.add(atom, 0, word.length()));
    }
    return hits.size == 0 ? NONE : Arrays.copyOf(hits.numbers, hits.size);
  }

  /** The hits of one word in the making. */
  private static final class Hits implements AtomTable.Sink {
    private final ConceptIndex table;
    private int[] numbers = new int[4 * WIDTH];
    private int size;
    private int from;
    private int length;

    Hits(ConceptIndex table, String word) {
      this.table = table;
      this.length = word.length();
    }

    @Override
    public void found(int atom, int end) {
      if ((end == length || table.isOpenEnd(atom)) && size < MOST_OF_A_WORD * WIDTH) {
        add(atom, from, end);
      }
    }

    void addForm(String form) {
      from = 0;
      length = form.length();
      table.forms().walk(form, 0, this);
    }

    void add(int atom, int start, int end) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size] = atom;
      numbers[size + 1] = start;
      numbers[size + 2] = end;
      size += WIDTH;
    }
  }
}
