package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;

/**
 * Finds the phrases of all lexicons in one pass over a text, and drops those that are denied or
 * quoted.
 */
final class PhraseFinder {
  /** More places of one indicator tell an analyst nothing new. */
  private static final int MAX_SPANS = 20;

  private final List<Lexicon.Phrase> phrases;
  private final int firstCue;
  private final PhraseAutomaton automaton;
  private final Negation negation;
  private final Warnings warnings;

  private PhraseFinder(Lexicon lexicon, Negation negation, Warnings warnings) {
    List<Lexicon.Phrase> all = new ArrayList<>(lexicon.phrases());
    this.firstCue = all.size();
    all.addAll(warnings.cues());
    this.phrases = List.copyOf(all);
    this.automaton = PhraseAutomaton.of(phrases.stream().map(Lexicon.Phrase::text).toList());
    this.negation = negation;
    this.warnings = warnings;
  }

  static PhraseFinder load(Path models, IndicatorCatalogue catalogue) throws IOException {
    return new PhraseFinder(
        Lexicon.load(models, catalogue.ids()), Negation.load(models), Warnings.load(models));
  }

  /** Returns the indicators that the words show, by id. */
  SortedMap<String, Indicator> find(
      NormalizedText text, List<Word> words, IndicatorCatalogue catalogue) {
    List<PhraseAutomaton.Hit> hits = automaton.find(words);
    QuotedPlaces quoted =
        QuotedPlaces.of(
            text, words, hits.stream().filter(h -> h.phrase() >= firstCue).toList(), warnings);
    Set<Sign> denied = denied(words, hits);
    SortedMap<String, Places> byId = new TreeMap<>();
    for (PhraseAutomaton.Hit hit : hits) {
      Lexicon.Phrase phrase = phrases.get(hit.phrase());
      if (hit.phrase() < firstCue
          && !quoted.at(hit.firstWord())
          && !denied.contains(Sign.of(phrase, hit))) {
        Span span =
            text.originalSpan(words.get(hit.firstWord()).start(), words.get(hit.lastWord()).end());
        byId.computeIfAbsent(phrase.indicator(), id -> new Places()).add(span, phrase);
      }
    }
    SortedMap<String, Indicator> found = new TreeMap<>();
    byId.forEach((id, places) -> found.put(id, places.toIndicator(catalogue, id)));
    return found;
  }

  /** Two languages may share a phrase: what denies it in one of them denies it. */
  private Set<Sign> denied(List<Word> words, List<PhraseAutomaton.Hit> hits) {
    Set<Sign> denied = new HashSet<>();
    for (PhraseAutomaton.Hit hit : hits) {
      Lexicon.Phrase phrase = phrases.get(hit.phrase());
      if (hit.phrase() < firstCue && negation.denies(words, hit, phrase)) {
        denied.add(Sign.of(phrase, hit));
      }
    }
    return denied;
  }

  /** The words at which a sign of an indicator stands. */
  private record Sign(String indicator, int firstWord, int lastWord) {
    static Sign of(Lexicon.Phrase phrase, PhraseAutomaton.Hit hit) {
      return new Sign(phrase.indicator(), hit.firstWord(), hit.lastWord());
    }
  }

  /** The places of one indicator, none inside another. */
  private static final class Places {
    private final List<Span> spans = new ArrayList<>();
    private final List<Lexicon.Phrase> told = new ArrayList<>();

    void add(Span span, Lexicon.Phrase phrase) {
      if (!spans.isEmpty() && spans.getLast().overlaps(span)) {
        if (span.length() > spans.getLast().length()) {
          spans.set(spans.size() - 1, span);
          told.set(told.size() - 1, phrase);
        }
      } else if (spans.size() < MAX_SPANS) {
        spans.add(span);
        told.add(phrase);
      }
    }

    Indicator toIndicator(IndicatorCatalogue catalogue, String id) {
      List<String> names = told.stream().map(Places::name).distinct().limit(3).toList();
      return catalogue.indicator(id, spans, "wording " + String.join(", ", names));
    }

    private static String name(Lexicon.Phrase phrase) {
      return "'" + phrase.text() + "' (" + phrase.language() + ")";
    }
  }
}
