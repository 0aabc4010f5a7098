package org.vigie.exchange.preserve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Mandate;
import org.vigie.advert.Provenance;
import org.vigie.advert.Sighting;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.files.failure.UserError;

class PreservationDraftTest {
  private static final Instant NOON = Adverts.NOON;

  /** The official languages of the European Union. */
  private static final List<String> LANGUAGES =
      List.of(
          "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt",
          "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv");

  @TempDir Path folder;

  @Test
  void everyFormIsThereInEveryLanguage() throws Exception {
    Map<String, PreservationForm> forms = PreservationForms.read(folder.resolve("absent"));
    assertThat(forms).hasSize(6);
    for (PreservationForm form : forms.values()) {
      assertThat(form.languages()).as(form.name()).isEqualTo(LANGUAGES);
      String french = new PreservationDraft(form, wish(Map.of()), "fr").text();
      assertThat(french).as(form.name()).contains("Projet").doesNotContain("''", "{0}");
      assertThat(new PreservationDraft(form, wish(Map.of()), "en").text())
          .as(form.name())
          .contains("Draft, not an order", "2026-03-01T12:00:00Z")
          .doesNotContain("''", "{0}", "Passport");
    }
  }

  @Test
  void everyFormFillsAllThatItMustSayInEveryLanguage() throws Exception {
    for (PreservationForm form : PreservationForms.read(folder.resolve("absent")).values()) {
      Map<String, String> typed = new HashMap<>();
      new PreservationDraft(form, wish(Map.of()), "en")
          .missing()
          .forEach(key -> typed.put(key, "Said of " + key));
      String english = new PreservationDraft(form, wish(typed), "en").text();
      for (String language : LANGUAGES) {
        PreservationDraft draft = new PreservationDraft(form, wish(typed), language);
        assertThat(draft.missing()).as(form.name()).isEmpty();
        assertThat(draft.text()).as("%s in %s", form.name(), language).doesNotContain("''", "{0}");
        assertThat(values(draft.text())).as(form.name()).isEqualTo(values(english));
        assertThat(headings(draft.text())).hasSameSizeAs(headings(english));
        if (!language.equals("en")) {
          assertThat(headings(draft.text()))
              .as(language)
              .filteredOn(heading -> headings(english).contains(heading))
              .as("'Accounts' is Dutch, too")
              .hasSizeLessThan(2);
        }
      }
    }
  }

  @Test
  void everyFormSaysAddressAccountTimesHashAndTheLegalBasisOfTheMandate() throws Exception {
    for (PreservationForm form : PreservationForms.read(folder.resolve("absent")).values()) {
      assertThat(form.parts().stream().map(PreservationForm.Part::from))
          .as(form.name())
          .contains(
              Filling.ADDRESSES,
              Filling.ACCOUNTS,
              Filling.TIMES,
              Filling.HASHES,
              Filling.LEGAL_BASIS);
      assertThat(new PreservationDraft(form, wish(Map.of()), "fr").text())
          .as(form.name())
          .contains(
              "`https://example.org/jobs/7`",
              "`example.org job-7`",
              "2026-02-27T12:00:00Z",
              "sha256:" + "cd".repeat(32),
              "`Art. 8, Directive (EU) 2016/680`");
    }
  }

  @Test
  void namesTheValidatingAuthorityUntilSomebodySaysIt() throws Exception {
    for (String form : List.of("epoc", "epoc-pr")) {
      assertThat(draft(form, wish(Map.of())).missing()).contains("validating-authority");
      assertThat(draft(form, wish(Map.of("validating-authority", "Court 1"))).missing())
          .doesNotContain("validating-authority");
    }
  }

  @Test
  void isMarkedAsUnverifiedUntilAnOperatorSaysWhoCheckedItsForm() throws Exception {
    String ours = PreservationForms.ours("epoc.yaml");
    Path file = folder.resolve("epoc.yaml");
    Files.writeString(file, "checked-by: A. Judge `x`\nchecked-on: 2026-02-01\n" + ours);
    PreservationForm checked = PreservationForms.read(folder).get("epoc");

    assertThat(draft("epoc", wish(Map.of())).text()).contains("Nobody has held it against");
    assertThat(new PreservationDraft(checked, wish(Map.of()), "en").text())
        .contains("Draft, not an order", "annexes by `` A. Judge `x` `` on 2026-02-01.")
        .doesNotContain("Nobody");
    for (String language : LANGUAGES) {
      assertThat(new PreservationDraft(checked, wish(Map.of()), language).text())
          .as(language)
          .contains("2026-03-01T12:00:00Z", "A. Judge `x`", "2026-02-01")
          .doesNotContain("{1}", "{2}", "''");
    }

    Files.writeString(file, "checked-by: A. Judge\n" + ours);
    assertThatThrownBy(() -> PreservationForms.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("checked-on", "must both be there or neither");
    Files.writeString(file, "checked-by: A. Judge\nchecked-on: soon\n" + ours);
    assertThatThrownBy(() -> PreservationForms.read(folder))
        .hasMessageContaining("must be a day such as 2026-03-01");
  }

  /** What the parts say, whatever the language. */
  private static List<String> values(String draft) {
    return draft.lines().filter(line -> line.startsWith("- `")).toList();
  }

  private static List<String> headings(String draft) {
    return draft.lines().filter(line -> line.startsWith("#")).toList();
  }

  @Test
  void saysWhatIsKnownExactlyAndWhenItEnds() throws Exception {
    PreservationDraft draft = draft("epoc-pr", wish(Map.of()));
    assertThat(draft.text())
        .contains("`https://example.org/jobs/7`", "`https://example.org/jobs/7?page=2`")
        .contains("`example.org job-7`", "`Unit 7, Example`", "`C-1`")
        .contains("2026-02-27T12:00:00Z – 2026-03-01T12:00:00Z (2026-03-01T11:00:00Z)")
        .contains("sha256:" + "cd".repeat(32))
        .contains("until 2026-04-30");
    assertThat(draft.missing())
        .containsExactly(
            "issuing-state", "validating-authority", "data-category", "criminal-law", "necessity");
    assertThat(draft.lastDay()).isEqualTo("2026-04-30");
    assertThat(Reminder.of(draft)).contains("DTSTART;VALUE=DATE:20260430\r\n", "TRIGGER:-P7D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"epoc-pr", "epoc"})
  void saysWhatTheOrderHoldsAndTheCertificateForItsAddresseeDoesNot(String form) throws Exception {
    assertThat(draft(form, wish(Map.of())).text().lines())
        .filteredOn(line -> line.contains("necessary and proportionate"))
        .isNotEmpty()
        .allMatch(line -> line.contains("not for the addressee (Article 9)"));
  }

  @Test
  void whatAPersonSaysCountsBeforeWhatIsKnown() throws Exception {
    PreservationDraft draft =
        draft("epoc-pr", wish(Map.of("issuing-state", "France", "issuing-authority", "Court 1")));
    assertThat(draft.missing()).doesNotContain("issuing-state");
    assertThat(draft.text()).contains("`Court 1`").doesNotContain("Unit 7");
  }

  @Test
  void whatOthersWroteCannotBecomeMarkup() throws Exception {
    PreservationWish wish = wish(Map.of("issuing-state", "a`b``c\n# Order\u202E"));
    assertThat(draft("epoc-pr", wish).text())
        .doesNotContain("\n# Order", "\u202E")
        .contains("``` a`b``c");
  }

  @Test
  void aLineOfTheReminderIsNeverTooLong() throws Exception {
    String caseId = "\u9999,;".repeat(200);
    Mandate mandate =
        new Mandate("Unit", "Law", "detection", caseId, "A. Judge", NOON.plusSeconds(9));
    PreservationWish wish =
        new PreservationWish(mandate, "Host", wish(Map.of()).items(), Map.of(), NOON);
    assertThat(Reminder.of(draft("epoc-pr", wish)).split("\r\n"))
        .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void citesAnnexesInTheLanguageOfTheDraft() throws Exception {
    for (PreservationForm form : PreservationForms.read(folder.resolve("absent")).values()) {
      for (String language : LANGUAGES) {
        assertThat(new PreservationDraft(form, wish(Map.of()), language).text())
            .as("%s in %s", form.name(), language)
            .doesNotContain("{annex}", ") to (")
            .satisfies(text ->
                assertThat(text.contains("(Annex"))
                    .isEqualTo(language.equals("en") && form.name().startsWith("epoc")));
      }
      if (form.name().startsWith("epoc")) {
        assertThat(new PreservationDraft(form, wish(Map.of()), "de").text())
            .contains("(Anhang I", "Art. 3(9)–(12)");
      }
    }
  }

  @Test
  void namesAnAnnexAsTheBasisOfTheFormDoes() throws Exception {
    Map<String, PreservationForm> forms = PreservationForms.read(folder.resolve("absent"));
    for (Map.Entry<String, String> annex : Map.of("epoc", "I", "epoc-pr", "II").entrySet()) {
      PreservationForm form = forms.get(annex.getKey());
      for (String language : LANGUAGES) {
        assertThat(form.basis().in(language, form.name()))
            .as(language)
            .contains(form.words().provision("{annex} " + annex.getValue(), language));
      }
      assertThat(form.words().provision("{annex} II, A", "hu")).isEqualTo("II. melléklet, A");
      assertThat(form.words().provision("{annex} 2", "en")).isEqualTo("Annex 2");
    }
  }

  @Test
  void theOperatorsFilesAddALanguage() throws Exception {
    Files.writeString(
        folder.resolve("mine.yaml"),
        """
        form: mine
        title: {en: Request, uk: Запит}
        basis: {en: Law, uk: Закон}
        clock: {en: Soon, uk: Незабаром}
        parts:
          - {key: who, from: authority, article: "{annex} I", label: {en: Who, uk: Хто}}
          - {key: why, label: {en: Why, uk: Чому}}
        """);
    Files.writeString(
        folder.resolve("words.yaml"),
        """
        draft: {uk: "**Чернетка** {0}"}
        missing: {uk: "**НЕМАЄ** {0}"}
        optional: {uk: "Не вказано {0}"}
        clock: {uk: "Строк"}
        annex: {uk: "додаток {0}"}
        """);
    PreservationForm mine = PreservationForms.read(folder).get("mine");

    assertThat(new PreservationDraft(mine, wish(Map.of()), "uk").text())
        .contains(
            "# Запит", "**Чернетка** 2026", "## 1. Хто (додаток I)", "**НЕМАЄ** why", "## Строк");
    assertThat(new PreservationDraft(mine, wish(Map.of()), "en").text())
        .contains("# Request", "Draft, not an order", "(Annex I)");

    Files.writeString(folder.resolve("words.yaml"), "draft: {uk: D}\n");
    PreservationForm half = PreservationForms.read(folder).get("mine");
    assertThatThrownBy(() -> new PreservationDraft(half, wish(Map.of()), "uk").text())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("words.yaml has every text in");
    Files.writeString(folder.resolve("words.yaml"), "annex: {uk: A}\n");
    assertThatThrownBy(() -> PreservationForms.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "annex.uk of preservation/words.yaml must hold {0}, where its number stands, but"
                + " doesn't");
    Files.writeString(folder.resolve("words.yaml"), "drift: {uk: D}\n");
    assertThatThrownBy(() -> PreservationForms.read(folder))
        .hasMessageContaining("preservation/words.yaml")
        .hasMessageContaining("drift");
  }

  @Test
  void aFileOfTheOperatorIsRefusedByItsPlace() throws Exception {
    Files.writeString(folder.resolve("x.yaml"), "form: x\ntitle: {en: X}\n");
    assertThatThrownBy(() -> PreservationForms.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("preservation/x.yaml")
        .hasMessageContaining("basis.en");
  }

  private PreservationDraft draft(String form, PreservationWish wish) throws Exception {
    return new PreservationDraft(
        PreservationForms.read(folder.resolve("absent")).get(form), wish, "en");
  }

  private static PreservationWish wish(Map<String, String> typed) {
    Provenance place = new Provenance("c.warc.gz", 0, "sha256:" + "cd".repeat(32), NOON);
    EvidenceItem item =
        new EvidenceItem(
            Adverts.advert(place),
            new Sighting(
                "a-0123456789abcdef0123",
                NOON.minusSeconds(172_800),
                NOON,
                2,
                List.of("https://example.org/jobs/7?page=2"),
                List.of()),
            "",
            List.of());
    return new PreservationWish(Adverts.MANDATE, "Host, Exampleland", List.of(item), typed, NOON);
  }
}
