package org.vigie.web.pages.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Movement;
import org.vigie.advert.Outcome;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;
import org.vigie.web.pages.part.Paths;

/** A contact that went round three towns twice, and was seen once where nobody knows. */
class MapPagesTest {
  private static final String KEY = "phone:+33639980001";
  private static final Instant START = Instant.parse("2026-02-01T10:00:00Z");
  private static final List<Place> ROUND =
      List.of(
          place(1, "Paris", 48.853, 2.349),
          place(2, "Lyon", 45.749, 4.847),
          place(3, "Marseille", 43.297, 5.381));

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;

  @BeforeAll
  static void serve() throws Exception {
    served =
        ServedConsole.ofIndex(
            folder,
            writer -> {
              for (int day = 0; day < 6; day++) {
                writer.put(advert(day, List.of(ROUND.get(day % 3))));
              }
              writer.put(advert(6, List.of()));
              writer.put(contact());
            });
    analyst = served.as("analyst");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void showARoundAsArrowsWithItsDaysAndAsATable() throws Exception {
    Document page = map("");

    assertThat(page.select("svg.map path.leg")).hasSize(5);
    assertThat(page.select("svg.map path.route")).hasSize(5);
    assertThat(page.select("svg.map path.leg").first().text())
        .isEqualTo("Paris → Lyon, 2026-02-01 – 2026-02-02");
    assertThat(rows(page, "From stay to stay"))
        .startsWith(
            "2026-02-01 Paris 2026-02-02 Lyon 393 part of a round " + KEY,
            "2026-02-02 Lyon 2026-02-03 Marseille 276 part of a round " + KEY)
        .hasSize(5);
    assertThat(rows(page, "Towns in which"))
        .containsExactly(
            "Lyon FR 2 2026-02-02 2026-02-05",
            "Marseille FR 2 2026-02-03 2026-02-06",
            "Paris FR 2 2026-02-01 2026-02-04");
    assertThat(page.text()).contains("7 adverts in these days; 6 of them in a town that is known");
    assertThat(page.select("svg.bars rect")).hasSize(7);
  }

  @Test
  void showTheDaysThatAreAskedFor() throws Exception {
    Document page = map("&from=2026-02-02&to=2026-02-03");

    assertThat(rows(page, "Towns in which"))
        .containsExactly("Lyon FR 1 2026-02-02 2026-02-02", "Marseille FR 1 2026-02-03 2026-02-03");
    assertThat(page.select("svg.map path.leg")).hasSize(2);
    assertThat(days(page.select("a:contains(days before)").attr("href")))
        .isEqualTo("2026-01-31 to 2026-02-01");
    assertThat(days(page.select("a:contains(days after)").attr("href")))
        .isEqualTo("2026-02-04 to 2026-02-05");
  }

  @Test
  void takeADayThatIsNoneForTheFirstOrLast() throws Exception {
    for (String days :
        List.of("&from=2026-13-99", "&to=%3Cscript%3E", "&from=+999999999-12-31&to=")) {
      Document page = map(days);
      assertThat(page.select("#map-from").val()).as(days).isEqualTo("2026-02-01");
      assertThat(page.select("#map-to").val()).as(days).isEqualTo("2026-02-07");
    }
    assertThat(map("&from=2026-02-05&to=2026-02-02").select("#map-to").val())
        .isEqualTo("2026-02-05");
    assertThat(rows(map("&from=9999-12-30&to=9999-12-31"), "Towns in which")).isEmpty();
  }

  @Test
  void sayTheRoundOfAContactInTheReadersLanguage() throws Exception {
    Browser other = served.as("analyst-2");
    other.post("/language", Map.of("language", "fr", "next", "/"));
    Document page = Jsoup.parse(other.get(Paths.contactMap(KEY)).body());
    assertThat(page.text()).contains("De séjour en séjour").contains("partie d’un circuit");
    other.post("/language", Map.of("language", "en", "next", "/"));
  }

  @Test
  void existForWhatIsKnownAlone() throws Exception {
    assertThat(analyst.get(Paths.contactMap("phone:+33639980002")).statusCode()).isEqualTo(404);
    assertThat(analyst.get("/clusters/c-0/map").statusCode()).isEqualTo(404);
  }

  @Test
  void areLoggedAsCombinationBeforeTheyAnswer() throws Exception {
    served.traces.clear();
    map("");
    assertThat(served.traces).hasSize(1);
    assertThat(served.traces.getFirst()).startsWith("analyst combination get /contact/map");
  }

  @Test
  void sayThatADayIsNone() throws Exception {
    assertThat(map("&from=yesterday").select("[role=alert]").text()).contains("2026-01-31");
    assertThat(map("&from=2026-01-31").select("[role=alert]")).isEmpty();
  }

  private static Document map(String days) throws Exception {
    return Jsoup.parse(analyst.get(Paths.contactMap(KEY) + days).body());
  }

  private static String days(String address) throws Exception {
    Document page = Jsoup.parse(analyst.get(address).body());
    return page.select("#map-from").val() + " to " + page.select("#map-to").val();
  }

  private static List<String> rows(Document page, String caption) {
    return page.select("table:has(caption:contains(" + caption + ")) tbody tr").stream()
        .map(Element::text)
        .toList();
  }

  private static Place place(int id, String name, double latitude, double longitude) {
    return new Place(id, name, "FR", latitude, longitude, new Span(0, 0));
  }

  private static AssessedAdvert advert(int day, List<Place> places) {
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", START.plusSeconds(day * 86_400L))
            .title("Work " + day)
            .country("FR")
            .build();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(new Contact(ContactType.PHONE, "+33639980001", "FR", new Span(0, 4), 0)),
        new Entities(List.of(), List.of(), List.of(), places, List.of()),
        List.of(),
        new Assessment("m", Outcome.RISK, 0.5, 0.1, List.of(), "", ""));
  }

  private static ContactProfile contact() {
    Map<String, Long> none = Map.of();
    return new ContactProfile(
        KEY,
        ContactType.PHONE,
        "FR",
        7,
        0,
        START,
        START.plusSeconds(6 * 86_400L),
        1,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        Movement.none(),
        ROUND.stream().map(Place::name).toList(),
        List.of(),
        List.of());
  }
}
