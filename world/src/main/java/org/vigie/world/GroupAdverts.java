package org.vigie.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Outcome;

/**
 * A generator of invented groups of adverts: campaigns planted among what else is posted more than
 * once, by independent persons, firms with offices, spam.
 *
 * <p>Wording is that of {@link FormAdverts}, in two halves that share no line. What tells groups
 * apart is drawn from ranges that overlap: firms have offices in many towns, independent persons
 * travel now and then, spam stands in many countries, and some campaigns stay in one place.
 */
public final class GroupAdverts {
  /** Of 20 groups: 5 campaigns, 6 of independent persons, 6 of firms, 3 spam. */
  private static final String MIX = "RIBSIBRIBISBRIBSIBRI";

  private final long seed;
  private final SignPhrases phrases;
  private final PhraseTable signs = PhraseTable.load("forms/signs.txt");

  /**
   * A generator.
   *
   * @param seed another seed, other groups
   * @param phrases how signs are worded
   */
  public GroupAdverts(long seed, SignPhrases phrases) {
    this.seed = seed;
    this.phrases = phrases;
  }

  /**
   * Returns the adverts of some groups, the same each time; those of one group follow each other.
   *
   * @param groups how many groups to make of each form in each language
   * @param heldOut whether to use the half of the wording that is kept for measuring
   */
  public List<GroupAdvert> of(int groups, boolean heldOut) {
    List<GroupAdvert> adverts = new ArrayList<>();
    for (String form : FormAdverts.FORMS) {
      for (String language : FormAdverts.LANGUAGES) {
        PhraseTable table = PhraseTable.load("forms/" + language + ".txt");
        for (int i = 0; i < groups; i++) {
          String name = "g%d-%s-%s-%s%d".formatted(seed, form, language, heldOut ? "m" : "t", i);
          Draw draw = new Draw(seed, name.hashCode());
          Outcome truth = outcome(MIX.charAt(i % MIX.length()));
          FormWriter words =
              new FormWriter(table, signs, phrases, form, language, heldOut ? 1 : 0, draw);
          new GroupWriter(words, form, language, draw)
              .write(truth)
              .forEach(
                  advert -> adverts.add(new GroupAdvert(name, truth, language, heldOut, advert)));
        }
      }
    }
    return adverts;
  }

  private static Outcome outcome(char letter) {
    return switch (letter) {
      case 'R' -> Outcome.RISK;
      case 'I' -> Outcome.INDEPENDENT;
      case 'B' -> Outcome.BUSINESS;
      default -> Outcome.SPAM_OR_SCAM;
    };
  }
}
