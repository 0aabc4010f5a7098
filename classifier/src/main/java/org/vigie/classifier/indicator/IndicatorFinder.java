package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;

/** Finds the indicators of one advert: in its words, its contacts and its declared fields. */
public final class IndicatorFinder {
  /** More places of one indicator tell an analyst nothing new. */
  private static final int MAX_SPANS = 20;

  private final IndicatorCatalogue catalogue;
  private final List<Lexicon.Phrase> phrases;
  private final PhraseAutomaton automaton;
  private final Negation negation;
  private final EmployerCheck employerCheck;

  private IndicatorFinder(IndicatorCatalogue catalogue, Lexicon lexicon, Negation negation) {
    this.catalogue = catalogue;
    this.phrases = lexicon.phrases();
    this.automaton = PhraseAutomaton.of(phrases.stream().map(Lexicon.Phrase::text).toList());
    this.negation = negation;
    this.employerCheck = new EmployerCheck();
  }

  /** Reads the lexicons and the negations from the models folder. */
  public static IndicatorFinder load(Path models, IndicatorCatalogue catalogue) throws IOException {
    Lexicon lexicon = Lexicon.load(models, catalogue.ids());
    return new IndicatorFinder(catalogue, lexicon, Negation.load(models));
  }

  /**
   * Returns the indicators in order of their ids, one each.
   *
   * @param words the words of {@code text}
   */
  public List<Indicator> find(
      Advert advert, NormalizedText text, List<Word> words, List<Contact> contacts) {
    SortedMap<String, Indicator> found = new TreeMap<>();
    findPhrases(text, words).forEach((id, hits) -> found.put(id, hits.toIndicator(catalogue, id)));
    List<Span> disguised =
        contacts.stream().filter(c -> c.disguise() > 0).map(Contact::span).toList();
    if (!disguised.isEmpty()) {
      found.put("SX-01", catalogue.indicator("SX-01", disguised, disguiseDetail(contacts)));
    }
    List<Span> wallets =
        contacts.stream().filter(c -> c.type() == ContactType.WALLET).map(Contact::span).toList();
    boolean bank = contacts.stream().anyMatch(c -> c.type() == ContactType.IBAN);
    if (!wallets.isEmpty() && !bank && !found.containsKey("FI-01")) {
      found.put("FI-01", catalogue.indicator("FI-01", wallets, "a wallet and no bank account"));
    }
    String employer = employerCheck.whyUnidentifiable(advert, contacts, found.keySet());
    if (!employer.isEmpty()) {
      found.put("RC-08", catalogue.indicator("RC-08", List.of(), employer));
    }
    return List.copyOf(found.values());
  }

  private Map<String, Hits> findPhrases(NormalizedText text, List<Word> words) {
    Map<String, Hits> byId = new TreeMap<>();
    for (PhraseAutomaton.Hit hit : automaton.find(words)) {
      Lexicon.Phrase phrase = phrases.get(hit.phrase());
      boolean denied =
          phrase.negatable() && negation.denies(words, hit.firstWord(), phrase.language());
      if (!denied) {
        Span span =
            text.originalSpan(words.get(hit.firstWord()).start(), words.get(hit.lastWord()).end());
        byId.computeIfAbsent(phrase.indicator(), id -> new Hits()).add(span, phrase);
      }
    }
    return byId;
  }

  private static String disguiseDetail(List<Contact> contacts) {
    int most = contacts.stream().mapToInt(Contact::disguise).max().orElse(0);
    return "contact readable only after " + most + (most == 1 ? " step" : " steps");
  }

  /** The places of one indicator, none inside another. */
  private static final class Hits {
    private final List<Span> spans = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    void add(Span span, Lexicon.Phrase phrase) {
      String name = "'" + phrase.text() + "' (" + phrase.language() + ")";
      if (!spans.isEmpty() && spans.getLast().overlaps(span)) {
        if (span.length() > spans.getLast().length()) {
          spans.set(spans.size() - 1, span);
          names.set(names.size() - 1, name);
        }
      } else if (spans.size() < MAX_SPANS) {
        spans.add(span);
        names.add(name);
      }
    }

    Indicator toIndicator(IndicatorCatalogue catalogue, String id) {
      List<String> told = names.stream().distinct().limit(3).toList();
      return catalogue.indicator(id, spans, "wording " + String.join(", ", told));
    }
  }
}
