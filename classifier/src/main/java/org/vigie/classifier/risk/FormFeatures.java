package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;

/**
 * Turns what was read from an advert into the features of the models of forms beside recruitment:
 * words and pairs, runs of four letters, indicators, how it is answered, structure. Protected
 * attributes are masked first.
 *
 * <p>Only features that a model knows are made, so that most runs of letters cost one look-up.
 */
final class FormFeatures {
  /** The longest part of a text that is read for words. */
  private static final int MAX_TOKENS = 1_000;

  /** Places shown of one feature. */
  private static final int MAX_SPANS = 3;

  private static final int RUN = 4;

  /** What is said twice, as a word and as its letters, should not weigh twice. */
  private static final double LETTERS_SHARE = 0.5;

  /** Exculpatory rows, which are never scored as risk: what the other outcomes are told by. */
  private static final Set<String> EXCULPATORY = Set.of("NX-02", "NX-03");

  private final MaskedWords maskedWords;

  private FormFeatures(MaskedWords maskedWords) {
    this.maskedWords = maskedWords;
  }

  static FormFeatures load(Path models) throws IOException {
    return new FormFeatures(MaskedWords.load(models));
  }

  /**
   * Returns an advert's features, each name once.
   *
   * @param said where the phrases of each list of {@link FormRules} stand
   */
  List<Feature> of(
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators,
      Map<String, List<PhraseAutomaton.Hit>> said,
      Predicate<String> known) {
    List<RiskTokens.Token> all = RiskTokens.of(text, words, contacts, maskedWords.in(words));
    List<RiskTokens.Token> tokens = all.subList(0, Math.min(MAX_TOKENS, all.size()));
    List<Feature> features = new ArrayList<>();
    StructureFeatures.addSigns(text, features);
    addContacts(contacts, features);
    for (Indicator indicator : indicators) {
      if (indicator.scored() || EXCULPATORY.contains(indicator.id())) {
        features.add(new Feature("indicator:" + indicator.id(), 1, indicator.spans()));
      }
    }
    addLists(text, words, said, features);
    if (!tokens.isEmpty()) {
      double value = RiskFeatures.value(2 * tokens.size());
      addWords(tokens, known, value, features);
      addLetters(tokens, known, LETTERS_SHARE * value, features);
    }
    return features;
  }

  private static void addContacts(List<Contact> contacts, List<Feature> features) {
    for (ContactType type : ContactType.values()) {
      List<Span> spans =
          contacts.stream()
              .filter(c -> c.type() == type)
              .map(Contact::span)
              .filter(span -> span.length() > 0)
              .limit(MAX_SPANS)
              .toList();
      long count = contacts.stream().filter(c -> c.type() == type).count();
      if (count > 0) {
        String many = count == 1 ? "one " : "several ";
        features.add(new Feature("contacts:" + many + type.label(), 1, spans));
      }
    }
    if (Reach.MAIL_AND_LINK.fits(contacts)) {
      features.add(new Feature("contacts:mail and link", 1, List.of()));
    }
    if (Reach.LINK_WITHOUT_PHONE.fits(contacts)) {
      features.add(new Feature("contacts:link without phone", 1, List.of()));
    }
    if (contacts.isEmpty()) {
      features.add(new Feature("contacts:none", 1, List.of()));
    }
  }

  /** The words by which a person, a firm or mass text speaks say the same in every language. */
  private static void addLists(
      NormalizedText text,
      List<Word> words,
      Map<String, List<PhraseAutomaton.Hit>> said,
      List<Feature> features) {
    said.forEach((list, hits) -> {
      if (list.startsWith(FormRules.WORDS)) {
        List<Span> spans =
            hits.stream()
                .limit(MAX_SPANS)
                .map(hit ->
                    text.originalSpan(
                        words.get(hit.firstWord()).start(), words.get(hit.lastWord()).end()))
                .toList();
        features.add(new Feature("voice:" + list.substring(FormRules.WORDS.length()), 1, spans));
      }
    });
  }

  private static void addWords(
      List<RiskTokens.Token> tokens,
      Predicate<String> known,
      double value,
      List<Feature> features) {
    Map<String, List<Span>> found = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      RiskTokens.Token token = tokens.get(i);
      note(found, "word:" + token.text(), token.span(), known);
      if (token.glued() && i > 0) {
        RiskTokens.Token before = tokens.get(i - 1);
        int end = Math.max(before.span().end(), token.span().end());
        Span both = new Span(before.span().start(), end);
        note(found, "run:" + before.text() + ' ' + token.text(), both, known);
      }
    }
    found.forEach((name, spans) -> features.add(new Feature(name, value, spans)));
  }

  private static void addLetters(
      List<RiskTokens.Token> tokens,
      Predicate<String> known,
      double value,
      List<Feature> features) {
    Map<String, List<Span>> found = new LinkedHashMap<>();
    for (RiskTokens.Token token : tokens) {
      String word = "letters:_" + token.text() + "_";
      int start = "letters:".length();
      for (int i = start; i + RUN <= word.length(); i++) {
        note(found, "letters:".concat(word.substring(i, i + RUN)), token.span(), known);
      }
    }
    found.forEach((name, spans) -> features.add(new Feature(name, value, spans)));
  }

  private static void note(
      Map<String, List<Span>> found, String name, Span span, Predicate<String> known) {
    if (known.test(name)) {
      List<Span> spans = found.computeIfAbsent(name, n -> new ArrayList<>(2));
      if (spans.size() < MAX_SPANS && !spans.contains(span)) {
        spans.add(span);
      }
    }
  }
}
