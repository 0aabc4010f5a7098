package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a categoriser weighs in a sentence, as numbers of places: its concepts, in which order and
 * how far from each other they stand, what denies them, its words and the letters of these.
 *
 * <p>Names are never made: a feature is a hash. Concepts have the same hash in all languages, so
 * that what is learnt in one helps all.
 */
public final class SignFeatures {
  /**
   * Places that features may have, a power of two: so many that the features of half a hundred
   * languages seldom share one.
   */
  public static final int SIZE = 1 << 22;

  /** Features of words have the upper half of the places, those of concepts the lower. */
  public static final int WORDS_FROM = SIZE / 2;

  /** Concepts further apart than this are no pair. */
  private static final int PAIR_REACH = 14;

  private static final int NEAR = 4;

  /** A denial so many units before a concept, or after it, is of it. */
  private static final int DENIED_BEFORE = 4;

  private static final int DENIED_AFTER = 2;

  /** More words of a sentence are not looked at: no sentence of an advert has them. */
  private static final int MAX_TOKENS = 120;

  private static final long CONCEPT = seed("concept");
  private static final long PAIR = seed("pair");
  private static final long TOGETHER = seed("together");
  private static final long WORD = seed("word");
  private static final long WORDS = seed("words");
  private static final long LETTERS = seed("letters");
  private static final long SHAPE = seed("shape");
  private static final long FRAME = seed("frame");

  private final Concepts concepts;
  private final Opposites opposites;
  private final long[] conceptHash;

  SignFeatures(Concepts concepts, Opposites opposites) {
    this.concepts = concepts;
    this.opposites = opposites;
    this.conceptHash = concepts.names().stream().mapToLong(SignFeatures::seed).toArray();
  }

  /** Room in which the places of one sentence's features are gathered after those of another. */
  static final class Places {
    /** Features of concepts, and some a word. */
    private static final int OF_CONCEPTS = 64;

    private static final int OF_A_WORD = 12;

    private int[] places;
    private int size;

    /** Room for the longest sentence of a text, as far as that can be told. */
    Places(SignText text) {
      int longest = 0;
      for (int sentence = 0; sentence < text.sentences(); sentence++) {
        longest = Math.max(longest, text.first(sentence + 1) - text.first(sentence));
      }
      this.places = new int[OF_CONCEPTS + OF_A_WORD * Math.min(longest, MAX_TOKENS)];
    }

    /** Adds a feature that is the same in all languages: they have the lower half of the places. */
    private void addConcept(long hash) {
      put((int) (mix(hash) & (WORDS_FROM - 1)));
    }

    private void add(long hash) {
      put(WORDS_FROM + (int) (mix(hash) & (WORDS_FROM - 1)));
    }

    private void put(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = place;
    }

    /** Returns the places in ascending order, each once, and forgets them. */
    private int[] take() {
      Arrays.sort(places, 0, size);
      int count = 0;
      for (int i = 0; i < size; i++) {
        if (count == 0 || places[count - 1] != places[i]) {
          places[count++] = places[i];
        }
      }
      size = 0;
      return Arrays.copyOf(places, count);
    }
  }

  /**
   * Returns the places of a sentence's features in ascending order, each once.
   *
   * @param places room, in which nothing is left
   * @param hits its concepts, in order of appearance
   * @param findings the frames that it says
   * @param masked tokens that nothing may be learnt from: what they say is a protected attribute
   */
  int[] of(
      Places places,
      ConceptReading reading,
      int sentence,
      List<ConceptHit> hits,
      List<Frames.Finding> findings,
      BitSet masked) {
    addConcepts(places, hits);
    for (Frames.Finding finding : findings) {
      places.addConcept(FRAME + seed(finding.name()));
    }
    addShape(places, reading.text(), sentence, masked);
    addWords(places, reading.text(), sentence, masked);
    return places.take();
  }

  private void addConcepts(Places places, List<ConceptHit> hits) {
    places.addConcept(SHAPE);
    BitSet denials = new BitSet(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      denials.set(i, isDenied(hits, i));
    }
    for (int i = 0; i < hits.size(); i++) {
      ConceptHit hit = hits.get(i);
      long one = conceptHash[hit.concept()];
      boolean denied = denials.get(i);
      places.addConcept(CONCEPT + one);
      if (denied) {
        places.addConcept(CONCEPT + one * 3 + 1);
      }
      for (int k = i + 1; k < hits.size() && hits.get(k).from() - hit.to() <= PAIR_REACH; k++) {
        ConceptHit next = hits.get(k);
        if (next.concept() == hit.concept()) {
          continue;
        }
        long other = conceptHash[next.concept()];
        places.addConcept(TOGETHER + (one ^ other));
        if (next.from() - hit.to() <= NEAR) {
          places.addConcept(PAIR + one * 31 + other);
        }
        if (denied || denials.get(k)) {
          places.addConcept(TOGETHER + (one ^ other) * 5 + 1);
        }
      }
    }
  }

  /** Returns whether something denies a concept. */
  boolean isDenied(List<ConceptHit> hits, int at) {
    ConceptHit hit = hits.get(at);
    if (opposites.denies(hit.concept())) {
      return false;
    }
    for (int i = at - 1; i >= 0 && hit.from() - hits.get(i).to() <= DENIED_BEFORE + 8; i--) {
      if (opposites.denies(hits.get(i).concept())
          && hits.get(i).from() < hit.from()
          && hit.from() - hits.get(i).to() <= DENIED_BEFORE) {
        return true;
      }
    }
    for (int i = at + 1; i < hits.size() && hits.get(i).from() - hit.to() <= DENIED_AFTER; i++) {
      if (opposites.denies(hits.get(i).concept()) && hits.get(i).from() >= hit.to()) {
        return true;
      }
    }
    return false;
  }

  private void addShape(Places places, SignText text, int sentence, BitSet masked) {
    int last = -1;
    boolean digits = false;
    int words = 0;
    List<SignText.Token> tokens = text.tokens();
    for (int i = text.first(sentence); i < text.first(sentence + 1); i++) {
      last = i;
      words += masked.get(i) ? 0 : 1;
      String word = tokens.get(i).text();
      digits |= !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
    if (last < 0) {
      return;
    }
    if (text.asks(last)) {
      places.addConcept(SHAPE + 1);
    }
    if (digits) {
      places.addConcept(SHAPE + 2);
    }
    places.addConcept(SHAPE + 16 + Math.min(5, words / 5));
  }

  private void addWords(Places places, SignText text, int sentence, BitSet masked) {
    long before = 0;
    List<SignText.Token> tokens = text.tokens();
    int first = text.first(sentence);
    int end = Math.min(text.first(sentence + 1), first + MAX_TOKENS);
    for (int i = first; i < end; i++) {
      SignText.Token token = tokens.get(i);
      if (masked.get(i)) {
        before = 0;
        continue;
      }
      if (token.isWrittenTogether()) {
        addTogether(places, token.text());
        before = 0;
        continue;
      }
      String word = token.text();
      long hash = seed(word);
      places.add(WORD + hash);
      if (before != 0) {
        places.add(WORDS + before * 31 + hash);
      }
      before = hash;
      addLetters(places, word);
    }
  }

  /** Runs of three and four letters, and how a word begins. */
  private static void addLetters(Places places, String word) {
    int length = Math.min(word.length(), 24);
    for (int i = 0; i + 3 <= length; i++) {
      places.add(LETTERS + hash(word, i, i + 3) * 5 + 2);
    }
    for (int i = 0; i + 4 <= length; i++) {
      places.add(LETTERS + hash(word, i, i + 4) * 2 + (i == 0 ? 1 : 0));
    }
    if (length >= 6) {
      places.add(LETTERS + hash(word, 0, 5) * 7 + 3);
    }
  }

  private static void addTogether(Places places, String letters) {
    int length = Math.min(letters.length(), 200);
    boolean han = !letters.isEmpty() && letters.charAt(0) >= 0x3040;
    int least = han ? 1 : 3;
    int most = han ? 3 : 5;
    for (int i = 0; i < length; i++) {
      for (int n = least; n <= most && i + n <= length; n++) {
        places.add(LETTERS + hash(letters, i, i + n));
      }
    }
  }

  static long hash(String text, int from, int to) {
    long hash = 1469598103934665603L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 1099511628211L;
    }
    return hash;
  }

  /** Returns the hash of a name: FNV-1a over UTF-16 units. */
  static long seed(String name) {
    return hash(name, 0, name.length());
  }

  /** SplitMix64's finaliser spreads what FNV leaves in the upper bits. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns the hash of a concept's name, by the concept's number. */
  long hash(int concept) {
    return conceptHash[concept];
  }

  Concepts concepts() {
    return concepts;
  }
}
