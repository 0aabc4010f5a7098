package org.vigie.classifier.risk;

/**
 * The 64-bit hash of a feature of a text, which stands for its name: a text has thousands of
 * features, and only the few that are shown need be named.
 *
 * <p>It is made of the hashes of a feature's words, so that no letter is looked at twice. That one
 * of a text's features has by chance the hash of one of a model's hundred thousand is less likely
 * than 10<sup>-9</sup> in an advert of ten thousand features.
 */
final class FeatureHash {
  static final String WORD = "word:";
  static final String RUN = "run:";
  static final String PART = "part:";
  static final String LETTERS = "letters:";

  /** Lengths of runs of letters, the marks at both ends of a word counted as letters. */
  static final int SHORTEST_RUN = 3;

  static final int LONGEST_RUN = 5;

  /** Stands before and behind a word where its letters are looked at. */
  static final char MARK = '_';

  /** What a hash is multiplied by: odd, its bits as good as random (Steele and Vigna, 2022). */
  private static final long FACTOR = 0xD1342543DE82EF95L;

  private static final long OF_TEXT = 1;
  private static final long OF_WORD = 2;
  private static final long OF_RUN = 3;
  private static final long OF_LETTERS = 4;
  private static final long OF_PART = 5;

  private FeatureHash() {}

  /** Returns the hash of a word as such, of which those of features are made. */
  static long text(CharSequence word) {
    return text(word, 0, word.length());
  }

  private static long text(CharSequence word, int from, int to) {
    long hash = OF_TEXT;
    for (int i = from; i < to; i++) {
      hash = (hash + word.charAt(i)) * FACTOR;
      hash ^= hash >>> 32;
    }
    return mix(hash);
  }

  /** Returns the hash of the feature {@code word:…}. */
  static long word(long text) {
    return join(OF_WORD, text);
  }

  /** Returns the hash of the feature {@code run:…} of two words in a row. */
  static long pair(long first, long second) {
    return join(join(OF_RUN, first), second);
  }

  /** Returns the hash of a run of words that goes on with one more. */
  static long longer(long run, long next) {
    return join(run, next);
  }

  /** Returns the hash of a feature of words that stands in a part of an advert. */
  static long inPart(int part, long feature) {
    return join(join(OF_PART, part), feature);
  }

  /**
   * Returns the hash of a run of three or four letters.
   *
   * @param packed their UTF-16 units, 16 bits each, the last one lowest; none is 0
   */
  static long letters(long packed) {
    return join(OF_LETTERS, packed);
  }

  /** Returns the hash of a run of letters that goes on with one more. */
  static long longerLetters(long run, char next) {
    return join(run, next);
  }

  /** Different {@code next} never give the same. */
  private static long join(long hash, long next) {
    return mix(hash * FACTOR + next);
  }

  /** The last step of MurmurHash3: each bit depends on all (Appleby, 2011). */
  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  /** Returns whether a name is of a feature of the text, which is known by its hash. */
  static boolean isHashed(String name) {
    if (name.startsWith(PART)) {
      int colon = endOfPart(name);
      return colon >= 0 && isOfWords(name.substring(colon));
    }
    if (name.startsWith(LETTERS)) {
      int length = name.length() - LETTERS.length();
      return length >= SHORTEST_RUN && length <= LONGEST_RUN && name.indexOf('\u0000') < 0;
    }
    return isOfWords(name);
  }

  /**
   * Returns the hash of a feature by its name.
   *
   * @param name one that {@linkplain #isHashed has a hash}
   */
  static long of(String name) {
    if (name.startsWith(PART)) {
      int colon = endOfPart(name);
      int part = Sections.part(name.substring(PART.length(), colon - SEPARATOR.length()));
      return inPart(part, ofWords(name.substring(colon)));
    }
    return name.startsWith(LETTERS) ? ofLetters(name) : ofWords(name);
  }

  private static final String SEPARATOR = ": ";

  /** Returns where the feature begins that stands in a part, or -1 if there is no such part. */
  private static int endOfPart(String name) {
    int colon = name.indexOf(SEPARATOR, PART.length());
    return colon >= 0 && Sections.part(name.substring(PART.length(), colon)) >= 0
        ? colon + SEPARATOR.length()
        : -1;
  }

  private static boolean isOfWords(String name) {
    if (name.startsWith(WORD)) {
      return name.indexOf(' ') < 0;
    }
    return name.startsWith(RUN) && name.indexOf(' ') >= 0;
  }

  private static long ofWords(String name) {
    if (name.startsWith(WORD)) {
      return word(text(name, WORD.length(), name.length()));
    }
    long hash = OF_RUN;
    int from = RUN.length();
    for (int to = name.indexOf(' ', from); to >= 0; to = name.indexOf(' ', from)) {
      hash = join(hash, text(name, from, to));
      from = to + 1;
    }
    return join(hash, text(name, from, name.length()));
  }

  private static long ofLetters(String name) {
    long packed = 0;
    int first = LETTERS.length();
    for (int i = first; i < Math.min(name.length(), first + 4); i++) {
      packed = packed << Character.SIZE | name.charAt(i);
    }
    long hash = letters(packed);
    return name.length() == first + LONGEST_RUN
        ? longerLetters(hash, name.charAt(name.length() - 1))
        : hash;
  }
}
