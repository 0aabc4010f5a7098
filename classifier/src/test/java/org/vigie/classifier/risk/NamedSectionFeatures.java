package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.MaskedWords;

/**
 * Features of an advert under headings, with a name and a list of places for each: slow, plain, and
 * what {@link SectionFeatures} is held against.
 */
final class NamedSectionFeatures {

  /** Where a part counts as longer, in UTF-16 positions: nothing, a line, a paragraph and more. */
  private static final int[] LENGTHS = {1, 100, 300, 700, 1_200};

  private static final int SHORTEST_RUN = 3;
  private static final int LONGEST_RUN = 5;
  private static final int MAX_SPANS = 3;

  /** What is said twice, as a word and as a word of its part, should not weigh twice. */
  private static final double SHARE = 0.7;

  private NamedSectionFeatures() {}

  /**
   * Adds them to the other features of an advert, if it has sections.
   *
   * @param text its text, masked words blanked: how long the word for a nationality is, and whether
   *     it has a capital, would say something of it too
   */
  static void add(
      String text, Sections sections, List<RiskTokens.Token> tokens, List<Feature> features) {
    if (sections.headings().isEmpty()) {
      return;
    }
    List<Feature> more = new ArrayList<>();
    addForm(sections.bodies(text), more);
    addStyle(text, more);
    addParts(sections, features, more);
    addLetters(tokens, more);
    features.addAll(more);
  }

  private static void addForm(List<String> bodies, List<Feature> features) {
    StringBuilder pattern = new StringBuilder("form:parts");
    for (int part = 0; part < bodies.size(); part++) {
      long length = bodies.get(part).chars().filter(c -> c != MaskedWords.BLANK).count();
      int step = 0;
      while (step < LENGTHS.length && length >= LENGTHS[step]) {
        step++;
      }
      features.add(new Feature("form:length " + step + " of " + Sections.name(part), 1, List.of()));
      pattern.append(length == 0 ? " -" : " +");
    }
    features.add(new Feature(pattern.toString(), 1, List.of()));
  }

  private static void addStyle(String text, List<Feature> features) {
    int letters = 0;
    int capitals = 0;
    int digits = 0;
    int seams = 0;
    int bullets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      bullets += "*-\u2022\u00B7".indexOf(c) >= 0 ? 1 : 0;
      if (Character.isUpperCase(c)) {
        capitals++;
        seams += i > 0 && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
      }
    }
    double most = Math.max(1, letters);
    addStyle("capitals", 20 * capitals / most, features);
    addStyle("digits", 50 * digits / most, features);
    addStyle("words run together", StrictMath.log1p(seams), features);
    addStyle("bullets and dashes", StrictMath.log1p(bullets), features);
  }

  private static void addStyle(String name, double value, List<Feature> features) {
    if (value > 0) {
      features.add(new Feature("style:" + name, Math.min(3, value), List.of()));
    }
  }

  private static void addParts(Sections sections, List<Feature> words, List<Feature> features) {
    Map<String, List<Span>> found = new LinkedHashMap<>();
    double value = 0;
    for (Feature word : words) {
      if (word.isOfWords()) {
        value = word.value() * SHARE;
        for (Span span : word.spans()) {
          String part = Sections.name(sections.partAt(span.start()));
          found
              .computeIfAbsent("part:" + part + ": " + word.name(), n -> new ArrayList<>(2))
              .add(span);
        }
      }
    }
    for (var entry : found.entrySet()) {
      features.add(new Feature(entry.getKey(), value, entry.getValue()));
    }
  }

  private static void addLetters(List<RiskTokens.Token> tokens, List<Feature> features) {
    Map<String, List<Span>> found = new LinkedHashMap<>();
    for (RiskTokens.Token token : tokens) {
      String word = "_" + token.text() + "_";
      for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
        for (int i = 0; i + length <= word.length(); i++) {
          List<Span> spans =
              found.computeIfAbsent(
                  "letters:" + word.substring(i, i + length), n -> new ArrayList<>(2));
          if (spans.size() < MAX_SPANS && !spans.contains(token.span())) {
            spans.add(token.span());
          }
        }
      }
    }
    double value = found.isEmpty() ? 0 : SHARE * NamedRiskFeatures.value(found.size());
    found.forEach((name, spans) -> features.add(new Feature(name, value, spans)));
  }
}
