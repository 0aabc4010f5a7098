package org.vigie.web.pages.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.JointLetters;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.marking.Tlp;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** The page of a case that another agency looks into too. */
class JointCasePagesTest {
  private static final String QUESTION = "1".repeat(32);
  private static final String ANSWER = "2".repeat(32);
  private static final String PARTNER = "a".repeat(64);
  private static final LocalDate SOON = LocalDate.parse("2026-03-05");
  private static final LocalDate LATE = LocalDate.parse("2031-12-31");

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void showsWhatBothSidesContributedWithOwnerMarkingAndLastDay() throws Exception {
    Browser lead = served.as("case-lead");
    String page = open(lead, "Harvest work abroad");
    String id = page.substring(page.lastIndexOf('/') + 1);
    keep(letter(Letter.Kind.QUESTION, QUESTION, QUESTION, Tlp.GREEN, SOON), id, true, "Our unit");
    keep(letter(Letter.Kind.ANSWER, ANSWER, QUESTION, Tlp.AMBER, LATE), id, false, "South <b>");

    String now = Words.minute(served.clock.instant());
    assertThat(contributions(lead, page))
        .containsExactly(
            now
                + " Our unit ours question "
                + QUESTION
                + " TLP:GREEN · to be kept until 2026-03-05 at most",
            now
                + " South <b> answer "
                + ANSWER
                + " TLP:AMBER · to be kept until 2031-12-31 at most");
    assertThat(contributions(lead, open(lead, "Another case"))).isEmpty();

    keep(letter(Letter.Kind.WITHDRAWAL, "3".repeat(32), ANSWER, Tlp.AMBER, LATE), id, false, "x");
    served.clock.pass(Duration.ofDays(5));
    Browser later = served.as("case-lead");
    served.because(later, id);
    assertThat(contributions(later, page))
        .hasSize(2)
        .anyMatch(line -> line.endsWith("TLP:GREEN · over: its last day was 2026-03-05"))
        .anyMatch(line -> line.endsWith("TLP:AMBER · withdrawn 2026-03-01"));
  }

  private static String open(Browser lead, String title) throws Exception {
    return lead.post("/cases", Map.of("title", title)).uri().getPath();
  }

  private static List<String> contributions(Browser reader, String page) throws Exception {
    return Jsoup.parse(reader.get(page).body())
        .select("section[aria-labelledby=joint] li")
        .eachText();
  }

  private static void keep(Letter letter, String caseId, boolean ours, String owner) {
    new JointLetters(served.workspace.database(), served.clock)
        .add(letter, caseId, ours, owner, PARTNER, "sha256:", () -> {});
  }

  private static Letter letter(
      Letter.Kind kind, String id, String about, Tlp marking, LocalDate last) {
    Mandate mandate =
        new Mandate(
            "Unit",
            "An act",
            "A purpose",
            "n-1",
            "eva",
            ServedConsole.START.plus(Duration.ofDays(9)),
            Set.of());
    return new Letter(
        new Letter.Heading(kind, id, about),
        PARTNER,
        mandate,
        "",
        List.of(),
        marking,
        ServedConsole.START,
        last);
  }
}
