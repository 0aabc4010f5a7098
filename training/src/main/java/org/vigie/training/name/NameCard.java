package org.vigie.training.name;

import java.util.Map;

/** The card of a name finder: what it is for, what it was made of, how well it finds. */
final class NameCard {
  private NameCard() {}

  /**
   * Returns the card.
   *
   * @param listed what is found in synthetic sentences of templates and names apart, by language
   * @param unlisted the same where the list lacks these names
   * @param written what is found in sentences written by hand, by language
   */
  static String of(
      String name,
      Map<String, NameScore> listed,
      Map<String, NameScore> unlisted,
      Map<String, NameScore> written) {
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # %s: names of persons

        An OpenNLP name finder (maximum entropy, one model for 19 languages). It says where an advert names persons, so that an
        analyst can search by name and see that several persons are offered. Names are shown; they are no feature of the risk model, and
        no person is scored.

        ## What it was made of

        No labelled adverts: sentences of `names/sentences.yaml`, filled with names of `names/names.tsv.gz` by a fixed seed. Half of what
        it learns from is told without the words around, since the sentences are few. No native speaker has reviewed them. One name in
        five and the sentences under `apart` are never trained on. `data-sheet.json` has the hashes and the command that makes the same
        bytes again.

        ## How well it finds

        A name counts if its span is right to the character. The two synthetic columns are of sentences and names never trained on. Some
        words for squares were added to the words beside names after those sentences had been looked at, so of the three the sentences
        written by hand, which changed nothing, are the fairest, and the fewest.

        """
            .formatted(name));
    card.append(
        "| language | synthetic: F1 | the same, names unlisted: F1 | by hand: names, F1 |\n");
    card.append("|---|---:|---:|---:|\n");
    listed.forEach((language, score) -> {
      NameScore hand = written.getOrDefault(language, NameScore.none());
      card.append(row(language, score, unlisted.getOrDefault(language, NameScore.none()), hand));
    });
    card.append(row("all", sum(listed), sum(unlisted), sum(written)));
    card.append(
        "\nPrecision and recall of all: synthetic %.3f and %.3f; by hand %.3f and %.3f.\n"
            .formatted(
                sum(listed).precision(),
                sum(listed).recall(),
                sum(written).precision(),
                sum(written).recall()));
    card.append(
        """

        ## What it can't do

        - A name that is not listed is looked for only after a word such as "call" or "my name is" that `names/cues.yaml` has.
        - A name in small letters is found only after such a word; one that is a common word ("Grace", "Will") as well.
        - Inflected names ("Agnieszkę", "Сергею") are listed seldom, so found seldom.
        - Brands, firms and places named after persons are found at times; docs/classifier.md tells how often in job adverts.
        """);
    return card.toString();
  }

  private static NameScore sum(Map<String, NameScore> scores) {
    return scores.values().stream().reduce(NameScore.none(), NameScore::plus);
  }

  private static String row(String language, NameScore listed, NameScore unlisted, NameScore hand) {
    return String.format(
        java.util.Locale.ROOT,
        "| %s | %.3f | %.3f | %d, %.3f |\n",
        language,
        listed.f1(),
        unlisted.f1(),
        hand.labelled(),
        hand.f1());
  }
}
