package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.image.ModelImage;
import org.vigie.text.KnownWords;

/**
 * The word forms of all languages, found in one pass over a text. Takes time linear in the text;
 * threads share it.
 */
public final class Concepts {
  /** Bits of a set of languages. */
  private static final int MAX_LANGUAGES = 64;

  /** Bits of a set of atoms of one text: several times as many as an advert has. */
  private static final int THERE = 1 << 14;

  private static final Comparator<ConceptHit> BY_PLACE =
      (a, b) ->
          a.from() == b.from()
              ? Integer.compare(a.to(), b.to())
              : Integer.compare(a.from(), b.from());

  private final List<String> names;
  private final List<String> languages;
  private final ConceptIndex table;
  private final WordAtoms atoms;

  private Concepts(List<String> names, List<String> languages, ConceptIndex table) {
    this.names = names;
    this.languages = languages;
    this.table = table;
    this.atoms = new WordAtoms(table);
  }

  private static Concepts read(ImageIn in) {
    return new Concepts(List.copyOf(in.texts()), List.copyOf(in.texts()), ConceptIndex.read(in));
  }

  private void write(ImageOut out) {
    out.texts(names);
    out.texts(languages);
    table.write(out);
  }

  /**
   * Reads the files of a models folder.
   *
   * @throws IllegalArgumentException if one says what it must not
   */
  public static Concepts load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  static Concepts load(Path models, ModelImage image) throws IOException {
    return image.part(ConceptFile.FOLDER, Concepts::write, Concepts::read, () -> read(models));
  }

  private static Concepts read(Path models) throws IOException {
    return read(ConceptFile.paths(models));
  }

  /**
   * Reads the files of some languages.
   *
   * @throws IllegalArgumentException if one says what it must not
   */
  static Concepts read(List<Path> paths) throws IOException {
    // Each file is read twice, so that never more than one of them is in memory.
    TreeSet<String> names = new TreeSet<>();
    List<String> languages = new ArrayList<>();
    for (Path path : paths) {
      ConceptFile file = ConceptFile.readNames(path);
      names.addAll(file.patterns().keySet());
      languages.add(file.language());
    }
    if (languages.size() > MAX_LANGUAGES) {
      throw new IllegalArgumentException(
          "there may be up to " + MAX_LANGUAGES + " languages, but are " + languages.size());
    }
    List<String> inOrder = List.copyOf(names);
    ConceptTable table = new ConceptTable();
    for (Path path : paths) {
      ConceptFile file = ConceptFile.read(path);
      compile(file, path, inOrder, 1L << languages.indexOf(file.language()), table);
    }
    return new Concepts(inOrder, List.copyOf(languages), table.freeze());
  }

  private static void compile(
      ConceptFile file, Path path, List<String> names, long bit, ConceptTable table) {
    file.patterns()
        .forEach((name, patterns) -> {
          int concept = Collections.binarySearch(names, name);
          for (String pattern : patterns) {
            table.add(parse(pattern, file, path, name), concept, bit);
          }
        });
  }

  private static ConceptPattern parse(String pattern, ConceptFile file, Path path, String concept) {
    try {
      return ConceptPattern.parse(pattern, file.spaced());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s: concepts.%s: %s".formatted(path, concept, e.getMessage()), e);
    }
  }

  /** Returns the concepts' names in alphabetical order; a concept's number is its place in it. */
  public List<String> names() {
    return names;
  }

  /** Returns the codes of the languages that have concepts. */
  public List<String> languages() {
    return languages;
  }

  /** Returns the number of a concept, or -1 if no language has it. */
  int concept(String name) {
    int at = Collections.binarySearch(names, name);
    return at < 0 ? -1 : at;
  }

  /** Returns the bit of a language, or 0 if it has no concepts. */
  long bit(String language) {
    int at = languages.indexOf(language);
    return at < 0 ? 0 : 1L << at;
  }

  /** Returns the words into which letters set apart are parted. */
  KnownWords knownWords() {
    return (letters, from, ends) ->
        table
            .forms()
            .walk(
                letters,
                from,
                (atom, end) -> {
                  if (end - from >= 3 || !table.isOpenEnd(atom)) {
                    ends.accept(end);
                  }
                });
  }

  /** Returns what stands in a text, in order of appearance, whatever the language. */
  List<ConceptHit> find(SignText text) {
    List<SignText.Token> tokens = text.tokens();
    int[][] found = new int[tokens.size()][];
    for (int i = 0; i < found.length; i++) {
      found[i] = atoms.of(tokens.get(i));
    }
    long[] there = there(found);
    List<ConceptHit> hits = new ArrayList<>(2 * found.length);
    for (int i = 0; i < found.length; i++) {
      for (int at = 0; at < found[i].length; at += WordAtoms.WIDTH) {
        int atom = found[i][at];
        addAlone(tokens.get(i), i, at, found[i], hits);
        int end = table.sequencesEnd(atom);
        for (int sequence = table.sequencesFrom(atom); sequence < end; sequence++) {
          if (mayBeThere(there, table.second(sequence))) {
            addSequence(tokens, found, i, sequence, hits);
          }
        }
      }
    }
    hits.sort(BY_PLACE);
    return hits;
  }

  /** Returns a set of the atoms in a text, by some bits of their numbers. */
  private static long[] there(int[][] found) {
    long[] there = new long[THERE / Long.SIZE];
    for (int[] hits : found) {
      for (int at = 0; at < hits.length; at += WordAtoms.WIDTH) {
        int bit = hits[at] & THERE - 1;
        there[bit >>> 6] |= 1L << bit;
      }
    }
    return there;
  }

  private static boolean mayBeThere(long[] there, int atom) {
    int bit = atom & THERE - 1;
    return (there[bit >>> 6] & 1L << bit) != 0;
  }

  private void addAlone(
      SignText.Token token, int index, int at, int[] found, List<ConceptHit> hits) {
    int atom = found[at];
    int start = found[at + 1];
    int stop = found[at + 2];
    boolean together = token.isWrittenTogether();
    int from = together ? token.unit() + start / 2 : token.unit();
    int to = together ? Math.max(from + 1, token.unit() + (stop + 1) / 2) : from + 1;
    int end = table.aloneEnd(atom);
    for (int entry = table.aloneFrom(atom); entry < end; entry++) {
      hits.add(
          new ConceptHit(
              table.aloneConcept(entry),
              from,
              to,
              index,
              index,
              token.sentence(),
              stop - start,
              table.aloneLanguages(entry)));
    }
  }

  private void addSequence(
      List<SignText.Token> tokens, int[][] found, int first, int sequence, List<ConceptHit> hits) {
    int at = first;
    int end = table.stepsEnd(sequence);
    for (int step = table.stepsFrom(sequence) + 1; step < end; step++) {
      int furthest = at + (table.isAfterGap(step) ? 5 : 1);
      int next = -1;
      for (int k = at + 1; k <= furthest && k < tokens.size() && next < 0; k++) {
        if (tokens.get(k).sentence() == tokens.get(first).sentence()
            && has(found[k], table.atom(step))) {
          next = k;
        }
      }
      if (next < 0) {
        return;
      }
      at = next;
    }
    SignText.Token token = tokens.get(first);
    SignText.Token last = tokens.get(at);
    hits.add(
        new ConceptHit(
            table.sequenceConcept(sequence),
            token.unit(),
            last.unit() + 1,
            first,
            at,
            token.sentence(),
            table.letters(sequence),
            table.sequenceLanguages(sequence)));
  }

  private static boolean has(int[] hits, int atom) {
    for (int at = 0; at < hits.length; at += WordAtoms.WIDTH) {
      if (hits[at] == atom) {
        return true;
      }
    }
    return false;
  }
}
