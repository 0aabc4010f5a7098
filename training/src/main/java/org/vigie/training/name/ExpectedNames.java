package org.vigie.training.name;

import java.util.List;
import org.vigie.classifier.name.NameFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** How sure the finder is of names in invented texts, kept beside it so that a change shows. */
final class ExpectedNames {
  /** Invented. */
  private static final List<String> TEXTS =
      List.of(
          "Call Anna on +1 202 555 0123, or ask for Mr John Smith.",
          "Bonjour, je m'appelle Fatou et je cherche du travail.",
          "ANNA AND MARIA, NEW IN TOWN",
          "Kontakt: Jan Kowalski, Hotel Maria, ul. Jana Pawła 3",
          "Контактна особа: Олена Шевченко",
          "Με λένε Μαρία",
          "اسمي فاطمة",
          "Knowledge of Excel and Word, apply today.");

  private ExpectedNames() {}

  /**
   * One text with what is found in it.
   *
   * @param text the text
   * @param names the names in order
   * @param scores how probable each is by the model, 0 to 1
   */
  record Expected(String text, List<String> names, List<Double> scores) {
    Expected {
      names = List.copyOf(names);
      scores = List.copyOf(scores);
    }
  }

  static List<Expected> compute(NameFinder finder) {
    return TEXTS.stream()
        .map(written -> {
          NormalizedText text = NormalizedText.of(written);
          var found = finder.score(text, Words.of(text));
          return new Expected(
              written,
              found.stream().map(NameFinder.Scored::name).toList(),
              found.stream().map(NameFinder.Scored::score).toList());
        })
        .toList();
  }
}
