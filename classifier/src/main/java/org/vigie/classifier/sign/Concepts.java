package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.text.KnownWords;
import org.vigie.text.MeantLetters;

/**
 * The word forms of all languages, found in one pass over a text. Takes time linear in the text;
 * never changed, so that threads share it.
 */
public final class Concepts {
  /** Bits of a set of languages. */
  private static final int MAX_LANGUAGES = 64;

  /** More than any text of an advert says of one kind. */
  private static final int MAX_ATOMS_A_WORD = 64;

  /** Bits of a set of atoms of one text: several times as many as an advert has. */
  private static final int THERE = 1 << 14;

  /** Words shorter than this are not taken for misspelt ones. */
  private static final int LEAST_MISSPELT = 6;

  private final List<String> names;
  private final List<String> languages;
  private final AtomTable starts = new AtomTable(20);
  private final AtomTable inside = new AtomTable(18);
  private final AtomTable forms = new AtomTable(20);
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

  /** Atom → whether letters may follow it in its word. */
  private boolean[] openEnds = {};

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

  private Concepts(List<String> names, List<String> languages) {
    this.names = names;
    this.languages = languages;
  }

  /**
   * Reads the files of a models folder.
   *
   * @throws IllegalArgumentException if one says what it must not
   */
  public static Concepts load(Path models) throws IOException {
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
    Concepts concepts = new Concepts(List.copyOf(names), List.copyOf(languages));
    Map<ConceptPattern.Step, Integer> numbers = new HashMap<>();
    for (Path path : paths) {
      concepts.compile(ConceptFile.read(path), path, numbers);
    }
    concepts.freeze();
    return concepts;
  }

  /** Puts in order what is looked up most; nothing is added afterwards. */
  private void freeze() {
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

  private void compile(ConceptFile file, Path path, Map<ConceptPattern.Step, Integer> numbers) {
    long bit = 1L << languages.indexOf(file.language());
    file.patterns()
        .forEach((name, patterns) -> {
          int concept = concept(name);
          for (String pattern : patterns) {
            add(parse(pattern, file, path, name), concept, bit, numbers);
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

  private void add(
      ConceptPattern pattern, int concept, long bit, Map<ConceptPattern.Step, Integer> numbers) {
    int[] steps = new int[pattern.steps().size()];
    boolean[] gaps = new boolean[steps.length];
    int letters = 0;
    for (int i = 0; i < steps.length; i++) {
      ConceptPattern.Step step = pattern.steps().get(i);
      gaps[i] = step.afterGap();
      letters += step.letters().length();
      steps[i] = atom(step, numbers);
    }
    if (steps.length == 1) {
      alone.set(steps[0], merged(alone.get(steps[0]), concept, bit));
    } else {
      Sequence sequence = new Sequence(concept, bit, steps, gaps, letters);
      sequences.set(steps[0], merged(sequences.get(steps[0]), sequence));
    }
  }

  private int atom(ConceptPattern.Step step, Map<ConceptPattern.Step, Integer> numbers) {
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
    int at = java.util.Collections.binarySearch(names, name);
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
        forms.walk(
            letters,
            from,
            (atom, end) -> {
              ConceptPattern.Step step = atoms.get(atom);
              if (end - from >= 3 || !step.openEnd()) {
                ends.accept(end);
              }
            });
  }

  /** Returns what stands in a text, in order of appearance, whatever the language. */
  List<ConceptHit> find(SignText text) {
    List<SignText.Token> tokens = text.tokens();
    List<List<AtomHit>> found = new ArrayList<>(tokens.size());
    Map<String, List<AtomHit>> known = new HashMap<>();
    for (SignText.Token token : tokens) {
      found.add(
          token.undone()
              ? atomsOf(token)
              : known.computeIfAbsent(token.text(), word -> atomsOf(token)));
    }
    long[] there = there(found);
    List<ConceptHit> hits = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      for (AtomHit atom : found.get(i)) {
        addAlone(tokens.get(i), i, atom, hits);
        int[] next = seconds[atom.atom()];
        for (int k = 0; k < next.length; k++) {
          if (mayBeThere(there, next[k])) {
            addSequence(tokens, found, i, sequences.get(atom.atom())[k], hits);
          }
        }
      }
    }
    hits.sort(Comparator.comparingInt(ConceptHit::from).thenComparingInt(ConceptHit::to));
    return hits;
  }

  /** Returns a set of the atoms in a text, by some bits of their numbers. */
  private static long[] there(List<List<AtomHit>> found) {
    long[] there = new long[THERE / Long.SIZE];
    for (List<AtomHit> hits : found) {
      for (AtomHit hit : hits) {
        int bit = hit.atom() & THERE - 1;
        there[bit >>> 6] |= 1L << bit;
      }
    }
    return there;
  }

  private static boolean mayBeThere(long[] there, int atom) {
    int bit = atom & THERE - 1;
    return (there[bit >>> 6] & 1L << bit) != 0;
  }

  /**
   * An atom in a word.
   *
   * @param atom its number
   * @param start index of its first letter in the word
   * @param end index after its last
   */
  private record AtomHit(int atom, int start, int end) {}

  private List<AtomHit> atomsOf(SignText.Token token) {
    List<AtomHit> hits = new ArrayList<>(2);
    String word = token.text();
    starts.walk(word, 0, (atom, end) -> addAtom(hits, word, atom, 0, end));
    boolean together = token.isWrittenTogether();
    int reach = together ? word.length() : Math.min(word.length(), 48);
    for (int at = 0; at < reach; at++) {
      int from = at;
      inside.walk(word, from, (atom, end) -> addAtom(hits, word, atom, from, end));
    }
    if (token.undone()) {
      String form = MeantLetters.form(word);
      forms.walk(form, 0, (atom, end) -> addAtom(hits, form, atom, 0, end));
    }
    if (hits.isEmpty() && word.length() >= LEAST_MISSPELT && !together) {
      misspellings.find(word, candidates, atom -> hits.add(new AtomHit(atom, 0, word.length())));
    }
    return hits;
  }

  private void addAtom(List<AtomHit> hits, String word, int atom, int start, int end) {
    if ((end == word.length() || openEnds[atom]) && hits.size() < MAX_ATOMS_A_WORD) {
      hits.add(new AtomHit(atom, start, end));
    }
  }

  private void addAlone(SignText.Token token, int at, AtomHit atom, List<ConceptHit> hits) {
    boolean together = token.isWrittenTogether();
    int from = together ? token.unit() + atom.start() / 2 : token.unit();
    int to = together ? Math.max(from + 1, token.unit() + (atom.end() + 1) / 2) : from + 1;
    for (Entry entry : alone.get(atom.atom())) {
      hits.add(
          new ConceptHit(
              entry.concept(),
              from,
              to,
              at,
              at,
              token.sentence(),
              atom.end() - atom.start(),
              entry.languages()));
    }
  }

  private void addSequence(
      List<SignText.Token> tokens,
      List<List<AtomHit>> found,
      int first,
      Sequence sequence,
      List<ConceptHit> hits) {
    int at = first;
    for (int step = 1; step < sequence.atoms().length; step++) {
      int furthest = at + (sequence.gaps()[step] ? 5 : 1);
      int next = -1;
      for (int k = at + 1; k <= furthest && k < tokens.size() && next < 0; k++) {
        if (tokens.get(k).sentence() == tokens.get(first).sentence()
            && has(found.get(k), sequence.atoms()[step])) {
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
            sequence.concept(),
            token.unit(),
            last.unit() + 1,
            first,
            at,
            token.sentence(),
            sequence.letters(),
            sequence.languages()));
  }

  private static boolean has(List<AtomHit> hits, int atom) {
    for (AtomHit hit : hits) {
      if (hit.atom() == atom) {
        return true;
      }
    }
    return false;
  }
}
