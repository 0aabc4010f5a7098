package org.vigie.web.pages.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.SeenTimes;
import org.vigie.casework.people.Scope;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;
import org.vigie.web.pages.part.Paths;

/** Restriction of processing, as reviewers say it and as everybody else meets it. */
class RestrictionPagesTest {
  private static final String WHY = "contested by the person, file 7/26";

  @TempDir Path folder;
  private ServedConsole served;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
  }

  @AfterEach
  void close() throws Exception {
    served.close();
  }

  @Test
  void keepsARestrictedClusterFromEverybodyUntilItIsLifted() throws Exception {
    ClusterProfile cluster = cluster();
    List<AssessedAdvert> members = members(cluster);
    String contact = contactOf(members);
    List<String> paths = new ArrayList<>();
    members.forEach(member -> paths.add(Paths.advert(member.advert().id())));
    paths.add(Paths.cluster(cluster.id()));
    paths.add(Paths.contact(contact));
    Browser analyst = served.as("analyst");
    Browser reviewer = served.as("reviewer");
    String token = served.token("analyst", Set.of(Scope.values()));
    for (String path : paths) {
      assertThat(analyst.get(path).statusCode()).as(path).isEqualTo(200);
    }
    String alerts = alertAbout(cluster).map(Alert::id).orElseThrow();
    assertThat(analyst.get(Paths.alert(alerts)).statusCode()).isEqualTo(200);

    assertThat(
            reviewer
                .post(
                    Paths.restriction("cluster:" + cluster.id()),
                    Map.of("ground", "accuracy", "why", WHY))
                .statusCode())
        .isEqualTo(200);

    paths.add(Paths.alert(alerts));
    for (Browser browser : List.of(analyst, reviewer)) {
      for (String path : paths) {
        assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
      }
      for (String list : List.of("/", "/?q=", "/alerts", "/clusters", "/networks")) {
        String page = browser.get(list).body();
        assertThat(page).as(list).doesNotContain(cluster.id(), alerts);
        members.forEach(member -> assertThat(page).doesNotContain(member.advert().id()));
      }
    }
    for (String path : List.of("/adverts?limit=100", "/clusters", "/networks", "/alerts")) {
      String answer = api(path, token).body();
      assertThat(answer).as(path).doesNotContain(cluster.id(), contact);
      members.forEach(member -> assertThat(answer).doesNotContain(member.advert().id()));
    }
    assertThat(reviewer.get("/restrictions").body()).contains(cluster.id(), WHY);
    String reviewers = served.token("reviewer", Set.of(Scope.ADVERTS));
    assertThat(api("/restrictions", reviewers).body()).contains(cluster.id(), "ACCURACY", WHY);
    assertThat(api("/restrictions", token).statusCode()).isEqualTo(403);
    assertThat(analyst.get("/restrictions").statusCode()).isEqualTo(403);

    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> lifting =
        Map.of(
            "why",
            "settled before the court",
            "told",
            "yes",
            "password",
            ServedConsole.PASSWORD,
            "code",
            served.codeNow());
    assertThat(reviewer.post("/restrictions/1/lifting", lifting).statusCode()).isEqualTo(200);

    for (String path : paths) {
      assertThat(analyst.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(served.traces)
        .anyMatch(
            trace -> trace.startsWith("reviewer alteration post /restrictions subject=cluster"))
        .anyMatch(
            trace -> trace.startsWith("reviewer alteration post /restrictions/{id}/lifting id=1"));
  }

  @Test
  void tellsWhenARestrictedAdvertWasSeenAndPostedAndNothingElseOfIt() throws Exception {
    AssessedAdvert member = members(cluster()).getFirst();
    String id = member.advert().id();
    Instant postedAt = Objects.requireNonNull(member.advert().postedAt());
    SeenTimes seen;
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      seen = SeenTimes.of(member.advert(), index.findSighting(id).orElse(null));
    }
    Browser reviewer = served.as("reviewer");

    reviewer.post(Paths.restriction("advert:" + id), Map.of("ground", "evidence", "why", WHY));

    String first = Words.minute(seen.first());
    String last = Words.minute(seen.last());
    String posted = Words.minute(postedAt);
    assertThat(first).isNotEqualTo(posted);
    assertThat(reviewer.get("/restrictions").body())
        .containsPattern("<br>first seen by us " + first + "( or before)?, last " + last)
        .contains("<br>posted, as its site says: " + posted)
        .doesNotContain(member.advert().body().substring(0, 20));
    reviewer.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(reviewer.get("/restrictions").body())
        .contains("<br>vue par nous pour la première fois " + first)
        .contains("<br>publiée, selon le site : " + posted);
  }

  @Test
  void countsARestrictedAdvertInNoSumOfItsCluster() throws Exception {
    ClusterProfile cluster = cluster();
    Alert alert = alertAbout(cluster).orElseThrow();
    List<AssessedAdvert> members = members(cluster);
    long left = cluster.size() - 1;
    String gone = members.getFirst().advert().id();
    String token = served.token("analyst", Set.of(Scope.values()));
    Browser analyst = served.as("analyst");

    assertThat(
            served
                .as("reviewer")
                .post(Paths.restriction("advert:" + gone), Map.of("ground", "evidence", "why", WHY))
                .statusCode())
        .isEqualTo(200);

    String told = left + " adverts of one campaign: ";
    assertThat(api("/clusters/" + cluster.id(), token).body())
        .contains("\"size\":" + left)
        .contains("\"assessment\":null")
        .doesNotContain(gone);
    assertThat(api("/alerts/" + alert.id(), token).body()).contains(told).doesNotContain(gone);
    assertThat(analyst.get(Paths.alert(alert.id())).body()).contains(told).doesNotContain(gone);
    assertThat(analyst.get(Paths.cluster(cluster.id())).body()).doesNotContain(gone);
    assertThat(analyst.get("/clusters").body()).contains(">" + left + "</td>");
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      assertThat(index.findCluster(cluster.id())).as("the record is as it was").contains(cluster);
    }
  }

  @Test
  void isNotLiftedBeforeWhoeverContestsItWasToldNorWithoutGroundsAndCode() throws Exception {
    ClusterProfile cluster = cluster();
    Browser reviewer = served.as("reviewer");
    reviewer.post(
        Paths.restriction("cluster:" + cluster.id()), Map.of("ground", "accuracy", "why", WHY));
    served.clock.pass(Duration.ofMinutes(2));
    String code = served.codeNow();
    String password = ServedConsole.PASSWORD;

    for (Map<String, String> form :
        List.of(
            Map.of("why", "", "told", "yes", "password", password, "code", code),
            Map.of("why", WHY, "password", password, "code", code),
            Map.of("why", WHY, "told", "yes", "password", "guessed", "code", code))) {
      assertThat(reviewer.post("/restrictions/1/lifting", form).statusCode()).isIn(403, 422);
    }

    assertThat(served.as("analyst").get(Paths.cluster(cluster.id())).statusCode()).isEqualTo(404);
  }

  @Test
  void restrictsOnlyWhatIsThere() throws Exception {
    Browser reviewer = served.as("reviewer");
    for (String subject : List.of("advert:a-1", "case:k-1", "alert:w-1", "nothing", "")) {
      assertThat(
              reviewer
                  .post(Paths.restriction(subject), Map.of("ground", "evidence", "why", WHY))
                  .statusCode())
          .as(subject)
          .isEqualTo(422);
    }
    assertThat(reviewer.get("/restrictions").body()).contains("Nothing is restricted");
  }

  private HttpResponse<String> api(String path, String token) throws Exception {
    return served.nobody().get("/api/v1" + path, "Authorization", "Bearer " + token);
  }

  private ClusterProfile cluster() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      for (ClusterProfile cluster : index.clusters(2, 100)) {
        if (index.alerts(100).stream().anyMatch(alert -> alert.subject().equals(cluster.id()))) {
          return cluster;
        }
      }
    }
    throw new AssertionError("the examples must hold a cluster with an alert");
  }

  private Optional<Alert> alertAbout(ClusterProfile cluster) throws Exception {
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      return index.alerts(100).stream()
          .filter(alert -> alert.subject().equals(cluster.id()))
          .findFirst();
    }
  }

  private List<AssessedAdvert> members(ClusterProfile cluster) throws Exception {
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      return index.newestAdverts(Paths.term("cluster", cluster.id()), 100);
    }
  }

  /** Returns a contact that adverts of the cluster alone name. */
  private String contactOf(List<AssessedAdvert> members) throws Exception {
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      List<String> ids = members.stream().map(member -> member.advert().id()).toList();
      for (AssessedAdvert member : members) {
        for (Contact contact : member.contacts()) {
          boolean alone =
              index.newestAdverts(Paths.term("contact", contact.key()), 100).stream()
                  .allMatch(advert -> ids.contains(advert.advert().id()));
          if (alone && index.findContact(contact.key()).isPresent()) {
            return contact.key();
          }
        }
      }
    }
    throw new AssertionError("the cluster must have a contact of its own");
  }
}
