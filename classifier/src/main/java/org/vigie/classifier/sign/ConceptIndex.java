package org.vigie.classifier.sign;

import java.util.function.IntConsumer;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * The patterns of concepts by their atoms, as they are looked up: flat arrays, which take a third
 * of the memory of an object a pattern. Never changed.
 *
 * @param starts atoms that words begin with
 * @param inside atoms that stand anywhere in words
 * @param forms the atoms of {@code starts} in the form that disguised words are compared in
 * @param misspellings the longer of these
 * @param spelling how atoms are written
 * @param alone what atoms say by themselves
 * @param sequences the patterns of several words
 */
record ConceptIndex(
    AtomTable starts,
    AtomTable inside,
    AtomTable forms,
    Misspellings misspellings,
    Spelling spelling,
    Alone alone,
    Sequences sequences) {
  /** Words shorter than this are not taken for misspelt ones. */
  static final int LEAST_MISSPELT = 6;

  /**
   * How atoms are written.
   *
   * @param all the letters of all atoms, one behind the other
   * @param ends atom → where its letters end in {@code all}
   * @param openEnds atom → whether letters may follow it in its word
   */
  record Spelling(String all, int[] ends, boolean[] openEnds) implements Misspellings.Candidates {
    @Override
    public String letters(int atom) {
      return all.substring(atom == 0 ? 0 : ends[atom - 1], ends[atom]);
    }

    @Override
    public boolean openEnd(int atom) {
      return openEnds[atom];
    }
  }

  /**
   * What atoms say by themselves.
   *
   * @param ends atom → where its entries end
   * @param concepts entry → its concept
   * @param languages entry → the bits of its languages
   */
  record Alone(int[] ends, int[] concepts, long[] languages) {}

  /**
   * Patterns of several words, by their first atom.
   *
   * @param ends atom → where its patterns end
   * @param concepts pattern → its concept
   * @param languages pattern → the bits of its languages
   * @param letters pattern → how many letters it has
   * @param seconds pattern → its second atom: most stand nowhere in a text
   * @param stepEnds pattern → where its steps end
   * @param atoms step → its atom
   * @param gaps step → whether other words may stand before it
   */
  record Sequences(
      int[] ends,
      int[] concepts,
      long[] languages,
      int[] letters,
      int[] seconds,
      int[] stepEnds,
      int[] atoms,
      boolean[] gaps) {}

  static ConceptIndex read(ImageIn in) {
    return new ConceptIndex(
        AtomTable.read(in),
        AtomTable.read(in),
        AtomTable.read(in),
        Misspellings.read(in),
        new Spelling(in.text(), in.ints(), in.flags()),
        new Alone(in.ints(), in.ints(), in.longs()),
        new Sequences(
            in.ints(),
            in.ints(),
            in.longs(),
            in.ints(),
            in.ints(),
            in.ints(),
            in.ints(),
            in.flags()));
  }

  void write(ImageOut out) {
    starts.write(out);
    inside.write(out);
    forms.write(out);
    misspellings.write(out);
    out.text(spelling.all());
    out.ints(spelling.ends());
    out.flags(spelling.openEnds());
    out.ints(alone.ends);
    out.ints(alone.concepts);
    out.longs(alone.languages);
    out.ints(sequences.ends);
    out.ints(sequences.concepts);
    out.longs(sequences.languages);
    out.ints(sequences.letters);
    out.ints(sequences.seconds);
    out.ints(sequences.stepEnds);
    out.ints(sequences.atoms);
    out.flags(sequences.gaps);
  }

  /** Returns the first of the entries that an atom says by itself. */
  int aloneFrom(int atom) {
    return atom == 0 ? 0 : alone.ends[atom - 1];
  }

  int aloneEnd(int atom) {
    return alone.ends[atom];
  }

  int aloneConcept(int entry) {
    return alone.concepts[entry];
  }

  long aloneLanguages(int entry) {
    return alone.languages[entry];
  }

  /** Returns the first of the patterns of several words that begin with an atom. */
  int sequencesFrom(int atom) {
    return atom == 0 ? 0 : sequences.ends[atom - 1];
  }

  int sequencesEnd(int atom) {
    return sequences.ends[atom];
  }

  int second(int sequence) {
    return sequences.seconds[sequence];
  }

  int sequenceConcept(int sequence) {
    return sequences.concepts[sequence];
  }

  long sequenceLanguages(int sequence) {
    return sequences.languages[sequence];
  }

  int letters(int sequence) {
    return sequences.letters[sequence];
  }

  /** Returns the first step of a pattern, which its first atom is. */
  int stepsFrom(int sequence) {
    return sequence == 0 ? 0 : sequences.stepEnds[sequence - 1];
  }

  int stepsEnd(int sequence) {
    return sequences.stepEnds[sequence];
  }

  int atom(int step) {
    return sequences.atoms[step];
  }

  boolean isAfterGap(int step) {
    return sequences.gaps[step];
  }

  /** Returns whether letters may follow an atom in its word. */
  boolean isOpenEnd(int atom) {
    return spelling.openEnd(atom);
  }

  /** Passes the atoms on that a word may be, misspelt. */
  void misspelt(String word, IntConsumer found) {
    misspellings.find(word, spelling, found);
  }
}
