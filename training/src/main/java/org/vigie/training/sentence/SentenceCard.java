package org.vigie.training.sentence;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.vigie.classifier.sentence.Sentence;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.classifier.sentence.SentenceModel;
import org.vigie.classifier.sentence.Stance;

/** The card of a sentence categoriser: what it is for, what it was made of, how well it tells. */
final class SentenceCard {
  private SentenceCard() {}

  /**
   * Returns the card.
   *
   * @param trained the sentences trained on
   * @param apart sentences of other templates
   */
  static String of(String name, SentenceModel model, List<Sentence> trained, List<Sentence> apart) {
    SentenceCategorizer categorizer = new SentenceCategorizer(model);
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s: what a sentence does with a sign

        An OpenNLP document categoriser (maximum entropy) of one sentence. It tells whether a sentence in which a phrase of a
        lexicon stands says it of the offer, denies it, or reports it (a warning, news, an offer of help). It is asked where a phrase
        was found and the words beside it (`negation.yaml`, `warnings.yaml`) don't deny or quote it; it takes signs back and adds none.
        It never takes back what sets the minor-risk flag (SX-04, OT-02). It scores sentences, never persons.

        ## What it was made of

        %d invented sentences of %d templates in %s. The phrase itself is left out of the features: the words
        around it, pairs of them, those near it by side, those of the sentences beside, whether it is asked or quoted. No native
        speaker has reviewed the sentences; real ones differ. `data-sheet.json` has the hash and the command that makes the same bytes
        again.

        ## From where on it is believed

        A sign is taken back from a probability of %.3f that the sentence does not say it: there at most four in a hundred sentences that do
        is lost, in five folds of templates. The probability is compared with this alone and is no calibrated rate.

        ## How well it tells, on %d sentences of %d templates that no other sentence is made of

        Of the categoriser alone, without the words of negation and warning beside it.

        | language | said, and kept | denied, and taken back | reported, and taken back |
        |---|---:|---:|---:|
        """
            .formatted(
                name,
                trained.size(),
                templates(trained),
                String.join(", ", trained.stream().map(Sentence::language).distinct().toList()),
                model.threshold(),
                apart.size(),
                templates(apart)));
    for (String language : apart.stream().map(Sentence::language).distinct().toList()) {
      card.append(
          row(
              language,
              apart.stream().filter(s -> s.language().equals(language)).toList(),
              categorizer));
    }
    card.append(row("all", apart, categorizer));
    card.append(
        """

        ## What it can't do

        - It is asked for these rows of the taxonomy alone, whose phrases it has learnt beside: %s.
        - It knows the languages above; in others the words beside a phrase decide alone,
          unless the phrase is one of a language above too.
        - It reads a phrase's sentence and the ones beside it. Irony, and what a whole page is about, it doesn't see.
        - A denial may be a lie: what an offer denies is no sign, but no sign of innocence either.
        """
            .formatted(String.join(", ", new TreeSet<>(model.indicators()))));
    return card.toString();
  }

  private static long templates(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::template).distinct().count();
  }

  private static String row(
      String language, List<Sentence> sentences, SentenceCategorizer categorizer) {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %.3f |\n",
        language,
        1 - takenBack(sentences, Stance.SAID, categorizer),
        takenBack(sentences, Stance.DENIED, categorizer),
        takenBack(sentences, Stance.REPORTED, categorizer));
  }

  private static double takenBack(
      List<Sentence> sentences, Stance stance, SentenceCategorizer categorizer) {
    return sentences.stream()
        .filter(s -> s.stance() == stance)
        .mapToInt(s -> categorizer.isNotSaid(s.mention()) ? 1 : 0)
        .average()
        .orElse(0);
  }
}
