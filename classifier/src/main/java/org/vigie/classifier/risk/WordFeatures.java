package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.advert.Span;

/** The words of one text, and two and three in a row. To be used again for the next text. */
final class WordFeatures implements TextFeatures {
  /** Places shown of one feature. */
  static final int MAX_SPANS = 5;

  /** No word weighs more than in a text of a hundred words and sequences. */
  private static final double MAX_VALUE = 2;

  /** Brings a text of 400 different words and sequences to a value of 1 each. */
  private static final double SCALE = 20;

  private final DistinctHashes features = new DistinctHashes();
  private List<RiskTokens.Token> tokens = List.of();

  /** By token: its feature as a word, with the token before it, with the two before it, or -1. */
  private int[] words = {};

  private int[] pairs = {};
  private int[] triples = {};

  /** By feature: the token at which it ends for the first time, and how many words it has. */
  private int[] ends = {};

  private byte[] lengths = {};

  /** Reads a text in place of the one before. */
  void read(List<RiskTokens.Token> of) {
    tokens = of;
    clear(of.size());
    long before = 0;
    long pairBefore = 0;
    for (int i = 0; i < of.size(); i++) {
      RiskTokens.Token token = of.get(i);
      long text = FeatureHash.text(token.text());
      words[i] = add(FeatureHash.word(text), i, 1);
      if (token.glued() && i > 0) {
        long pair = FeatureHash.pair(before, text);
        pairs[i] = add(pair, i, 2);
        if (i > 1 && of.get(i - 1).glued()) {
          triples[i] = add(FeatureHash.longer(pairBefore, text), i, 3);
        }
        pairBefore = pair;
      }
      before = text;
    }
  }

  private void clear(int size) {
    features.clear(3 * size);
    if (words.length < size) {
      int room = Math.max(size, 2 * words.length);
      words = new int[room];
      pairs = new int[room];
      triples = new int[room];
      ends = new int[3 * room];
      lengths = new byte[3 * room];
    }
    Arrays.fill(pairs, 0, size, -1);
    Arrays.fill(triples, 0, size, -1);
  }

  private int add(long hash, int end, int length) {
    int known = features.size();
    int feature = features.add(hash);
    if (feature == known) {
      ends[feature] = end;
      lengths[feature] = (byte) length;
    }
    return feature;
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
    return value(count());
  }

  /**
   * Returns the value of each of as many different features: presence scaled by text length, since
   * a long advert has more words of every kind.
   */
  static double value(int count) {
    return count == 0 ? 0 : Math.min(MAX_VALUE, SCALE / Math.sqrt(count));
  }

  /** Returns the tokens of the text. */
  List<RiskTokens.Token> tokens() {
    return tokens;
  }

  /** Returns whether the word at a token has not stood before it. */
  boolean isNew(int token) {
    return ends[words[token]] == token;
  }

  /** Returns the feature of so many words that ends at a token, or -1. */
  int feature(int token, int length) {
    return switch (length) {
      case 1 -> words[token];
      case 2 -> pairs[token];
      default -> triples[token];
    };
  }

  /** Returns how many words a feature has. */
  int length(int feature) {
    return lengths[feature];
  }

  @Override
  public String name(int feature) {
    int end = ends[feature];
    if (lengths[feature] == 1) {
      return FeatureHash.WORD + tokens.get(end).text();
    }
    StringBuilder name = new StringBuilder(FeatureHash.RUN);
    for (int i = end - lengths[feature] + 1; i <= end; i++) {
      name.append(tokens.get(i).text()).append(i < end ? " " : "");
    }
    return name.toString();
  }

  @Override
  public List<Span> spans(int feature) {
    List<Span> spans = new ArrayList<>();
    for (int i = ends[feature]; i < tokens.size() && spans.size() < MAX_SPANS; i++) {
      if (feature(i, lengths[feature]) == feature) {
        spans.add(across(i - lengths[feature] + 1, i));
      }
    }
    return spans;
  }

  /** Returns where some words in a row stand. */
  private Span across(int first, int last) {
    int end = tokens.get(first).end();
    for (int i = first + 1; i <= last; i++) {
      end = Math.max(end, tokens.get(i).end());
    }
    return new Span(tokens.get(first).start(), end);
  }
}
