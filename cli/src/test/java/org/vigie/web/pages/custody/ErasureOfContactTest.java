package org.vigie.web.pages.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.casework.ErasureRequest;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Console;
import org.vigie.web.pages.Found;
import org.vigie.web.pages.ServedConsole;

/** All adverts of a contact are asked for at once, and decided at once. */
class ErasureOfContactTest {
  private static final String KEY = "phone:+447700900123";
  private static final String WHY = "request of the person, file 7/26";

  @TempDir Path folder;
  private ServedConsole served;
  private final List<String> theirs = new ArrayList<>();

  @BeforeEach
  void serve() throws Exception {
    served =
        ServedConsole.ofIndex(
            folder,
            writer -> {
              for (int i = 0; i < 8; i++) {
                AssessedAdvert advert = advert(i, i < 7 ? "+447700900123" : "+4477009001234");
                writer.put(advert);
                if (i < 7) {
                  theirs.add(advert.advert().id());
                }
              }
            });
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void isAskedForByItsNumberAndGrantedAtOnce() throws Exception {
    Browser analyst = served.as("analyst");
    Browser reviewer = served.as("reviewer");
    String page = "/erasures?contact=phone%3A%2B447700900123";
    assertThat(Jsoup.parse(analyst.get(page).body()).text())
        .contains(KEY + ": 7 adverts name this contact.");

    Map<String, String> form = Map.of("contact", KEY, "adverts", "7", "why", WHY);
    assertThat(analyst.post("/erasures", form).statusCode()).as("no code").isEqualTo(403);
    assertThat(
            post(analyst, "/erasures", Map.of("contact", KEY, "adverts", "6", "why", WHY))
                .statusCode())
        .as("another number")
        .isEqualTo(409);
    assertThat(post(analyst, "/erasures", form).body()).contains("and 2 more");

    Document waiting = Jsoup.parse(reviewer.get("/erasures").body());
    assertThat(waiting.select("form[action~=/erasures/\\d+]")).hasSize(1);
    assertThat(waiting.text()).contains("All adverts of the contact " + KEY);
    String path = Found.group(waiting.html(), "action=\"(/erasures/\\d+)\"");
    HttpResponse<String> grant = post(reviewer, path, Map.of("decision", "grant"));
    assertThat(grant.body()).contains("granted by reviewer", "Next: the next ./vigie run");
    assertThat(ErasureRequests.grantedIn(served.workspace.database()))
        .extracting(ErasureRequest::advert)
        .containsExactlyInAnyOrderElementsOf(theirs);
    assertThat(served.events)
        .filteredOn(event -> event.words().isEmpty())
        .as("the log, beside what was typed into the address")
        .noneMatch(event -> event.toString().contains("447700900123"));
  }

  @Test
  void isNotErasedWhileAnyAdvertIsThere() throws Exception {
    try (var database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      ErasureRequests requests = new ErasureRequests(database, served.clock);
      requests.ask("analyst", List.of(theirs.getFirst(), "a-00000000000000000000"), KEY, WHY);
      requests.ask("analyst", List.of("a-00000000000000000000"), "", "another, file 8/26");
      requests.pendingFor("reviewer").forEach(one -> requests.decide("reviewer", one.id(), true));
    }
    Document mine = Jsoup.parse(served.as("analyst").get("/erasures").body());
    assertThat(mine.select("section:contains(" + WHY + ")").text()).contains("Next: ");
    assertThat(mine.select("section:contains(file 8/26)").text()).contains("It is erased");
  }

  @Test
  void isRefusedWhereNoAdvertNamesIt() throws Exception {
    Map<String, String> form = Map.of("contact", "phone:+4477", "adverts", "0", "why", WHY);
    assertThat(post(served.as("analyst"), "/erasures", form).statusCode()).isEqualTo(422);
    for (String key : List.of("%22", "%E2%80%AE", "x".repeat(2_000))) {
      assertThat(served.as("analyst").get("/erasures?contact=" + key).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> post(Browser browser, String path, Map<String, String> form)
      throws Exception {
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> all = new HashMap<>(form);
    all.put("password", ServedConsole.PASSWORD);
    all.put("code", served.codeNow());
    return browser.post(path, all);
  }

  private static AssessedAdvert advert(int number, String phone) {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum.example.org", Instant.parse("2026-02-01T10:00:00Z"))
            .body("Invented text " + number + ", call " + phone)
            .build();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(new Contact(ContactType.PHONE, phone, "GB", new Span(0, 5), 1)),
        Entities.none(),
        List.of(),
        new Assessment("recruitment", Outcome.UNDETERMINED, 0.5, 0, List.of(), "m", "1"));
  }
}
