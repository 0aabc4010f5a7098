package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.List;

/**
 * A stretch of text as a sequence: a step for each word, or where words are written together for
 * every two letters, and one between sentences. A step is a set of places: of the concepts and
 * frames that begin there, which are the same in all languages, and of the word and its letters.
 */
public final class SignSteps {
  /** Places of words and letters; those of concepts come behind them. */
  private static final int WORDS = 1 << 18;

  private static final int CONCEPTS = 1 << 13;

  /** The number of places. */
  public static final int PLACES = WORDS + CONCEPTS;

  /**
   * Later steps of a stretch are not read: a text of 70 words with its sentences' ends has fewer.
   */
  private static final int MOST = 170;

  private static final int LONGEST_WORD = 24;

  private static final long WORD = SignFeatures.seed("step word");
  private static final long LETTERS = SignFeatures.seed("step letters");
  private static final long CONCEPT = SignFeatures.seed("step concept");
  private static final long DENIED = SignFeatures.seed("step denied");
  private static final long FRAME = SignFeatures.seed("step frame");
  private static final long END = SignFeatures.seed("step end");
  private static final long ASKED = SignFeatures.seed("step asked");

  private static final int[] NONE = {};

  private final int[][] steps;
  private final int[] counts;

  private SignSteps(int count) {
    this.steps = new int[count][];
    this.counts = new int[count];
  }

  /**
   * Returns the steps of some sentences, at least one step.
   *
   * @param first index of the first sentence
   * @param last index of the last
   */
  static int[][] of(SignSampler.Read read, int first, int last, SignFeatures features) {
    SignText text = read.reading().text();
    List<SignText.Token> tokens = text.tokens();
    int from = text.first(first);
    int to = Math.min(text.first(last + 1), tokens.size());
    if (from >= to) {
      return new int[1][0];
    }
    int start = tokens.get(from).unit() + first;
    SignText.Token end = tokens.get(to - 1);
    SignSteps all = new SignSteps(Math.min(MOST, end.unit() + end.units() + last - start + 1));
    for (int sentence = first; sentence <= last; sentence++) {
      all.addConcepts(read.sentences().get(sentence), features, sentence - start);
    }
    for (int i = from; i < to; i++) {
      int at = tokens.get(i).unit() + tokens.get(i).sentence() - start;
      if (!read.masked().get(i)) {
        all.addWord(tokens.get(i), at);
      }
      if (i + 1 == to || tokens.get(i + 1).sentence() > tokens.get(i).sentence()) {
        all.addEnd(text, i, at + tokens.get(i).units());
      }
    }
    return all.places();
  }

  /** Returns whether all steps of a text are read. */
  static boolean fits(SignSampler.Read read) {
    List<SignText.Token> tokens = read.reading().text().tokens();
    if (tokens.isEmpty()) {
      return true;
    }
    SignText.Token end = tokens.getLast();
    return end.unit() + end.units() + end.sentence() < MOST;
  }

  /** Returns whether a place is that of a concept, of a frame or of what ends a sentence. */
  public static boolean isConcept(int place) {
    return place >= WORDS;
  }

  private void addEnd(SignText text, int lastToken, int at) {
    addConcept(at, END);
    if (text.asks(lastToken)) {
      addConcept(at, ASKED);
    }
  }

  private void addConcepts(SignSampler.Sentence sentence, SignFeatures features, int shift) {
    List<ConceptHit> hits = sentence.hits();
    for (int i = 0; i < hits.size(); i++) {
      int at = hits.get(i).from() + shift;
      long concept = features.hash(hits.get(i).concept());
      addConcept(at, CONCEPT + concept);
      if (features.isDenied(hits, i)) {
        addConcept(at, DENIED + concept);
        addConcept(at, DENIED);
      }
    }
    for (Frames.Finding finding : sentence.findings()) {
      int at = finding.hits().stream().mapToInt(ConceptHit::from).min().orElse(0) + shift;
      addConcept(at, FRAME + SignFeatures.seed(finding.name()));
    }
  }

  private void addWord(SignText.Token token, int at) {
    String letters = token.text();
    if (token.isWrittenTogether()) {
      addTogether(letters, token.units(), at);
      return;
    }
    boolean isNumber = !letters.isEmpty() && Character.isDigit(letters.charAt(0));
    String word = isNumber ? "0".repeat(Math.min(6, letters.length())) : letters;
    if (at >= steps.length) {
      return;
    }
    makeRoom(at, 3 * Math.min(LONGEST_WORD, word.length()));
    add(at, WORD + SignFeatures.seed(word));
    String framed = '<' + word.substring(0, Math.min(LONGEST_WORD, word.length())) + '>';
    for (int length = 3; length <= 5; length++) {
      for (int i = 0; i + length <= framed.length(); i++) {
        addLetters(at, framed, i, i + length);
      }
    }
  }

  private void addTogether(String letters, int units, int at) {
    for (int unit = 0; unit < units && at + unit < steps.length; unit++) {
      int end = unit + 1 == units ? letters.length() : 2 * unit + 2;
      for (int i = 2 * unit; i < end; i++) {
        for (int length = 1; length <= 3; length++) {
          addLetters(at + unit, letters, i, i + length);
        }
      }
    }
  }

  private void addLetters(int at, String letters, int from, int to) {
    if (to <= letters.length()) {
      add(at, LETTERS + SignFeatures.hash(letters, from, to));
    }
  }

  private void add(int at, long hash) {
    put(at, (int) (SignFeatures.mix(hash) & (WORDS - 1)));
  }

  private void addConcept(int at, long hash) {
    put(at, WORDS + (int) (SignFeatures.mix(hash) & (CONCEPTS - 1)));
  }

  private void put(int at, int place) {
    if (at < 0 || at >= steps.length) {
      return;
    }
    makeRoom(at, 1);
    steps[at][counts[at]++] = place;
  }

  /** Makes room for exactly so many more places, as long as a step isn't full. */
  private void makeRoom(int at, int more) {
    int needed = counts[at] + more;
    if (steps[at] == null) {
      steps[at] = new int[needed];
    } else if (steps[at].length < needed) {
      steps[at] = Arrays.copyOf(steps[at], needed);
    }
  }

  private int[][] places() {
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] == null) {
        steps[i] = NONE;
      } else if (counts[i] < steps[i].length) {
        steps[i] = Arrays.copyOf(steps[i], counts[i]);
      }
    }
    return steps;
  }
}
