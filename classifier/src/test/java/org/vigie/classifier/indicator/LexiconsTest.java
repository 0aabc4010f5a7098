package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Indicator;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Holds every phrase of every lexicon against what it must show, and against denial and warning.
 */
class LexiconsTest {
  /** Found from contacts and declared fields alone. */
  private static final Set<String> WITHOUT_LEXICON =
      Set.of("SX-01", "SX-06", "SX-12", "RC-01", "MV-02");

  private static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "de", "es", "it", "nl", "pl", "pt", "ro", "bg", "hu", "cs", "el", "sq", "sr",
          "uk", "ru", "tr", "ar");

  /** After a phrase that is a sign beside one alone. */
  private static final String AMOUNT = " 300 \u20AC";

  private static Taxonomy taxonomy;
  private static IndicatorFinder finder;
  private static Lexicon lexicon;
  private static Warnings warnings;

  @BeforeAll
  static void load() throws IOException {
    taxonomy = Taxonomy.load(ModelsFolder.path());
    finder = IndicatorFinder.load(ModelsFolder.path(), taxonomy);
    lexicon = Lexicon.load(ModelsFolder.path(), taxonomy.ids());
    warnings = Warnings.load(ModelsFolder.path());
  }

  @Test
  void coversEveryRowOfTextInEachLanguage() {
    Map<String, Set<String>> languages = new HashMap<>();
    lexicon
        .phrases()
        .forEach(
            p -> languages.computeIfAbsent(p.indicator(), k -> new TreeSet<>()).add(p.language()));
    for (Taxonomy.Row row : taxonomy.rows()) {
      boolean own = row.level().contains("A") || row.level().contains("S");
      if (own && !WITHOUT_LEXICON.contains(row.id())) {
        assertThat(languages.get(row.id()))
            .as(row.id())
            .containsExactlyInAnyOrderElementsOf(LANGUAGES);
      }
    }
  }

  @Test
  void findsEachPhraseWhereItStandsPlainly() {
    List<String> missed = new ArrayList<>();
    for (Lexicon.Phrase phrase : lexicon.phrases()) {
      if (!find(plain(phrase, AMOUNT)).contains(phrase.indicator())) {
        missed.add(name(phrase));
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void countsNoPhraseAfterAWordThatDeniesIt() throws IOException {
    Negation negation = Negation.load(ModelsFolder.path());
    List<String> counted = new ArrayList<>();
    for (Lexicon.Phrase phrase : lexicon.phrases()) {
      Map<String, Set<String>> denying = phrase.negatable() ? negation.before() : negation.never();
      for (String word : denying.get(phrase.language())) {
        String text = word + " " + plain(phrase, AMOUNT);
        Span whole = new Span(word.length() + 1, word.length() + 1 + plain(phrase).length());
        if (indicators(text).stream()
            .filter(i -> i.id().equals(phrase.indicator()))
            .anyMatch(i -> i.spans().contains(whole))) {
          counted.add(word + " " + name(phrase));
        }
      }
    }
    assertThat(counted).isEmpty();
  }

  @Test
  void countsNoPhraseThatAWarningQuotes() {
    List<String> counted = new ArrayList<>();
    for (Lexicon.Phrase phrase : lexicon.phrases()) {
      for (Lexicon.Phrase cue : warnings.cues()) {
        String text = cue.text() + ": \u00AB" + plain(phrase, AMOUNT) + "\u00BB";
        if (cue.language().equals(phrase.language()) && find(text).contains(phrase.indicator())) {
          counted.add(cue.text() + ": " + name(phrase));
        }
      }
    }
    assertThat(counted).isEmpty();
  }

  private static Set<String> find(String text) {
    return indicators(text).stream().map(Indicator::id).collect(Collectors.toSet());
  }

  private static List<Indicator> indicators(String text) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "example.org", Instant.EPOCH)
            .body(text)
            .field("organization", "Example")
            .build();
    NormalizedText normalized = NormalizedText.of(advert.text());
    List<Word> words = Words.of(normalized);
    int amount = text.indexOf(AMOUNT);
    List<Price> prices =
        amount < 0
            ? List.of()
            : List.of(
                new Price(
                    300,
                    300,
                    "EUR",
                    PricePeriod.UNSTATED,
                    new Span(amount + 1, amount + AMOUNT.length())));
    Entities entities = new Entities(prices, List.of(), List.of(), List.of(), List.of());
    return finder.find(advert, normalized, words, List.of(), entities);
  }

  private static String plain(Lexicon.Phrase phrase) {
    return phrase.text().replace("*", "");
  }

  private static String plain(Lexicon.Phrase phrase, String after) {
    return plain(phrase) + (phrase.besideAmount() ? after : "");
  }

  private static String name(Lexicon.Phrase phrase) {
    return phrase.indicator() + " '" + phrase.text() + "' (" + phrase.language() + ")";
  }
}
