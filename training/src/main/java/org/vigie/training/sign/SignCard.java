package org.vigie.training.sign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The card of a model of signs, as it is written beside its weights. */
final class SignCard {
  private static final int LANGUAGES_A_LINE = 12;

  private SignCard() {}

  static String of(
      String name,
      double threshold,
      double ofChild,
      List<List<SignLine>> authors,
      List<SignLine> background,
      List<String> languages,
      List<SignFigures> apart) {
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s

        **What it is.** Logistic models over concepts, their order, distance and denial, frames, words and letters (hashed): one for each
        family of signs, one for whether a text says any of them at all, one for each stance and each kind of text; and a small
        convolutional network over the same concepts and words in their order. A second small network hears both. It learnt from what
        they say of authors whom they had not read, and tells whether a sign is said at all and what kind of text it is. Which family
        it is, the weights and the first network tell together, the latter by what texts speak of, whether they say it or not. A family
        is believed from a combined probability of %.2f, a child's from %.2f;
        strong signs of control
        and texts of few words, sooner.

        **What it learnt from.** Invented texts of %d authors, or rounds of some, who have not read each other, in %d languages, and ordinary texts of
        elsewhere (%d pieces of public job adverts and sentences). Nobody whose language it is has read them yet, and scenes of one
        author recur in several languages. In the eleventh's long texts the former model chose which sentence says the sign.
        False alarms on those adverts are no measure, since they were learnt from. Words for
        nationality, ethnicity and orientation are masked.

        | author | texts | that say a sign |
        |---|---:|---:|
        """
            .formatted(
                name, threshold, ofChild, authors.size(), languages.size(), background.size()));
    for (int i = 0; i < authors.size(); i++) {
      card.append(
          "| %s | %d | %d |\n"
              .formatted(
                  SignCorpus.AUTHORS.get(i),
                  authors.get(i).size(),
                  authors.get(i).stream().filter(SignLine::isSaid).count()));
    }
    card.append(
        """

        **How it fares**, on each author by a model that has seen none of theirs:

        | author left out | recall | precision on hard negatives | false alarms on ordinary texts | kind of text, macro-F1 |
        |---|---:|---:|---:|---:|
        """);
    for (int i = 0; i < apart.size(); i++) {
      SignFigures figures = apart.get(i);
      card.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.3f | %.2f |\n",
              SignCorpus.AUTHORS.get(i),
              figures.recall(),
              figures.precision(),
              figures.falseAlarmsOfOrdinary(),
              figures.genreF1()));
    }
    card.append(
        """

        **What it must not be used for.** It says what a text says, never what is so, and nothing of a person. A sign is evidence for a
        human to check, and one alone means nothing.
        """);
    card.append("\nTexts a language:\n").append(counts(authors)).append(".\n");
    return card.toString();
  }

  private static String counts(List<List<SignLine>> authors) {
    Map<String, Integer> counts = new TreeMap<>();
    authors.forEach(lines -> lines.forEach(line -> counts.merge(line.language(), 1, Integer::sum)));
    StringBuilder lines = new StringBuilder();
    int told = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (told > 0) {
        lines.append(told % LANGUAGES_A_LINE == 0 ? ",\n" : ", ");
      }
      lines.append(entry.getKey()).append(' ').append(entry.getValue());
      told++;
    }
    return lines.toString();
  }
}
