package org.vigie.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Outcome;

class FormAdvertsTest {
  /** Phrases that say which sign and which half they are of. */
  private static final SignPhrases PHRASES =
      (sign, language) -> List.of(sign + "first", sign + "second", sign + "stem*");

  private static final FormAdverts GENERATOR = new FormAdverts(1, PHRASES);

  @ParameterizedTest
  @ValueSource(strings = {"sexual", "forced-criminality", "other", "work"})
  void writesEveryOutcomeInEveryLanguageTheSameEachTime(String form) {
    List<FormAdvert> adverts = GENERATOR.of(form, 20);

    assertThat(new FormAdverts(1, PHRASES).of(form, 20)).isEqualTo(adverts);
    for (String language : FormAdverts.LANGUAGES) {
      for (boolean heldOut : List.of(false, true)) {
        assertThat(
                adverts.stream()
                    .filter(a -> a.language().equals(language) && a.heldOut() == heldOut)
                    .map(FormAdvert::truth))
            .as("%s, held out: %s", language, heldOut)
            .contains(Outcome.RISK, Outcome.INDEPENDENT, Outcome.BUSINESS, Outcome.SPAM_OR_SCAM);
      }
    }
    assertThat(adverts).extracting(FormAdvert::id).doesNotHaveDuplicates();
  }

  @Test
  void sharesNoLineBetweenWhatIsTrainedOnAndWhatIsMeasuredWith() {
    for (String language : FormAdverts.LANGUAGES) {
      PhraseTable table = PhraseTable.load("forms/" + language + ".txt");
      for (String form : FormAdverts.FORMS) {
        for (FormAdvert advert : GENERATOR.of(form, 10)) {
          if (advert.language().equals(language)) {
            String text = advert.text().toLowerCase(Locale.ROOT);
            for (String line : lines(table, form, advert.heldOut() ? 0 : 1)) {
              assertThat(text).as(advert.id()).doesNotContain(line.toLowerCase(Locale.ROOT));
            }
            assertThat(text).as(advert.id()).doesNotContain(advert.heldOut() ? "first" : "second");
          }
        }
      }
    }
  }

  @Test
  void wordsEverySectionInEveryLanguageWithoutSayingALineTwice() {
    for (String language : FormAdverts.LANGUAGES) {
      PhraseTable table = PhraseTable.load("forms/" + language + ".txt");
      List<String> all = new ArrayList<>();
      for (String form : FormAdverts.FORMS) {
        for (int half = 0; half < 2; half++) {
          all.addAll(lines(table, form, half));
        }
      }
      Set<String> distinct = new HashSet<>(all);
      // Lines for spam and what is said of nothing are shared by all forms.
      assertThat(distinct).as(language).hasSize(4 * 3 * 4 + 2 * 4);
    }
  }

  @Test
  void leavesSomeRiskyAdvertsWithoutSignsAndSomeOrdinaryOnesWith() {
    Set<String> ids =
        Set.of(PhraseTable.load("forms/signs.txt").require("other.risk").getFirst().split(" "));
    List<FormAdvert> adverts = GENERATOR.of("other", 40);

    assertThat(withSigns(adverts, Outcome.RISK, ids)).isBetween(0.7, 0.95);
    assertThat(withSigns(adverts, Outcome.INDEPENDENT, ids)).isBetween(0.1, 0.5);
  }

  private static double withSigns(List<FormAdvert> adverts, Outcome truth, Set<String> ids) {
    List<FormAdvert> some = adverts.stream().filter(a -> a.truth() == truth).toList();
    double with =
        some.stream()
            .filter(a -> ids.stream().anyMatch(id -> upper(a).contains(upper(id))))
            .count();
    return with / some.size();
  }

  private static String upper(FormAdvert advert) {
    return upper(advert.text());
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static List<String> lines(PhraseTable table, String form, int half) {
    List<String> sections =
        List.of(form + ".offer", form + ".independent", form + ".business", "spam", "plain");
    List<String> lines = new ArrayList<>();
    for (String section : sections) {
      List<String> all = table.require(section);
      for (int i = half; i < all.size(); i += 2) {
        lines.add(all.get(i));
      }
    }
    return lines;
  }
}
