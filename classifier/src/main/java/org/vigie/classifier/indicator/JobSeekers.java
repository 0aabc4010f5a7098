package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.advert.Span;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * How people say of themselves that they look for work, in the languages that the list has.
 *
 * <p>It is no indicator by itself: who looks for work shows nothing. An offer that answers such a
 * post does ({@code RC-18}).
 */
public final class JobSeekers {
  static final String FILE = "job-seekers.yaml";

  private final List<Lexicon.Phrase> phrases;
  private final PhraseAutomaton automaton;
  private final Negation negation;

  private JobSeekers(List<Lexicon.Phrase> phrases, Negation negation) {
    this.phrases = List.copyOf(phrases);
    this.automaton = PhraseAutomaton.of(phrases.stream().map(Lexicon.Phrase::text).toList());
    this.negation = negation;
  }

  /**
   * Reads the list of the models folder.
   *
   * @throws IllegalArgumentException if it isn't one; names file and key
   */
  public static JobSeekers load(Path models) throws IOException {
    YamlMap byLanguage = YamlMap.read(models.resolve(FILE)).allowOnly("phrases").map("phrases");
    List<Lexicon.Phrase> phrases = new ArrayList<>();
    for (String language : byLanguage.keys()) {
      for (String text :
          PhraseAutomaton.requireWords(byLanguage.texts(language), byLanguage.place())) {
        phrases.add(new Lexicon.Phrase("", language, text, true, false));
      }
    }
    return new JobSeekers(phrases, Negation.load(models));
  }

  /** Returns the first words by which a text says that who wrote it looks for work, if any do. */
  public Optional<Span> saysSo(String text) {
    NormalizedText normalized = NormalizedText.of(text);
    List<Word> words = Words.of(normalized);
    return automaton.find(words).stream()
        .filter(hit -> !negation.denies(words, hit, phrases.get(hit.phrase())))
        .map(hit ->
            normalized.originalSpan(
                words.get(hit.firstWord()).start(), words.get(hit.lastWord()).end()))
        .findFirst();
  }
}
