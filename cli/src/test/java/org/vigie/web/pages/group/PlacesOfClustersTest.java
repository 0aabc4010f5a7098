package org.vigie.web.pages.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Membership;
import org.vigie.advert.Outcome;
import org.vigie.advert.Pace;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.search.shard.ShardWriter;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** A cluster whose adverts name Lincoln: two of Great Britain, one that says no country. */
class PlacesOfClustersTest {
  private static final Instant START = Instant.parse("2026-02-01T10:00:00Z");
  private static final String CLUSTER = "c-00000000000000aa";
  private static final Place BRITISH = new Place(2644487, "Lincoln", "GB", 53.2, -0.5, words());
  private static final Place AMERICAN = new Place(5072006, "Lincoln", "US", 40.8, -96.7, words());
  private static final AssessedAdvert NAMELESS = advert(0, "", AMERICAN);
  private static final AssessedAdvert ELSEWHERE = advert(3, "", AMERICAN);
  private static final AssessedAdvert SHARING = advert(4, "", AMERICAN, "lena@example.org");

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofIndex(folder, PlacesOfClustersTest::write);
    analyst = served.as("analyst");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void areSaidOnThePageOfAnAdvertThatDoesntTellItsCountry() throws Exception {
    assertThat(page("/adverts/" + NAMELESS.advert().id()).text())
        .contains(
            "Lincoln is taken for the one in GB, as 2 adverts tell that are like this one or"
                + " share its contacts; its own text alone would mean US");
  }

  @Test
  void areSaidByAdvertsThatShareAContact() throws Exception {
    assertThat(page("/adverts/" + SHARING.advert().id()).text())
        .contains("Lincoln is taken for the one in GB, as 1 advert tells");
  }

  @Test
  void areNotSaidWhereTheAdvertTellsItsCountryOrIsInNoCluster() throws Exception {
    assertThat(page("/adverts/" + advert(1, "GB", BRITISH).advert().id()).text())
        .contains(CLUSTER)
        .doesNotContain("is taken for");
    assertThat(page("/adverts/" + ELSEWHERE.advert().id()).text()).doesNotContain("is taken for");
  }

  @Test
  void areSaidInTheReadersLanguage() throws Exception {
    Browser other = served.as("analyst-2");
    other.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(Jsoup.parse(other.get("/adverts/" + NAMELESS.advert().id()).body()).text())
        .contains("Lincoln est compris comme celui de GB");
    other.post("/language", Map.of("language", "en", "next", "/"));
  }

  @Test
  void areThoseOfTheMapOfTheCluster() throws Exception {
    Document map = page("/clusters/" + CLUSTER + "/map");
    assertThat(map.select("table:has(caption:contains(Towns in which)) tbody tr"))
        .extracting(Element::text)
        .containsExactly("Lincoln GB 3 2026-02-01 2026-02-03");
  }

  private static Document page(String path) throws Exception {
    return Jsoup.parse(analyst.get(path).body());
  }

  private static void write(ShardWriter writer) throws IOException {
    for (AssessedAdvert advert :
        List.of(NAMELESS, advert(1, "GB", BRITISH), advert(2, "GB", BRITISH))) {
      writer.put(advert);
      writer.put(new Membership(advert.advert().id(), CLUSTER));
    }
    writer.put(ELSEWHERE);
    writer.put(SHARING);
    writer.put(advert(5, "GB", BRITISH, "lena@example.org"));
    writer.put(cluster());
  }

  private static Span words() {
    return new Span(10, 17);
  }

  private static AssessedAdvert advert(int day, String country, Place town, String... emails) {
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs", START.plusSeconds(day * 86_400L))
            .body("Farm near Lincoln, with a room, text " + day)
            .country(country)
            .build();
    return new AssessedAdvert(
        advert,
        "en",
        Stream.of(emails).map(email -> Contact.declared(ContactType.EMAIL, email)).toList(),
        new Entities(List.of(), List.of(), List.of(), List.of(town), List.of()),
        List.of(),
        new Assessment("m", Outcome.RISK, 0.5, 0.1, List.of(), "", ""));
  }

  private static ClusterProfile cluster() {
    Map<String, Long> none = Map.of();
    return new ClusterProfile(
        CLUSTER,
        3,
        START,
        START.plusSeconds(2 * 86_400L),
        none,
        none,
        Map.of("GB", 2L),
        none,
        none,
        none,
        none,
        List.of(),
        List.of(),
        none,
        Pace.none(),
        0.5,
        0.5,
        Template.empty());
  }
}
