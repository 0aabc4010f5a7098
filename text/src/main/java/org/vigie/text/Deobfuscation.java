package org.vigie.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A second reading of a text's words, in which words that were written past machines stand as they
 * are meant: with letters for digits and signs ({@code f33$}), put together where their letters
 * stand apart ({@code f e e s}, {@code f.e.e.s}), with repeated letters once ({@code feeees}).
 *
 * <p>Every word keeps its place in the text. Takes one pass, and linear time.
 */
public final class Deobfuscation {
  /** Fewer letters that stand one by one are an abbreviation's. */
  private static final int LEAST_APART = 3;

  /** Longest word whose signs are read; the same that words are cut at. */
  private static final int MAX_LENGTH = 48;

  private final WordGaps gaps;
  private final String folded;
  private final List<Word> raw;
  private final KnownWords known;

  /** The words of this reading; none as long as both are the same. */
  private List<Word> words = List.of();

  private int[] firstRaw = {};
  private int[] traces = {};

  /** With how many words both readings begin, as far as is read. */
  private int same;

  /** Where letters end that stand one by one and are no words, so that they are looked at once. */
  private int refusedTo;

  /** Clauses that ended only because signs stand between letters. */
  private int dropped;

  private boolean differs;
  private boolean any;

  private Deobfuscation(NormalizedText text, List<Word> raw, KnownWords known) {
    this.gaps = new WordGaps(text, raw);
    this.folded = text.folded();
    this.raw = raw;
    this.known = known;
  }

  /**
   * Returns the second reading of a text, or nothing if it is the same as the first.
   *
   * @param words the words of {@code text}
   * @param known the words into which letters set apart are parted
   */
  public static Optional<Deobfuscation> of(
      NormalizedText text, List<Word> words, KnownWords known) {
    Deobfuscation undone = new Deobfuscation(text, words, known);
    undone.read();
    return undone.any ? Optional.of(undone) : Optional.empty();
  }

  /** Returns the words of this reading, in order. */
  public List<Word> words() {
    return words;
  }

  /** Returns what had to be undone to read a word, as a union of {@link Trace} bits. */
  public int traces(int word) {
    return traces[word];
  }

  /** Returns the index of the word in the first reading with which a word of this one begins. */
  public int rawIndex(int word) {
    return firstRaw[word];
  }

  private void read() {
    int i = 0;
    while (i < raw.size()) {
      int next = i >= refusedTo && gaps.isSingle(i) ? readApart(i) : i;
      next = next == i ? readToken(i) : next;
      i = next;
    }
  }

  /** Reads letters set apart from a word on; returns the word after them, or the same. */
  private int readApart(int from) {
    int to = from + 1;
    int letters = gaps.isLetter(from) ? 1 : 0;
    int withSigns = 0;
    int narrowestBlank = WordGaps.WIDEST;
    int narrowestSign = WordGaps.WIDEST;
    while (to < raw.size() && gaps.isSingle(to) && gaps.isGap(to)) {
      letters += gaps.isLetter(to) ? 1 : 0;
      if (gaps.isBlank(to)) {
        narrowestBlank = Math.min(narrowestBlank, gaps.gap(to));
      } else if (!gaps.hasApostrophe(to)) {
        withSigns++;
        narrowestSign = Math.min(narrowestSign, gaps.gap(to));
      }
      to++;
    }
    if (to - from < LEAST_APART || 2 * letters <= to - from) {
      refusedTo = to;
      return from;
    }
    boolean signs = 2 * withSigns >= to - from - 1;
    int narrowest = signs ? narrowestSign : narrowestBlank;
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      boolean inside =
          i < to
              && (gaps.hasApostrophe(i) || (gaps.isBlank(i) != signs && gaps.gap(i) == narrowest));
      if (!inside) {
        readLetters(start, i);
        start = i;
      }
    }
    return to;
  }

  /** Adds the words that letters set apart are parted into. */
  private void readLetters(int from, int to) {
    StringBuilder letters = new StringBuilder(to - from);
    int[] wordOf = new int[2 * (to - from)];
    for (int i = from; i < to; i++) {
      for (int k = 0; k < raw.get(i).text().length(); k++) {
        wordOf[letters.length()] = i;
        letters.append(raw.get(i).text().charAt(k));
      }
    }
    dropped += raw.get(to - 1).clause() - raw.get(from).clause();
    int clause = raw.get(to - 1).clause() - dropped;
    String meant = MeantLetters.undoneSigns(letters.toString());
    int trace = Trace.APART | (meant.contentEquals(letters) ? 0 : Trace.LEET);
    for (LetterRun.Piece piece : LetterRun.parted(meant, known)) {
      int first = wordOf[piece.start()];
      int last = wordOf[piece.end() - 1];
      add(
          new Word(
              meant.substring(piece.start(), piece.end()),
              raw.get(first).start(),
              raw.get(last).end(),
              clause),
          first,
          last > first ? trace : Trace.NONE);
    }
  }

  /** Reads one word with the signs in it; returns the word after it. */
  private int readToken(int from) {
    int last = from;
    int start = raw.get(from).start();
    int end = raw.get(from).end();
    boolean goesOn = true;
    while (goesOn) {
      int next = end;
      while (next < folded.length() && mayJoin(folded.charAt(next))) {
        next++;
      }
      goesOn = next > end && last + 1 < raw.size() && raw.get(last + 1).start() == next;
      if (goesOn) {
        last++;
        end = raw.get(last).end();
      } else if (next == end + 1 && folded.charAt(end) == '$') {
        end = next;
      }
    }
    boolean signBefore = start > 0 && isLeadingSign(folded.charAt(start - 1));
    start -= signBefore && (start == 1 || folded.charAt(start - 2) <= ' ') ? 1 : 0;
    addToken(from, last, start, end);
    return last + 1;
  }

  private void addToken(int from, int last, int start, int end) {
    if (last > from && end - start > MAX_LENGTH) {
      // Too long for one word that signs stand in: words that signs stand between.
      for (int i = from; i <= last; i++) {
        addToken(i, i, raw.get(i).start(), raw.get(i).end());
      }
      return;
    }
    Word word = raw.get(from);
    boolean joined = end - start > word.end() - word.start();
    String text = joined && end - start <= MAX_LENGTH ? text(start, end) : word.text();
    int trace = traceOf(text);
    if (trace == Trace.NONE) {
      for (int i = from; i <= last; i++) {
        add(moved(raw.get(i)), i, Trace.NONE);
      }
      return;
    }
    dropped += raw.get(last).clause() - word.clause();
    int clause = raw.get(last).clause() - dropped;
    add(new Word(MeantLetters.undone(text), start, end, clause), from, trace);
  }

  private String text(int start, int end) {
    StringBuilder text = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = folded.charAt(i);
      if (MeantLetters.isSign(c)) {
        text.append(c);
      } else if (!Words.isApostrophe(c)) {
        AccentFolding.append(c, text);
      }
    }
    return text.toString();
  }

  private static int traceOf(String text) {
    boolean letter = false;
    boolean sign = false;
    boolean repeated = false;
    int row = 0;
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSign = (c >= '0' && c <= '9') || MeantLetters.isSign(c);
      sign |= isSign;
      letter |= !isSign;
      row = c == before ? row + 1 : 1;
      repeated |= row >= MeantLetters.REPEATS && !isSign;
      before = c;
    }
    return (letter && sign ? Trace.LEET : 0) | (repeated ? Trace.REPEATED : 0);
  }

  private Word moved(Word word) {
    return dropped == 0
        ? word
        : new Word(word.text(), word.start(), word.end(), word.clause() - dropped);
  }

  private void add(Word word, int rawIndex, int trace) {
    if (!differs && trace == Trace.NONE && rawIndex == same && word == raw.get(same)) {
      same++;
      return;
    }
    if (!differs) {
      beginToDiffer();
    }
    if (words.size() == traces.length) {
      // Letters that stand for two, as a sharp s, may become two words.
      traces = Arrays.copyOf(traces, 2 * traces.length + 4);
      firstRaw = Arrays.copyOf(firstRaw, traces.length);
    }
    traces[words.size()] = trace;
    firstRaw[words.size()] = rawIndex;
    words.add(word);
    any |= trace != Trace.NONE;
  }

  /** Most texts never do, and are not copied. */
  private void beginToDiffer() {
    differs = true;
    words = new ArrayList<>(raw.size());
    words.addAll(raw.subList(0, same));
    traces = new int[raw.size()];
    firstRaw = new int[raw.size()];
    for (int i = 0; i < same; i++) {
      firstRaw[i] = i;
    }
  }

  private static boolean mayJoin(char c) {
    return MeantLetters.isSign(c) || Words.isApostrophe(c);
  }

  private static boolean isLeadingSign(char c) {
    return MeantLetters.isSign(c) && c != '!' && c != '|';
  }
}
