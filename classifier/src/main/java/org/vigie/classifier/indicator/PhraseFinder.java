package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.advert.Indicator;
import org.vigie.advert.Price;
import org.vigie.advert.Span;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.sentence.Mention;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Finds the phrases of all lexicons in one pass over a text, and drops those that the words beside
 * them, or their sentence as a whole, deny or quote.
 */
final class PhraseFinder {
  /** So many sentences of a text are judged as a whole; in more, words alone decide. */
  private static final int MAX_SENTENCES = 64;

  /** Rows that flag a possible minor: they are never taken back but by the words beside them. */
  private final Set<String> neverTakenBack;

  private final List<Lexicon.Phrase> phrases;
  private final int firstCue;
  private final PhraseAutomaton automaton;
  private final DisguisedPhrases disguised;
  private final Negation negation;
  private final Warnings warnings;
  private final Optional<SentenceCategorizer> sentences;
  private final Optional<MaskedWords> masked;

  private PhraseFinder(
      Lexicon lexicon,
      Set<String> neverTakenBack,
      Negation negation,
      Warnings warnings,
      Optional<SentenceCategorizer> sentences,
      Optional<MaskedWords> masked,
      ModelImage image)
      throws IOException {
    this.neverTakenBack = neverTakenBack;
    List<Lexicon.Phrase> all = new ArrayList<>(lexicon.phrases());
    this.firstCue = all.size();
    all.addAll(warnings.cues());
    this.phrases = List.copyOf(all);
    List<String> texts = phrases.stream().map(Lexicon.Phrase::text).toList();
    this.automaton =
        image.part(
            "phrases",
            PhraseAutomaton::write,
            PhraseAutomaton::read,
            () -> PhraseAutomaton.of(texts));
    this.disguised =
        image.part(
            "phrases disguised",
            DisguisedPhrases::write,
            DisguisedPhrases::read,
            () -> DisguisedPhrases.of(texts.subList(0, firstCue)));
    this.negation = negation;
    this.warnings = warnings;
    this.sentences = sentences;
    this.masked = masked;
  }

  private PhraseFinder(PhraseFinder same, Optional<SentenceCategorizer> sentences) {
    this.neverTakenBack = same.neverTakenBack;
    this.phrases = same.phrases;
    this.firstCue = same.firstCue;
    this.automaton = same.automaton;
    this.disguised = same.disguised;
    this.negation = same.negation;
    this.warnings = same.warnings;
    this.masked = same.masked;
    this.sentences = sentences;
  }

  /** Returns one that finds the same, for another thread. */
  PhraseFinder forAnotherThread() {
    return new PhraseFinder(this, sentences.map(SentenceCategorizer::forAnotherThread));
  }

  static PhraseFinder load(
      Path models,
      IndicatorCatalogue catalogue,
      Optional<SentenceCategorizer> sentences,
      ModelImage image)
      throws IOException {
    return new PhraseFinder(
        Lexicon.load(models, catalogue.ids(), image),
        catalogue.ids().stream()
            .filter(id -> catalogue.indicator(id).minorRisk())
            .collect(Collectors.toUnmodifiableSet()),
        Negation.load(models),
        Warnings.load(models, image),
        sentences,
        sentences.isPresent() ? Optional.of(MaskedWords.load(models, image)) : Optional.empty(),
        image);
  }

  /**
   * Returns the indicators that the words show, by id.
   *
   * @param prices the amounts that the text names, in order of appearance
   */
  SortedMap<String, Indicator> find(
      NormalizedText text, List<Word> words, List<Price> prices, IndicatorCatalogue catalogue) {
    List<PhraseAutomaton.Hit> hits = automaton.find(words);
    QuotedPlaces quoted =
        QuotedPlaces.of(
            text, words, hits.stream().filter(h -> h.phrase() >= firstCue).toList(), warnings);
    Context context = new Context(text, words, quoted, new AmountsBeside(text.original(), prices));
    SortedMap<String, SignPlaces> byId = new TreeMap<>();
    addSigns(new WordReading.Plain(words, hits), context, byId);
    disguised.read(text, words).ifPresent(reading -> addSigns(reading, context, byId));
    SortedMap<String, Indicator> found = new TreeMap<>();
    byId.forEach((id, places) -> found.put(id, places.toIndicator(catalogue, id)));
    return found;
  }

  /** Adds the signs of one reading that nothing denies or quotes. */
  private void addSigns(WordReading reading, Context context, SortedMap<String, SignPlaces> byId) {
    List<PhraseAutomaton.Hit> hits = reading.hits();
    BitSet hidden =
        hits.isEmpty()
            ? new BitSet()
            : masked.map(m -> m.in(context.words())).orElseGet(BitSet::new);
    int judged = 0;
    for (int from = 0; from < hits.size(); ) {
      int to = endOfPlace(hits, from);
      List<PhraseAutomaton.Hit> signs =
          hits.subList(from, to).stream()
              .filter(hit -> hit.phrase() < firstCue)
              .filter(hit -> !context.quoted().at(reading.rawIndex(hit.firstWord())))
              .toList();
      Set<Sign> denied = denied(reading.words(), signs);
      if (!signs.isEmpty() && judged++ < MAX_SENTENCES) {
        denied.addAll(takenBack(reading, context, hidden, signs, denied));
      }
      for (PhraseAutomaton.Hit hit : signs) {
        Lexicon.Phrase phrase = phrases.get(hit.phrase());
        if (!denied.contains(Sign.of(phrase, hit))) {
          Span span =
              context
                  .text()
                  .originalSpan(
                      reading.words().get(hit.firstWord()).start(),
                      reading.words().get(hit.lastWord()).end());
          if (!phrase.besideAmount() || context.amounts().standsBeside(span)) {
            byId.computeIfAbsent(phrase.indicator(), id -> new SignPlaces())
                .add(span, phrase, reading.traces(context.text(), hit));
          }
        }
      }
      from = to;
    }
  }

  /** A text, its words as they stand, which of them a warning quotes, and its amounts. */
  private record Context(
      NormalizedText text, List<Word> words, QuotedPlaces quoted, AmountsBeside amounts) {}

  /**
   * Returns where the hits that end at one word end themselves. What is denied is gathered place by
   * place, so that its set stays small however long the text is.
   */
  private static int endOfPlace(List<PhraseAutomaton.Hit> hits, int from) {
    int to = from + 1;
    while (to < hits.size() && hits.get(to).lastWord() == hits.get(from).lastWord()) {
      to++;
    }
    return to;
  }

  /** Two languages may share a phrase: what denies it in one of them denies it. */
  private Set<Sign> denied(List<Word> words, List<PhraseAutomaton.Hit> signs) {
    Set<Sign> denied = new HashSet<>();
    for (PhraseAutomaton.Hit hit : signs) {
      Lexicon.Phrase phrase = phrases.get(hit.phrase());
      if (negation.denies(words, hit, phrase)) {
        denied.add(Sign.of(phrase, hit));
      }
    }
    return denied;
  }

  /** Returns the signs that their sentences as a whole deny or report. */
  private Set<Sign> takenBack(
      WordReading reading,
      Context context,
      BitSet hidden,
      List<PhraseAutomaton.Hit> signs,
      Set<Sign> denied) {
    Set<Sign> takenBack = new HashSet<>();
    for (PhraseAutomaton.Hit hit : signs) {
      Lexicon.Phrase phrase = phrases.get(hit.phrase());
      Sign sign = Sign.of(phrase, hit);
      if (sentences.isPresent()
          && !denied.contains(sign)
          && !neverTakenBack.contains(phrase.indicator())
          && sentences
              .get()
              .takesBack(
                  new Mention(
                      context.text(),
                      context.words(),
                      hidden,
                      reading.rawIndex(hit.firstWord()),
                      reading.rawIndex(hit.lastWord())),
                  phrase.indicator(),
                  phrase.language())) {
        takenBack.add(sign);
      }
    }
    return takenBack;
  }

  /** The words at which a sign of an indicator stands. */
  private record Sign(String indicator, int firstWord) {
    static Sign of(Lexicon.Phrase phrase, PhraseAutomaton.Hit hit) {
      return new Sign(phrase.indicator(), hit.firstWord());
    }
  }
}
