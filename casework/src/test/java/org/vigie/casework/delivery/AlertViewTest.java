package org.vigie.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.BaseRate;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Severity;
import org.vigie.advert.Span;
import org.vigie.casework.render.AlertWords;
import org.vigie.casework.render.Quote;
import org.vigie.casework.render.Style;
import org.vigie.casework.render.Told;
import org.vigie.text.safe.Known;

class AlertViewTest {
  @Test
  void showsAnAlertWithItsReasonsUnderneath() {
    Alert alert = alert();

    assertThat(new AlertView(new Style(false), AlertWords.english()).lines(List.of(alert)))
        .containsExactly(
            "urgent   8 adverts share a text",
            "         c-0123 · newest evidence 2026-01-07 · rule cluster-evidence (version 2) ·"
                + " alert w-1",
            "         - one contact, three names",
            "         - see hxxp://bad[.]example[.]org<U+0007>",
            "         - base rate: of 1,200 clusters in forum 3 raised an alert");
  }

  @Test
  void quotesTheSentencesThatItRestsOn() {
    Quote quote =
        new Quote(
            "a-1",
            List.of(new Quote.QuotedSign("LX-07", "documents kept", EvidenceGrade.EXPERT)),
            "We keep your passport.",
            List.of(new Span(3, 21)));
    assertThat(
            new AlertView(new Style(false), AlertWords.english())
                .lines(
                    List.of(alert()),
                    Map.of("w-1", new Told("Documents kept · 8 adverts", List.of(quote)))))
        .startsWith(
            "urgent   Documents kept · 8 adverts",
            "         \"We «keep your passport».\" (LX-07, a-1)",
            "         8 adverts share a text");
  }

  @Test
  void saysItsLinesInALanguageByTheirCodes() {
    Alert alert = withLines();

    assertThat(new AlertView(new Style(false), AlertWords.in(Locale.FRENCH)).lines(List.of(alert)))
        .containsExactly(
            "urgent   8 annonces d’une même campagne",
            "         c-0123 · dernier élément le 2026-01-07 · règle cluster-evidence (version 2) ·"
                + " alerte w-1",
            "         - réunies par le même sens dans 1 texte",
            "         - fréquence de base : sur 1\u202F200 groupes (forum), 3 ont déclenché une"
                + " alerte");
    assertThat(
            new AlertView(new Style(false), AlertWords.english()).lines(List.of(alert)).getFirst())
        .isEqualTo("urgent   8 adverts of one campaign");
  }

  @Test
  void saysInTheStoredWordsWhatHasNoCode() {
    assertThat(
            new AlertView(new Style(false), AlertWords.in(Locale.FRENCH)).lines(List.of(alert())))
        .startsWith("urgent   8 adverts share a text")
        .contains("         - one contact, three names");
  }

  private static Alert withLines() {
    Alert plain = alert();
    return plain.retold(
        plain.at(),
        "in English",
        List.of("and its reason"),
        List.of(
            AlertLine.of(Finding.of("shown-campaign").with("adverts", 8)),
            AlertLine.of(Finding.of("joined-by").with("joint", "le même sens").with("texts", 1))),
        List.of());
  }

  private static Alert alert() {
    return new Alert(
        "w-1",
        "cluster-evidence",
        "2",
        "c-0123",
        Severity.URGENT,
        Known.TIME,
        "8 adverts share a text",
        List.of("one contact, three names", "see http://bad.example.org\u0007"),
        List.of(),
        "forum",
        new BaseRate("forum", 3, 1200),
        "m",
        "1");
  }
}
