package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * The features of the recruitment model with a name and a list of places for each: slow, plain, and
 * what {@link RiskFeatures} is held against.
 */
final class NamedRiskFeatures {
  /**
   * The longest part of a text that is read for words; what follows adds nothing to a job advert.
   */
  private static final int MAX_TOKENS = 2_000;

  /** Places shown of one feature. */
  private static final int MAX_SPANS = 5;

  private final MaskedWords maskedWords;

  private NamedRiskFeatures(MaskedWords maskedWords) {
    this.maskedWords = maskedWords;
  }

  static NamedRiskFeatures load(Path models) throws IOException {
    return new NamedRiskFeatures(MaskedWords.load(models));
  }

  /** Returns every feature of an advert, words last; each name once. */
  List<Feature> of(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators) {
    List<Feature> features = RiskFeatures.wordless(advert, text, indicators);
    BitSet masked = maskedWords.in(words);
    List<RiskTokens.Token> tokens = RiskTokens.of(text, words, contacts, masked);
    List<RiskTokens.Token> read = tokens.subList(0, Math.min(MAX_TOKENS, tokens.size()));
    addWords(read, features);
    Sections sections = Sections.of(text.original());
    if (!sections.headings().isEmpty()) {
      NamedSectionFeatures.add(MaskedWords.blanked(text, words, masked), sections, read, features);
    }
    return features;
  }

  /** Returns how many words there are, those for protected attributes aside. */
  int length(List<Word> words) {
    return words.size() - maskedWords.in(words).cardinality();
  }

  private static void addWords(List<RiskTokens.Token> tokens, List<Feature> features) {
    Map<String, List<Span>> found = LinkedHashMap.newLinkedHashMap(3 * tokens.size());
    String pairBefore = "";
    for (int i = 0; i < tokens.size(); i++) {
      RiskTokens.Token token = tokens.get(i);
      note(found, "word:" + token.text(), token.span());
      if (token.glued() && i > 0) {
        String pair = "run:" + tokens.get(i - 1).text() + ' ' + token.text();
        note(found, pair, across(tokens, i - 1, i));
        if (i > 1 && tokens.get(i - 1).glued()) {
          note(found, pairBefore + ' ' + token.text(), across(tokens, i - 2, i));
        }
        pairBefore = pair;
      }
    }
    // Presence scaled by text length: a long advert has more words of every kind.
    double value = found.isEmpty() ? 0 : value(found.size());
    found.forEach((name, spans) -> features.add(new Feature(name, value, spans)));
  }

  /** Returns the value of each of as many different features. */
  static double value(int count) {
    return Math.min(MAX_VALUE, SCALE / Math.sqrt(count));
  }

  /** Returns where two or three words in a row stand. */
  private static Span across(List<RiskTokens.Token> tokens, int first, int last) {
    int end = tokens.get(first).span().end();
    for (int i = first + 1; i <= last; i++) {
      end = Math.max(end, tokens.get(i).span().end());
    }
    return new Span(tokens.get(first).span().start(), end);
  }

  /** No word weighs more than in a text of a hundred words and sequences. */
  private static final double MAX_VALUE = 2;

  /** Brings a text of 400 different words and sequences to a value of 1 each. */
  private static final double SCALE = 20;

  private static void note(Map<String, List<Span>> found, String name, Span span) {
    List<Span> spans = found.putIfAbsent(name, List.of(span));
    if (spans == null) {
      return; // as nearly always, so that no list need grow
    }
    if (spans.size() == 1) {
      spans = new ArrayList<>(spans);
      found.put(name, spans);
    }
    if (spans.size() < MAX_SPANS) {
      spans.add(span);
    }
  }
}
