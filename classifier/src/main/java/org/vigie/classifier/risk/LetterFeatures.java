package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Span;

/** The runs of three to five letters in the words of one text. To be used again for the next. */
final class LetterFeatures implements TextFeatures {
  /** Places shown of one feature. */
  private static final int MAX_SPANS = 3;

  /** What is said twice, as a word and as its letters, should not weigh twice. */
  private static final double SHARE = 0.7;

  private static final long THREE = 0xFFFF_FFFF_FFFFL;

  private final WordFeatures words;
  private final DistinctHashes features = new DistinctHashes();

  /** By feature: the token that it stands in first, and its place in the marked word. */
  private int[] tokenOf = {};

  private byte[] start = {};
  private byte[] length = {};

  /** A word between its marks, and the hashes of its runs of four letters by where they begin. */
  private final char[] marked = new char[RiskTokens.LONGEST_WORD + 2];

  private final long[] four = new long[marked.length];

  LetterFeatures(WordFeatures words) {
    this.words = words;
  }

  /** Reads the text whose words were read last. A word that stood before has no run that is new. */
  void read() {
    List<RiskTokens.Token> tokens = words.tokens();
    int most = 0;
    for (int i = 0; i < tokens.size(); i++) {
      most += words.isNew(i) ? 3 * tokens.get(i).text().length() : 0;
    }
    clear(most);
    for (int i = 0; i < tokens.size(); i++) {
      if (words.isNew(i)) {
        addRuns(i, tokens.get(i).text());
      }
    }
  }

  private void clear(int most) {
    features.clear(most);
    if (tokenOf.length < most) {
      tokenOf = new int[most];
      start = new byte[most];
      length = new byte[most];
    }
  }

  /** Adds the runs of a word, the shortest first. */
  private void addRuns(int token, String word) {
    int size = word.length() + 2;
    marked[0] = FeatureHash.MARK;
    word.getChars(0, size - 2, marked, 1);
    marked[size - 1] = FeatureHash.MARK;
    long packed = (long) marked[0] << Character.SIZE | marked[1];
    for (int i = 2; i < size; i++) {
      packed = packed << Character.SIZE | marked[i];
      add(FeatureHash.letters(packed & THREE), token, i - 2, 3);
      if (i > 2) {
        four[i - 3] = FeatureHash.letters(packed);
      }
    }
    for (int i = 0; i + 4 <= size; i++) {
      add(four[i], token, i, 4);
    }
    for (int i = 0; i + 5 <= size; i++) {
      add(FeatureHash.longerLetters(four[i], marked[i + 4]), token, i, 5);
    }
  }

  private void add(long hash, int token, int from, int letters) {
    int known = features.size();
    if (features.add(hash) == known) {
      tokenOf[known] = token;
      start[known] = (byte) from;
      length[known] = (byte) letters;
    }
  }

  @Override
  public int count() {
    return features.size();
  }

  @Override
  public long[] hashes() {
    return features.hashes();
  }

  @Override
  public double value() {
    return SHARE * WordFeatures.value(count());
  }

  @Override
  public String name(int feature) {
    return FeatureHash.LETTERS + run(feature);
  }

  private String run(int feature) {
    String word = marked(words.tokens().get(tokenOf[feature]));
    return word.substring(start[feature], start[feature] + length[feature]);
  }

  @Override
  public List<Span> spans(int feature) {
    String run = run(feature);
    List<Span> spans = new ArrayList<>();
    List<RiskTokens.Token> tokens = words.tokens();
    for (int i = tokenOf[feature]; i < tokens.size() && spans.size() < MAX_SPANS; i++) {
      RiskTokens.Token token = tokens.get(i);
      if (!spans.contains(token.span()) && marked(token).contains(run)) {
        spans.add(token.span());
      }
    }
    return spans;
  }

  private static String marked(RiskTokens.Token token) {
    return FeatureHash.MARK + token.text() + FeatureHash.MARK;
  }
}
