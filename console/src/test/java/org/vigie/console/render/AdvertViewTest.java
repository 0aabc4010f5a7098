package org.vigie.console.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Sighting;

class AdvertViewTest {
  private final AdvertView view = new AdvertView(new Style(false));

  @Test
  void keepsFactsApartFromWhatTheMachineMakesOfThem() {
    List<String> lines = view.lines(Known.advert(), Optional.empty(), "c-0123");

    assertThat(lines)
        .containsSubsequence(
            "FACT (as its site declared it)",
            "  channel      job-board",
            "  site         jobs.example.org",
            "  url          hxxps://jobs[.]example[.]org/7",
            "  posted       2026-01-07 09:30 UTC",
            "  place        Lyon",
            "  organization =cmd",
            "  mandate      m-1",
            "  kept in      a.warc.gz at 42 sha256:00",
            "MACHINE ASSESSMENT (evidence to check, not a verdict)",
            "  phone        +33639980001 (FR)  from \"+33 6.39.98.00.01\", disguised: 1 step undone",
            "  indicator    LX-07 retention of identity documents [control, grade E]: keeps"
                + " documents",
            "               \"We keep your passport\"",
            "  indicator    SX-05 movement wording [movement, grade T-, shown only, adds no risk]",
            "  risk         0.93 of recruitment; looks most like risk (model risk-recruitment-1,"
                + " taxonomy 1)",
            "               +1.25  keeps documents  from \"We keep your passport\"",
            "  cluster      c-0123");
  }

  @Test
  void letsNothingOfTheAdvertActOnTheTerminal() {
    assertThat(view.lines(Known.advert(), Optional.empty(), ""))
        .contains(
            "  Call +33 6.39.98.00.01<U+001B>[2J or see hxxp://bad[.]example[.]org/x",
            "  cluster      none: no other advert is like it")
        .allMatch(line -> line.codePoints().allMatch(SafeText::isVisible));
  }

  @Test
  void saysHowOftenItWasSeen() {
    Sighting sighting =
        new Sighting("a", Known.TIME, Known.TIME.plusSeconds(60), 2, List.of("u", "v"), List.of());

    assertThat(view.lines(Known.advert(), Optional.of(sighting), ""))
        .contains(
            "  seen         2 times, from 2026-01-07 09:30 UTC to 2026-01-07 09:31 UTC, at 2"
                + " addresses");
  }
}
