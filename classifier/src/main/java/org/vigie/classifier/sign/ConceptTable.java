package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.vigie.text.MeantLetters;

/**
 * The patterns of concepts by their atoms: the words, or parts of words, that they are made of.
 * Patterns are added, then it is {@linkplain #freeze frozen} and never changed.
 */
final class ConceptTable {
  /** Words shorter than this are not taken for misspelt ones. */
  static final int LEAST_MISSPELT = 6;

  final AtomTable starts = new AtomTable(20);
  final AtomTable inside = new AtomTable(18);
  final AtomTable forms = new AtomTable(20);
  private final Misspellings misspellings = new Misspellings();

  private static final Entry[] NOTHING = {};
  private static final Sequence[] NO_SEQUENCE = {};
  private static final int[] NO_ATOMS = {};

  /** Atom → what it says by itself. */
  private final List<Entry[]> alone = new ArrayList<>();

  /** Atom → the patterns of several words that begin with it. */
  private final List<Sequence[]> sequences = new ArrayList<>();

  /** Atom → the second atoms of these patterns: most stand nowhere in a text. */
  private int[][] seconds = {};

  private final List<ConceptPattern.Step> atoms = new ArrayList<>();
  private Map<ConceptPattern.Step, Integer> numbers = new HashMap<>();

  /** Atom → whether letters may follow it in its word. */
  private boolean[] openEnds = {};

  record Entry(int concept, long languages) {}

  record Sequence(int concept, long languages, int[] atoms, boolean[] gaps, int letters) {
    boolean says(Sequence other) {
      return concept == other.concept
          && Arrays.equals(atoms, other.atoms)
          && Arrays.equals(gaps, other.gaps);
    }

    Sequence in(long more) {
      return new Sequence(concept, languages | more, atoms, gaps, letters);
    }
  }

  private final Misspellings.Candidates candidates =
      new Misspellings.Candidates() {
        @Override
        public String letters(int atom) {
          return atoms.get(atom).letters();
        }

        @Override
        public boolean openEnd(int atom) {
          return atoms.get(atom).openEnd();
        }
      };

  /** Puts in order what is looked up most; nothing is added afterwards. */
  void freeze() {
    numbers = Map.of();
    misspellings.freeze();
    openEnds = new boolean[atoms.size()];
    seconds = new int[atoms.size()][];
    for (int atom = 0; atom < openEnds.length; atom++) {
      openEnds[atom] = atoms.get(atom).openEnd();
      Sequence[] all = sequences.get(atom);
      int[] next = all.length == 0 ? NO_ATOMS : new int[all.length];
      Arrays.setAll(next, i -> all[i].atoms()[1]);
      seconds[atom] = next;
    }
  }

  /**
   * Adds a pattern.
   *
   * @param bit that of its language
   */
  void add(ConceptPattern pattern, int concept, long bit) {
    int[] steps = new int[pattern.steps().size()];
    boolean[] gaps = new boolean[steps.length];
    int letters = 0;
    for (int i = 0; i < steps.length; i++) {
      ConceptPattern.Step step = pattern.steps().get(i);
      gaps[i] = step.afterGap();
      letters += step.letters().length();
      steps[i] = atom(step);
    }
    if (steps.length == 1) {
      alone.set(steps[0], merged(alone.get(steps[0]), concept, bit));
    } else {
      Sequence sequence = new Sequence(concept, bit, steps, gaps, letters);
      sequences.set(steps[0], merged(sequences.get(steps[0]), sequence));
    }
  }

  private int atom(ConceptPattern.Step step) {
    ConceptPattern.Step bare =
        new ConceptPattern.Step(step.letters(), step.openStart(), step.openEnd(), false);
    return numbers.computeIfAbsent(
        bare,
        key -> {
          int number = atoms.size();
          atoms.add(bare);
          alone.add(NOTHING);
          sequences.add(NO_SEQUENCE);
          (bare.openStart() ? inside : starts).add(bare.letters(), number);
          if (!bare.openStart()) {
            forms.add(MeantLetters.form(bare.letters()), number);
            if (bare.letters().length() >= LEAST_MISSPELT) {
              misspellings.add(bare.letters(), number);
            }
          }
          return number;
        });
  }

  private static Entry[] merged(Entry[] entries, int concept, long bit) {
    for (int i = 0; i < entries.length; i++) {
      if (entries[i].concept() == concept) {
        entries[i] = new Entry(concept, entries[i].languages() | bit);
        return entries;
      }
    }
    Entry[] more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = new Entry(concept, bit);
    return more;
  }

  private static Sequence[] merged(Sequence[] all, Sequence other) {
    for (int i = 0; i < all.length; i++) {
      if (all[i].says(other)) {
        all[i] = all[i].in(other.languages());
        return all;
      }
    }
    Sequence[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = other;
    return more;
  }

  /** Returns what an atom says by itself. */
  Entry[] alone(int atom) {
    return alone.get(atom);
  }

  /** Returns the patterns of several words that begin with an atom. */
  Sequence[] sequences(int atom) {
    return sequences.get(atom);
  }

  /** Returns the second atoms of these patterns, in their order. */
  int[] seconds(int atom) {
    return seconds[atom];
  }

  /** Returns whether letters may follow an atom in its word. */
  boolean isOpenEnd(int atom) {
    return openEnds[atom];
  }

  /** Passes the atoms on that a word may be, misspelt. */
  void misspelt(String word, IntConsumer found) {
    misspellings.find(word, candidates, found);
  }
}
