package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.advert.Span;

/**
 * The words of one text, two and three in a row, by the part of an advert under headings in which
 * they stand. To be used again for the next text.
 */
final class PartFeatures implements TextFeatures {
  private static final int PARTS = 4;

  /** What is said twice, as a word and as a word of its part, should not weigh twice. */
  private static final double SHARE = 0.7;

  private final WordFeatures words;
  private Sections sections = Sections.of("");
  private long[] hashes = {};

  /** By feature: which feature of words it is, and in which part. */
  private int[] wordOf = {};

  private byte[] partOf = {};
  private int count;

  /** By feature of words: how often it was met, and up to four different parts, 4 bits each. */
  private byte[] met = {};

  private short[] parts = {};

  PartFeatures(WordFeatures words) {
    this.words = words;
  }

  /** Reads the text whose words were read last. */
  void read(Sections of) {
    sections = of;
    clear(words.count());
    List<RiskTokens.Token> tokens = words.tokens();
    int[] partOfToken = new int[Math.min(3, tokens.size())];
    for (int i = 0; i < tokens.size(); i++) {
      partOfToken[i % 3] = sections.partAt(tokens.get(i).start());
      for (int length = 1; length <= Math.min(3, i + 1); length++) {
        int word = words.feature(i, length);
        if (word >= 0) {
          meet(word, partOfToken[(i - length + 1) % 3]);
        }
      }
    }
    for (int word = 0; word < words.count(); word++) {
      for (int found = Short.toUnsignedInt(parts[word]); found != 0; found >>>= PARTS) {
        add(word, Integer.numberOfTrailingZeros(found & 0xF));
      }
    }
  }

  /** Only the places of a word that would be shown say in which part it is. */
  private void meet(int word, int part) {
    if (met[word] < WordFeatures.MAX_SPANS) {
      met[word]++;
      int found = Short.toUnsignedInt(parts[word]);
      int shift = 0;
      while ((found >>> shift) != 0 && (found >>> shift & 0xF) != 1 << part) {
        shift += PARTS;
      }
      parts[word] = (short) (found | 1 << part << shift);
    }
  }

  private void add(int word, int part) {
    hashes[count] = FeatureHash.inPart(part, words.hashes()[word]);
    wordOf[count] = word;
    partOf[count++] = (byte) part;
  }

  private void clear(int size) {
    if (met.length < size) {
      int room = Math.max(size, 2 * met.length);
      met = new byte[room];
      parts = new short[room];
      hashes = new long[PARTS * room];
      wordOf = new int[PARTS * room];
      partOf = new byte[PARTS * room];
    }
    Arrays.fill(met, 0, size, (byte) 0);
    Arrays.fill(parts, 0, size, (short) 0);
    count = 0;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public long[] hashes() {
    return hashes;
  }

  @Override
  public double value() {
    return words.value() * SHARE;
  }

  @Override
  public String name(int feature) {
    String part = Sections.name(partOf[feature]);
    return FeatureHash.PART + part + ": " + words.name(wordOf[feature]);
  }

  @Override
  public List<Span> spans(int feature) {
    List<Span> spans = new ArrayList<>();
    for (Span span : words.spans(wordOf[feature])) {
      if (sections.partAt(span.start()) == partOf[feature]) {
        spans.add(span);
      }
    }
    return spans;
  }
}
