package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.text.Deobfuscation;
import org.vigie.text.KnownWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Turns what was read from an advert into the features of the models of forms beside recruitment:
 * words and pairs, runs of four letters, indicators, how it is answered, structure. Protected
 * attributes are masked first.
 *
 * <p>Only features that a vocabulary has are made, in one walk whatever the number of models behind
 * it. One per thread.
 */
public final class FormFeatures {
  /** The longest part of a text that is read for words. */
  private static final int MAX_TOKENS = 1_000;

  /** Places shown of one feature. */
  private static final int MAX_SPANS = 3;

  /** What is said twice, as a word and as its letters, should not weigh twice. */
  private static final double LETTERS_SHARE = 0.5;

  private final MaskedWords maskedWords;
  private final FormVocabulary vocabulary;

  /** Where each feature stands among those found, or -1: all are -1 between two adverts. */
  private int[] places = {};

  private FormFeatures(MaskedWords maskedWords, FormVocabulary vocabulary) {
    this.maskedWords = maskedWords;
    this.vocabulary = vocabulary;
  }

  public static FormFeatures load(Path models, FormVocabulary vocabulary) throws IOException {
    return new FormFeatures(MaskedWords.load(models), vocabulary);
  }

  /** Returns one that finds the same, for another thread. */
  FormFeatures forAnotherThread() {
    return new FormFeatures(maskedWords, vocabulary);
  }

  /**
   * A feature of an advert.
   *
   * @param number its number in the vocabulary
   * @param value how much of it there is, above 0
   * @param spans where in the advert's text; empty if it comes from fields or structure
   */
  public record Found(int number, double value, List<Span> spans) {
    public Feature named(FormVocabulary vocabulary) {
      return new Feature(vocabulary.name(number), value, spans);
    }
  }

  /**
   * Returns an advert's features, each once. Words that are written past machines count as what
   * they are meant to be read as: their letters alone would be no feature, and thin out the others.
   *
   * @param said where the phrases of each list of {@link FormRules} stand
   */
  public List<Found> of(
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators,
      Map<String, List<PhraseAutomaton.Hit>> said) {
    List<Word> meant =
        Deobfuscation.of(text, words, KnownWords.NONE).map(Deobfuscation::words).orElse(words);
    List<RiskTokens.Token> all = RiskTokens.of(text, meant, contacts, maskedWords.in(meant));
    List<RiskTokens.Token> tokens = all.subList(0, Math.min(MAX_TOKENS, all.size()));
    List<Feature> features = new ArrayList<>();
    StructureFeatures.addSigns(text, features);
    addContacts(contacts, features);
    List<Found> found = signs(text, words, indicators, said);
    addKnown(features, found);
    if (!tokens.isEmpty()) {
      double value = WordFeatures.value(2 * tokens.size());
      int first = found.size();
      addWords(tokens, value, found);
      addLetters(tokens, LETTERS_SHARE * value, found);
      found.subList(first, found.size()).forEach(f -> places[f.number()] = -1);
    }
    return found;
  }

  /**
   * Returns its indicators, and in whose voice it speaks, by the lists of words: what says the same
   * wherever an advert stands and however long it is.
   */
  public List<Found> signs(
      NormalizedText text,
      List<Word> words,
      List<Indicator> indicators,
      Map<String, List<PhraseAutomaton.Hit>> said) {
    List<Feature> features = new ArrayList<>();
    for (Indicator indicator : indicators) {
      // The other outcomes are told by exculpatory rows.
      if (indicator.scored() || indicator.exculpatory()) {
        features.add(new Feature(Feature.INDICATOR + indicator.id(), 1, indicator.spans()));
      }
    }
    addLists(text, words, said, features);
    List<Found> found = new ArrayList<>();
    addKnown(features, found);
    return found;
  }

  private void addKnown(List<Feature> features, List<Found> found) {
    for (Feature feature : features) {
      int number = vocabulary.ofOther(feature.name());
      if (number != FormVocabulary.ABSENT) {
        found.add(new Found(number, feature.value(), feature.spans()));
      }
    }
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
        features.add(
            new Feature(Feature.VOICE + list.substring(FormRules.WORDS.length()), 1, spans));
      }
    });
  }

  private void addWords(List<RiskTokens.Token> tokens, double value, List<Found> found) {
    int before = FormVocabulary.ABSENT;
    for (int i = 0; i < tokens.size(); i++) {
      RiskTokens.Token token = tokens.get(i);
      int word = vocabulary.word(token.text());
      note(vocabulary.ofWord(word), token.start(), token.end(), value, found);
      if (token.glued() && i > 0) {
        int pair = vocabulary.ofPair(before, word);
        if (pair != FormVocabulary.ABSENT) {
          RiskTokens.Token first = tokens.get(i - 1);
          note(pair, first.start(), Math.max(first.end(), token.end()), value, found);
        }
      }
      before = word;
    }
  }

  private void addLetters(List<RiskTokens.Token> tokens, double value, List<Found> found) {
    for (RiskTokens.Token token : tokens) {
      String word = token.text();
      long key = '_';
      // The run that ends at i, counted from the mark before the word, is whole from RUN on.
      for (int i = 1; i <= word.length() + 1; i++) {
        key = key << Character.SIZE | (i <= word.length() ? word.charAt(i - 1) : '_');
        if (i + 1 >= FormVocabulary.RUN) {
          note(vocabulary.ofLetters(key), token.start(), token.end(), value, found);
        }
      }
    }
  }

  private void note(int number, int start, int end, double value, List<Found> found) {
    if (number == FormVocabulary.ABSENT) {
      return;
    }
    Span span = new Span(start, end);
    int place = place(number);
    if (place < 0) {
      places[number] = found.size();
      found.add(new Found(number, value, List.of(span)));
      return;
    }
    List<Span> spans = found.get(place).spans();
    if (spans.size() < MAX_SPANS && !spans.contains(span)) {
      List<Span> more = new ArrayList<>(spans);
      more.add(span);
      found.set(place, new Found(number, value, more));
    }
  }

  private int place(int number) {
    if (number >= places.length) {
      int before = places.length;
      places = Arrays.copyOf(places, Math.max(vocabulary.size(), 2 * before));
      Arrays.fill(places, before, places.length, -1);
    }
    return places[number];
  }
}
