package org.vigie.text.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.AlertLine;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;

class FindingWordsTest {
  private static final FindingWords ENGLISH = FindingWords.english();
  private static final FindingWords FRENCH = FindingWords.builtIn(Locale.FRENCH);
  private static final Indicator SIGN =
      new Indicator(
          "RC-07",
          "identity document demanded early",
          "control",
          EvidenceGrade.EXPERT,
          true,
          List.of(),
          "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | one account with 0 contacts | un compte avec 0 contact",
        "1 | one account with 1 contact | un compte avec 1 contact",
        "2 | one account with 2 contacts | un compte avec 2 contacts",
        "1200 | one account with 1,200 contacts | un compte avec 1\u202f200 contacts"
      })
  void sayANumberWithItsPlural(long contacts, String english, String french) {
    Finding found = Finding.of("account-with-contacts").with("contacts", contacts);

    assertThat(ENGLISH.say(found)).isEqualTo(english);
    assertThat(FRENCH.say(found)).isEqualTo(french);
  }

  /** Only what sites declare is counted: towns in Britain lie in a country, declared or not. */
  @Test
  void sayThatNoCountryIsStatedInPlaceOfNoCountries() {
    Finding extent =
        Finding.of("cluster-extent")
            .with("contacts", 1)
            .with("places", 3)
            .with("countries", 0)
            .with("from", "2026-01-05")
            .with("to", "2026-01-09")
            .with("risk", "0.91");
    Finding network =
        Finding.of("network-extent")
            .with("links", 3)
            .with("texts", 2)
            .with("contacts", 1)
            .with("adverts", 4)
            .with("countries", 0)
            .with("sites", 2);

    assertThat(ENGLISH.say(extent))
        .isEqualTo(
            "1 contact, 3 places, no country stated; from 2026-01-05 to 2026-01-09; highest risk"
                + " 0.91");
    assertThat(FRENCH.say(extent)).contains("3 lieux, aucun pays indiqué ; du 2026-01-05");
    assertThat(ENGLISH.say(network)).endsWith("; no country stated, 2 sites");
    assertThat(FRENCH.say(network)).endsWith(" ; aucun pays indiqué, 2 sites");
    assertThat(ENGLISH.say(Finding.of("group-countries").with("countries", 0)))
        .isEqualTo("no country stated");
    assertThat(ENGLISH.say(extent.with("places", 0)))
        .startsWith("1 contact, no place stated, no country stated;");
  }

  @Test
  void sayInEnglishWhatWasStoredBeforeThereWereCodes() {
    assertThat(
            List.of(
                ENGLISH.say(SignLines.inAdverts(SIGN, 3, 4)),
                ENGLISH.say(SignLines.inAdverts(SIGN, 1, 1)),
                ENGLISH.say(Finding.of("wording").with("wording", "'passport copy' (en)")),
                ENGLISH.say(Finding.of("contact-disguised").with("steps", 1)),
                ENGLISH.say(Finding.of("phone-of-another-country")),
                ENGLISH.say(Finding.of("over-contacts").with("contacts", 1)),
                ENGLISH.say(Finding.of("over-contacts").with("contacts", 2))))
        .containsExactly(
            "RC-07 identity document demanded early (E, control) in 3 of 4 adverts",
            "RC-07 identity document demanded early (E, control) in 1 of 1 advert",
            "wording 'passport copy' (en)",
            "contact readable only after 1 step",
            "phone of another country than the advert's",
            "over all adverts of one contact that it names",
            "over all adverts of 2 contacts that it names");
  }

  @Test
  void sayALineWithWhatItLists() {
    Finding campaign = Finding.of("campaign").with("adverts", 5).with("sites", 1);
    AlertLine headline = AlertLine.of(campaign, List.of(SignLines.name(SIGN)));
    AlertLine extent =
        AlertLine.of(
            Finding.of("new-country")
                .with("day", "2026-01-01")
                .with("rule", "new-country")
                .with("version", "1"),
            List.of(moved("FR", "2026-02-02"), moved("DE", "2026-03-03")));

    assertThat(ENGLISH.say(headline))
        .isEqualTo("5 adverts of one campaign on 1 site: identity document demanded early");
    assertThat(ENGLISH.say(AlertLine.of(campaign)))
        .isEqualTo("5 adverts of one campaign on 1 site");
    assertThat(ENGLISH.say(extent))
        .isEqualTo(
            "known since 2026-01-01, new in FR since 2026-02-02, DE since 2026-03-03"
                + " (rule new-country, version 1)");
    assertThat(FRENCH.say(extent))
        .isEqualTo(
            "connu depuis le 2026-01-01, nouveau en FR depuis le 2026-02-02, DE depuis le"
                + " 2026-03-03 (règle nouveau pays, version 1)");
  }

  @Test
  void writeNumbersAsTheLanguageDoesAndLeaveVersionsAsTheyAre() {
    assertThat(FRENCH.value("risk", "0.42")).isEqualTo("0,42");
    assertThat(FRENCH.value("risk", "≥ 0.5")).isEqualTo("≥ 0,5");
    assertThat(FRENCH.value("risk", "over 0.99")).isEqualTo("plus de 0,99");
    assertThat(FRENCH.value("version", "0.2")).isEqualTo("0.2");
    assertThat(ENGLISH.value("risk", "0.42")).isEqualTo("0.42");
    AlertLine weighed = ReasonLines.weighed(-1.5, SignLines.name(SIGN));
    assertThat(FRENCH.say(weighed)).startsWith("-1,50");
    assertThat(ENGLISH.say(weighed)).startsWith("-1.50");
  }

  @Test
  void putEachOfWhatALineListsInItsPlace() {
    AlertLine wrong =
        AlertLine.of(
            Finding.of("query-must-have").with("at", 1234),
            List.of(
                Finding.of("query-star-at-end").with("least", 1),
                Finding.of("query-quoted").with("quoted", "{at}'s")));

    assertThat(ENGLISH.say(wrong))
        .isEqualTo(
            "the query must have a * only at the end of a word, after at least 1 character at"
                + " character 1234, but has '{at}'s'");
    assertThat(FRENCH.say(wrong))
        .isEqualTo(
            "la requête doit avoir un * seulement à la fin d’un mot, après au moins 1 caractère au"
                + " caractère 1234, mais a « {at}'s »");
    AlertLine half = AlertLine.of(wrong.finding(), wrong.parts().subList(0, 1));
    assertThat(ENGLISH.knows(half)).isFalse();
  }

  @Test
  void knowWhichValuesOfAnArgumentTheySay() {
    assertThat(FRENCH.knowsValue("channel", "forum")).isTrue();
    assertThat(FRENCH.knowsValue("channel", "pigeon-post")).isFalse();
    assertThat(FRENCH.knowsValue("none", "forum")).isFalse();
  }

  private static Finding moved(String country, String day) {
    return Finding.of("country-since").with("country", country).with("day", day);
  }

  @Test
  void nameASignAndItsCategoryInTheirLanguage() {
    FindingWords french =
        FindingWords.of(
            Locale.FRENCH,
            FindingWords.file(Locale.FRENCH),
            id -> id.equals("RC-07") ? "pièce d’identité demandée tôt" : "");

    assertThat(french.say(SignLines.inAdverts(SIGN, 3, 4)))
        .isEqualTo("RC-07 pièce d’identité demandée tôt (E, contrôle) dans 3 annonces sur 4");
  }

  @Test
  void sayTheStoredTextOfWhatHasNoCodeOrOneOfALaterRelease() {
    assertThat(FRENCH.say(Finding.NONE, "an old text")).isEqualTo("an old text");
    assertThat(FRENCH.say(Finding.of("not-yet-known"), "a new text")).isEqualTo("a new text");
    assertThat(FRENCH.say(Finding.of("circuit"), "no number")).isEqualTo("no number");
    assertThat(FRENCH.say(Finding.of("circuit").with("places", "many"), "no number"))
        .isEqualTo("no number");
    AlertLine listing = AlertLine.of(Finding.of("watch-origin"), List.of(Finding.of("unheard-of")));
    assertThat(FRENCH.say(listing, "watched")).isEqualTo("watched");
  }

  @Test
  void refuseAFindingOfThisReleaseThatNothingSays() {
    assertThatThrownBy(() -> ENGLISH.say(Finding.of("unheard-of").with("n", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unheard-of with [n]");
  }

  @Test
  void sayInEnglishWhatALanguageLacksAndRefuseWhatIsNoMessage() {
    Properties german = FindingWords.file(Locale.GERMAN);
    german.setProperty("said-in-text", "steht im Text");
    FindingWords words = FindingWords.of(Locale.GERMAN, german, id -> "");
    assertThat(words.say(Finding.of("said-in-text"))).isEqualTo("steht im Text");
    assertThat(words.say(Finding.of("known-picture")))
        .isEqualTo("a picture is on a list of known material");

    german.setProperty("circuit", "{places, plural");
    assertThatThrownBy(() -> FindingWords.of(Locale.GERMAN, german, id -> ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("circuit in findings_de.properties");
  }

  @Test
  void keepWhatAnAdvertSaysAsItIs() {
    Finding wording = Finding.of("wording").with("wording", "'{0}' #it's (en)");
    assertThat(ENGLISH.say(wording)).isEqualTo("wording '{0}' #it's (en)");
    Finding match =
        Finding.of("query-match").with("adverts", 1).with("sites", 1).with("site", "{x}");
    assertThat(ENGLISH.say(match.with("query", "it's {adverts}")))
        .isEqualTo("an advert on {x} matches the stored query it's {adverts}");
  }
}
