package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.text.MeantLetters;

/**
 * Gathers the patterns of concepts by their atoms: the words, or parts of words, that they are made
 * of.
 *
 * @see ConceptIndex which it makes of them
 */
final class ConceptTable {
  private final AtomTable.Builder starts = new AtomTable.Builder(20);
  private final AtomTable.Builder inside = new AtomTable.Builder(18);
  private final AtomTable.Builder forms = new AtomTable.Builder(20);
  private final Misspellings misspellings = new Misspellings();

  private static final Entry[] NOTHING = {};
  private static final Sequence[] NO_SEQUENCE = {};

  /** Atom → what it says by itself. */
  private final List<Entry[]> alone = new ArrayList<>();

  /** Atom → the patterns of several words that begin with it. */
  private final List<Sequence[]> sequences = new ArrayList<>();

  private final List<ConceptPattern.Step> atoms = new ArrayList<>();
  private final Map<ConceptPattern.Step, Integer> numbers = new HashMap<>();

  private record Entry(int concept, long languages) {}

  private record Sequence(int concept, long languages, int[] atoms, boolean[] gaps, int letters) {
    boolean says(Sequence other) {
      return concept == other.concept
          && Arrays.equals(atoms, other.atoms)
          && Arrays.equals(gaps, other.gaps);
    }

    Sequence in(long more) {
      return new Sequence(concept, languages | more, atoms, gaps, letters);
    }
  }

  /** Returns what was added, in the order in which it is looked up; nothing is added afterwards. */
  ConceptIndex freeze() {
    misspellings.freeze();
    StringBuilder letters = new StringBuilder();
    int[] lettersEnd = new int[atoms.size()];
    boolean[] openEnds = new boolean[atoms.size()];
    for (int atom = 0; atom < openEnds.length; atom++) {
      letters.append(atoms.get(atom).letters());
      lettersEnd[atom] = letters.length();
      openEnds[atom] = atoms.get(atom).openEnd();
    }
    return new ConceptIndex(
        starts.build(),
        inside.build(),
        forms.build(),
        misspellings,
        new ConceptIndex.Spelling(letters.toString(), lettersEnd, openEnds),
        flatAlone(),
        flatSequences());
  }

  private ConceptIndex.Alone flatAlone() {
    List<Entry> all = new ArrayList<>();
    int[] ends = new int[alone.size()];
    for (int atom = 0; atom < ends.length; atom++) {
      all.addAll(Arrays.asList(alone.get(atom)));
      ends[atom] = all.size();
    }
    return new ConceptIndex.Alone(
        ends,
        all.stream().mapToInt(Entry::concept).toArray(),
        all.stream().mapToLong(Entry::languages).toArray());
  }

  private ConceptIndex.Sequences flatSequences() {
    List<Sequence> all = new ArrayList<>();
    int[] ends = new int[sequences.size()];
    for (int atom = 0; atom < ends.length; atom++) {
      all.addAll(Arrays.asList(sequences.get(atom)));
      ends[atom] = all.size();
    }
    int[] stepEnds = new int[all.size()];
    int steps = 0;
    for (int i = 0; i < stepEnds.length; i++) {
      steps += all.get(i).atoms().length;
      stepEnds[i] = steps;
    }
    int[] stepAtoms = new int[steps];
    boolean[] gaps = new boolean[steps];
    for (int i = 0; i < stepEnds.length; i++) {
      int length = all.get(i).atoms().length;
      System.arraycopy(all.get(i).atoms(), 0, stepAtoms, stepEnds[i] - length, length);
      System.arraycopy(all.get(i).gaps(), 0, gaps, stepEnds[i] - length, length);
    }
    return new ConceptIndex.Sequences(
        ends,
        all.stream().mapToInt(Sequence::concept).toArray(),
        all.stream().mapToLong(Sequence::languages).toArray(),
        all.stream().mapToInt(Sequence::letters).toArray(),
        all.stream().mapToInt(sequence -> sequence.atoms()[1]).toArray(),
        stepEnds,
        stepAtoms,
        gaps);
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
            if (bare.letters().length() >= ConceptIndex.LEAST_MISSPELT) {
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
}
