package org.vigie.casework.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Genre;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.advert.Sighting;
import org.vigie.advert.TextKind;
import org.vigie.text.safe.Known;
import org.vigie.text.safe.SafeText;

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
            "               +1.35  all else that it weighs",
            "               +2.60  in all: the log-odds before calibration",
            "  cluster      c-0123");
  }

  @Test
  void keepsWhatPluginsAddedApartFromWhatTheSiteDeclared() {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum.example.org", Known.TIME)
            .body("room to let")
            .field("colour", "red")
            .field("words", "3")
            .field(Advert.ENRICHED + "words", "own")
            .build();
    AssessedAdvert known = Known.advert();
    List<String> lines =
        view.lines(
            new AssessedAdvert(
                advert, "en", List.of(), Entities.none(), List.of(), known.assessment()),
            Optional.empty(),
            "");

    int machine = lines.indexOf("MACHINE ASSESSMENT (evidence to check, not a verdict)");
    assertThat(lines.subList(0, machine))
        .contains("  colour       red")
        .noneMatch(line -> line.contains("words"));
    assertThat(lines.subList(machine, lines.size()))
        .contains("  added        words = 3 (by plug-in own)");
  }

  @Test
  void saysInWhichLanguageAnAdvertIsNotAssessedAndNoRisk() {
    AssessedAdvert unread =
        new AssessedAdvert(
            Known.advert().advert(), "am", List.of(), Entities.none(), List.of(), List.of());

    assertThat(view.lines(unread, Optional.empty(), ""))
        .contains("  risk         not assessed: no Amharic yet")
        .noneMatch(line -> line.contains("undetermined") || line.contains("for recruitment"));
  }

  @Test
  void saysThatTheWriterOfAComplaintMayBeAVictim() {
    AssessedAdvert known = Known.advert();

    assertThat(view.lines(ofKind(known, Genre.COMPLAINT), Optional.empty(), ""))
        .contains(
            "  kind         complaint or cry for help, sureness 0.92",
            "  writer       its writer may be a victim: don’t treat the contacts in it as a"
                + " suspect’s, and ask a specialist before anybody writes or calls");
    assertThat(view.lines(ofKind(known, Genre.NEWS), Optional.empty(), ""))
        .contains("  kind         news, sureness 0.92")
        .noneMatch(line -> line.contains("victim"));
  }

  private static AssessedAdvert ofKind(AssessedAdvert known, Genre genre) {
    return new AssessedAdvert(
        known.advert(),
        known.language(),
        known.contacts(),
        known.entities(),
        known.indicators(),
        known.assessments(),
        new TextKind(genre, 0.92));
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
  void leavesNoAddressInAFieldOrADeclaredContactThatCouldBeOpened() {
    Advert invitation =
        Advert.builder(Channel.LINK_PREVIEW, "chat.example.org", Known.TIME)
            .title("Work abroad")
            .field("contact", "url:https://chat.example.org/AbC")
            .context("links", "https://a.example.org/ http://b.example.org/")
            .build();
    AssessedAdvert known = Known.advert();
    AssessedAdvert assessed =
        new AssessedAdvert(
            invitation,
            "en",
            List.of(Contact.declared(ContactType.URL, "https://chat.example.org/AbC")),
            Entities.none(),
            List.of(),
            known.assessment());

    assertThat(view.lines(assessed, Optional.empty(), ""))
        .contains(
            "  contact      url:hxxps://chat[.]example[.]org/AbC",
            "  context.links hxxps://a[.]example[.]org/ hxxp://b[.]example[.]org/",
            "  url          hxxps://chat[.]example[.]org/AbC  from what its site declares")
        .noneMatch(line -> line.contains("http://") || line.contains("https://"));
  }

  @Test
  void saysHowOftenItWasSeen() {
    Sighting sighting =
        new Sighting("a", Known.TIME, Known.TIME.plusSeconds(60), 2, List.of("u", "v"), List.of());

    assertThat(view.lines(Known.advert(), Optional.of(sighting), ""))
        .contains(
            "  seen         2 times, first 2026-01-07 09:30 UTC, last 2026-01-07 09:31 UTC, at 2"
                + " addresses");
  }

  @Test
  void doesNotTakeTheDayOnWhichItsSiteSaysItWasPostedForOneOnWhichItWasSeen() {
    Instant posted = Known.TIME.minusSeconds(864_000);
    Advert dated =
        Advert.builder(Channel.FORUM, "forum.example.org", Known.TIME)
            .body("x")
            .postedAt(posted)
            .build();
    AssessedAdvert assessed =
        new AssessedAdvert(
            dated, "en", List.of(), Entities.none(), List.of(), Known.advert().assessment());

    assertThat(view.lines(assessed, Optional.of(met(posted, 1)), ""))
        .contains(
            "  posted       2025-12-28 09:30 UTC",
            "  seen         1 time, first 2026-01-07 09:30 UTC, last 2026-01-07 09:30 UTC, at 0"
                + " addresses");
    assertThat(view.lines(assessed, Optional.of(met(posted, 3)), ""))
        .contains(
            "  seen         3 times, first 2026-01-07 09:30 UTC or before, last 2026-01-07 09:30"
                + " UTC, at 0 addresses");
  }

  private static Sighting met(Instant first, int times) {
    return new Sighting("a", first, Known.TIME, times, List.of(), List.of());
  }

  @Test
  void saysWhatBecameOfItWithTheWordsThatWereEdited() {
    Advert advert = Known.advert().advert();
    Advert edited =
        Advert.builder(advert.channel(), advert.site(), advert.seenAt())
            .title(advert.title())
            .body(advert.body().replace("passport", "papers"))
            .build();
    String url = "https://jobs.example.org/7";
    Sighting sighting =
        new Sighting(
            advert.id(),
            Known.TIME,
            Known.TIME,
            1,
            List.of(url),
            List.of(),
            List.of(
                change(1, Kind.EDITED_INTO, edited.id()),
                change(2, Kind.GONE, "http-410"),
                change(3, Kind.GONE, "page"),
                change(4, Kind.REDIRECTED, "https://bad.example.org/\u001b[2J")));

    List<String> lines =
        view.lines(
            Known.advert(), Optional.of(sighting), Map.of(edited.id(), edited), "", List.of());

    String place = "at hxxps://jobs[.]example[.]org/7";
    assertThat(lines)
        .containsSubsequence(
            "  edited       2026-01-07 10:30 UTC: into " + edited.id() + ", " + place,
            "  gone         2026-01-07 11:30 UTC: its page was gone (410), " + place,
            "  gone         2026-01-07 12:30 UTC: its page no longer showed it, " + place,
            "  redirected   2026-01-07 13:30 UTC: to hxxps://bad[.]example[.]org/<U+001B>[2J, "
                + place)
        .anyMatch(line -> line.contains("[-passport.-] {+papers.+}"))
        .allMatch(line -> line.codePoints().allMatch(SafeText::isVisible));
  }

  private static Observation change(int hours, Kind kind, String detail) {
    return new Observation(
        "a", Known.TIME.plusSeconds(hours * 3_600L), kind, "https://jobs.example.org/7", detail);
  }
}
