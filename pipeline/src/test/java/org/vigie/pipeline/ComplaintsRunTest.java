package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Evidence;
import org.vigie.advert.Severity;
import org.vigie.search.AdvertIndex;

/** A run over people who ask for help, and over texts that use the same words and don't. */
@Timeout(180)
class ComplaintsRunTest {
  /** Language → one who asks for help. */
  private static final Map<String, String> CRIES =
      new TreeMap<>(
          Map.of(
              "en",
              "Please help. The boss took our passports in March, we have not been paid for three"
                  + " months and he locks the door. Write to us at +44 7700 900123",
              "fr",
              "Aidez-nous s'il vous plaît. Le patron a pris nos passeports en mars, nous ne sommes"
                  + " pas payés depuis trois mois et il ferme la porte à clé",
              "es",
              "Por favor ayuda. El jefe nos quitó los pasaportes en marzo, llevamos tres meses sin"
                  + " cobrar y nos encierra con llave",
              "ru",
              "Помогите пожалуйста. Начальник забрал наши паспорта в марте, нам не платят три"
                  + " месяца, и он запирает дверь",
              "ro",
              "Vă rog ajutați-ne. Șeful ne-a luat pașapoartele în martie, nu am fost plătiți de"
                  + " trei luni și încuie ușa",
              "tl",
              "Tulungan ninyo kami. Kinuha ng amo ang aming mga pasaporte noong Marso, tatlong"
                  + " buwan na kaming hindi sinusuwelduhan at ikinakandado niya ang pinto",
              "de",
              "Bitte helft uns. Der Chef hat uns im März die Pässe abgenommen, wir wurden seit drei"
                  + " Monaten nicht bezahlt und er schließt die Tür ab",
              "ar",
              "ساعدونا من فضلكم. صاحب العمل أخذ جوازات سفرنا في مارس ولم نتقاض رواتبنا منذ ثلاثة"
                  + " أشهر ويقفل الباب علينا"));

  private static final List<String> OF_SAME_CONTACT =
      List.of(
          "Können Sie uns helfen? Unser Arbeitgeber behält unsere Pässe und wir dürfen nicht aus dem"
              + " Haus. Er hat nie Lohn gezahlt. +44 7700 900123",
          "Au secours, notre employeur garde nos passeports et nous enferme la nuit, sans salaire."
              + " +44 7700 900123");

  private static final List<String> OTHERS =
      List.of(
          // Education by a charity.
          "Did you know? Traffickers often take the passports of workers and lock them in. If your"
              + " boss keeps your documents, call 0800 555 0100",
          // News.
          "Police freed twelve workers from a farm near Lyon on Tuesday. The employer had taken"
              + " their passports and not paid them for three months, the prosecutor said.",
          // A lawyer's advert.
          "Employment lawyer. Unpaid wages? Passport kept by your employer? We help workers claim"
              + " what they are owed. First consultation free.",
          // A union.
          "Members meeting: no employer may keep your passport or withhold your wages. Join the"
              + " union and know your rights.",
          // A customer.
          "Terrible shop. They took my money three months ago and have not paid me back, avoid",
          // An offer that says what others complain of.
          "We keep your passport until your debt of 4000 euros is paid. You are not allowed to"
              + " leave the house.",
          "Cleaner wanted in Lyon, good pay, contract, accommodation. Call +33 6 39 98 00 01");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static TestRun run;

  @BeforeAll
  static void run() throws Exception {
    run = new TestRun(folder);
    StringBuilder lines = new StringBuilder();
    CRIES.forEach((language, text) -> lines.append(line("cry-" + language, 5, text)));
    for (int i = 0; i < OTHERS.size(); i++) {
      lines.append(line("other-" + i, 5, OTHERS.get(i)));
    }
    // The same person again, on other sites.
    lines.append(line("again-1", "board.example.org", 7, CRIES.get("en")));
    lines.append(line("again-2", "ads.example.org", 9, CRIES.get("en")));
    // Others who name the same number, in words of their own.
    lines.append(line("other-writer", "ads.example.org", 9, OF_SAME_CONTACT.get(0)));
    lines.append(line("third-writer", "board.example.org", 9, OF_SAME_CONTACT.get(1)));
    run.accept("forum.jsonl", lines.toString());
    run.run(2);
  }

  @Test
  void raisesOneUrgentAlertForEachWhoAsksForHelp() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      Map<String, Long> alerts = new TreeMap<>();
      for (Alert alert : complaints(index)) {
        assertThat(alert.severity()).isEqualTo(Severity.URGENT);
        AssessedAdvert advert = subject(index, alert);
        alerts.merge(advert.language(), 1L, Long::sum);
      }
      Map<String, Long> expected = new TreeMap<>();
      CRIES.keySet().forEach(language -> expected.put(language, 1L));
      expected.merge("de", 1L, Long::sum);
      expected.merge("fr", 1L, Long::sum);
      assertThat(alerts).isEqualTo(expected);
    }
  }

  @Test
  void quotesWhatWasTakenAndSaysWhoTheWriterMayBe() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      Alert french =
          complaints(index).stream()
              .filter(alert -> language(index, alert).equals("fr"))
              .min(Comparator.comparing(Alert::at))
              .orElseThrow();

      assertThat(french.headline())
          .isEqualTo(
              "a complaint or cry for help on forum.example.org: retention of identity documents,"
                  + " withholding of wages");
      assertThat(french.reasons())
          .contains(
              "its writer may be a victim: don’t treat the writer, or the contacts in it, as"
                  + " suspects (rule complaint, version 1)");
      assertThat(french.evidence()).extracting(Evidence::indicator).contains("LX-07", "LX-08");
      Evidence kept = french.evidence().getFirst();
      String text = subject(index, french).advert().text();
      assertThat(text.substring(kept.spans().getFirst().start(), kept.spans().getLast().end()))
          .contains("passeports");
    }
  }

  @Test
  void countsOneWhoAsksAgainInTheSameAlertAndRaisesNoCampaign() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      Alert english =
          complaints(index).stream()
              .filter(alert -> language(index, alert).equals("en"))
              .findFirst()
              .orElseThrow();

      assertThat(english.subject()).startsWith("c-");
      assertThat(english.headline()).startsWith("3 complaints or cries for help on 3 sites");
      assertThat(index.alerts(100))
          .filteredOn(alert -> alert.subject().equals(english.subject()))
          .extracting(Alert::rule)
          .containsExactly("complaint");
    }
  }

  @Test
  void makesNoAlertOfTheContactThatSeveralOfThemName() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(index.alerts(100))
          .extracting(Alert::rule)
          .doesNotContain("network", "control-signs", "campaign");
    }
  }

  private static List<Alert> complaints(AdvertIndex index) throws Exception {
    List<Alert> complaints = new ArrayList<>();
    for (Alert alert : index.alerts(100)) {
      if (alert.rule().equals("complaint")) {
        complaints.add(alert);
      }
    }
    return complaints;
  }

  private static AssessedAdvert subject(AdvertIndex index, Alert alert) throws Exception {
    return index.findAdvert(alert.evidence().getFirst().advertId()).orElseThrow();
  }

  private static String language(AdvertIndex index, Alert alert) {
    try {
      return subject(index, alert).language();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(String id, int day, String text) {
    return line(id, "forum.example.org", day, text);
  }

  private static String line(String id, String site, int day, String text) {
    return JSON.createObjectNode()
            .put("id", id)
            .put("channel", "forum")
            .put("site", site)
            .put("url", "https://" + site + "/" + id)
            .put("posted", "2026-01-0" + day + "T08:00:00Z")
            .put("text", text)
        + "\n";
  }
}
