package org.vigie.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.Outcome;

/**
 * A generator of invented adverts of forms of exploitation for which no labelled ones are public,
 * with ordinary adverts that look like them: independent persons, businesses, spam.
 *
 * <p>Wording is clinical, and in two halves that share no line and no phrase: one to train on, one
 * to measure with. Independent persons and businesses carry signs of risk now and then, and a part
 * of the risky adverts carries none: the truth can't be read off any sign.
 */
public final class FormAdverts {
  /** The forms there are adverts of; work is what offers of recruitment are told apart by. */
  public static final List<String> FORMS = List.of("sexual", "forced-criminality", "other", "work");

  /** The languages there is wording in. */
  public static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "de", "es", "it", "nl", "pl", "pt", "ro", "bg", "hu", "cs", "el", "sq", "sr",
          "uk", "ru", "tr", "ar");

  /** Of 20 templates: 5 risky, 6 independent, 6 of businesses, 3 spam. */
  private static final List<Outcome> MIX = mix();

  private final long seed;
  private final SignPhrases phrases;
  private final PhraseTable signs = PhraseTable.load("forms/signs.txt");

  /**
   * A generator.
   *
   * @param seed another seed, other adverts
   * @param phrases how signs are worded
   */
  public FormAdverts(long seed, SignPhrases phrases) {
    this.seed = seed;
    this.phrases = phrases;
  }

  /**
   * Returns adverts of one form, the same each time.
   *
   * @param form one of {@link #FORMS}
   * @param templates how many templates to make in each language, of each half of the wording
   */
  public List<FormAdvert> of(String form, int templates) {
    if (!FORMS.contains(form)) {
      throw new IllegalArgumentException("form must be one of " + FORMS + ", but was " + form);
    }
    List<FormAdvert> adverts = new ArrayList<>();
    for (String language : LANGUAGES) {
      PhraseTable table = PhraseTable.load("forms/" + language + ".txt");
      for (int half = 0; half < 2; half++) {
        for (int i = 0; i < templates; i++) {
          String template = "%s-%s-%s%d".formatted(form, language, half == 0 ? "t" : "m", i);
          Draw draw = new Draw(seed, template.hashCode());
          Outcome truth = MIX.get(i % MIX.size());
          FormWriter writer = new FormWriter(table, signs, phrases, form, language, half, draw);
          List<String> texts = writer.write(truth);
          for (int copy = 0; copy < texts.size(); copy++) {
            adverts.add(
                new FormAdvert(
                    template + "-" + copy,
                    form,
                    truth,
                    template,
                    language,
                    half == 1,
                    texts.get(copy)));
          }
        }
      }
    }
    return adverts;
  }

  private static List<Outcome> mix() {
    List<Outcome> mix = new ArrayList<>();
    for (String letter : "RIBSIBRIBISBRIBSIBRR".toLowerCase(Locale.ROOT).split("")) {
      mix.add(
          switch (letter) {
            case "r" -> Outcome.RISK;
            case "i" -> Outcome.INDEPENDENT;
            case "b" -> Outcome.BUSINESS;
            default -> Outcome.SPAM_OR_SCAM;
          });
    }
    return List.copyOf(mix);
  }
}
