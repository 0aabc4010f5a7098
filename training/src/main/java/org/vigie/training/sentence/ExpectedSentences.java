package org.vigie.training.sentence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.vigie.advert.Span;
import org.vigie.classifier.sentence.Mention;
import org.vigie.classifier.sentence.Sentence;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.classifier.sentence.Stance;

/** What the categoriser makes of a few invented sentences, kept so that a change shows. */
final class ExpectedSentences {
  /** Invented; the phrase stands between the bars. */
  private static final List<String> TEXTS =
      List.of(
          "A |registration fee| of 100 euro is due on arrival.",
          "We will not, whatever happens, want a |registration fee| from you.",
          "Inspectors say that a |registration fee| is the first sign of a trap.",
          "Le patron |a pris mon passeport| et il est parti.",
          "Que faire si l'on vous demande des |frais de dossier| ? Appelez notre association.",
          "Nadie va a cobrarle |gastos de visado| en nuestra empresa.",
          "Перед отъездом |регистрационный взнос| 100 евро.",
          "|registration fee|");

  private ExpectedSentences() {}

  /**
   * One sentence with what is made of it.
   *
   * @param text the sentence, its phrase between bars
   * @param notSaid probability that the sentence doesn't say it
   */
  record Expected(String text, @JsonProperty("not-said") double notSaid) {}

  static List<Expected> compute(SentenceCategorizer categorizer) {
    return TEXTS.stream()
        .map(text -> new Expected(text, categorizer.notSaid(mention(text))))
        .toList();
  }

  private static Mention mention(String barred) {
    int from = barred.indexOf('|');
    int to = barred.lastIndexOf('|') - 1;
    return new Sentence("", Stance.SAID, barred, barred.replace("|", ""), new Span(from, to))
        .mention();
  }
}
