package org.vigie.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.console.casework.Erasure;
import org.vigie.console.casework.Erasures;
import org.vigie.console.people.Desk;
import org.vigie.pipeline.workspace.Workspace;

class ErasurePagesTest {
  private static final Map<String, String> ASKED =
      Map.of("why", "the person asked for it in writing");

  @TempDir static Path folder;
  private static ServedConsole served;
  private static String advert;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    HostileIndex.write(workspace, List.of("one", "two"));
    served = ServedConsole.on(workspace);
    advert = HostileIndex.advertId(0);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void isGrantedByASecondPersonWhoGivesPasswordAndCodeAnewAndIsLoggedBefore() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/adverts/" + advert);
    HttpResponse<String> asked = analyst.post("/adverts/" + advert + "/erasures", ASKED);
    assertThat(asked.body())
        .contains("waits for a second person", "the person asked for it in writing")
        .doesNotContain("value=\"grant\"");
    Erasure erasure = newest();
    String path = "/erasures/" + erasure.id();

    Browser reviewer = served.as("reviewer");
    reviewer.get("/erasures");
    served.traces.clear();
    assertThat(reviewer.post(path, Map.of("decision", "grant")).statusCode()).isEqualTo(403);
    assertThat(served.traces.getFirst())
        .isEqualTo(
            "reviewer erasure post /erasures/{id} id=%d decision=grant".formatted(erasure.id()));
    assertThat(newest().isPending()).as("without a password").isTrue();
    Map<String, String> wrong =
        Map.of("decision", "grant", "password", "another sentence", "code", served.codeNow());
    assertThat(reviewer.post(path, wrong).body()).contains("role=\"alert\"");
    assertThat(newest().isPending()).as("with a wrong password").isTrue();

    assertThat(reviewer.post(path, proven("grant")).body())
        .contains("waits for ./vigie erase; granted by reviewer");
    assertThat(newest().isDue()).isTrue();
    assertThat(served.as("reviewer-2").post(path, proven("decline")).statusCode())
        .as("decided once")
        .isEqualTo(409);
    assertThat(newest().isDue()).isTrue();
  }

  @Test
  void isNotGrantedByWhoAskedForItNorByAnAnalyst() throws Exception {
    Browser asker = served.as("reviewer");
    asker.get("/adverts/" + advert);
    asker.post("/adverts/" + advert + "/erasures", ASKED);
    String path = "/erasures/" + newest().id();

    assertThat(asker.post(path, proven("grant")).statusCode()).isEqualTo(409);
    assertThat(served.as("analyst").post(path, proven("grant")).statusCode()).isEqualTo(403);
    assertThat(newest().isPending()).isTrue();
    assertThat(served.as("reviewer-2").post(path, Map.of("decision", "decline")).body())
        .contains("declined by reviewer-2");
    assertThat(newest().isDue()).isFalse();
  }

  @Test
  void isAskedForWithGroundsAndOfAnAdvertThatIsThere() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/adverts/" + advert);

    assertThat(
            analyst.post("/adverts/" + advert + "/erasures", Map.of("why", "short")).statusCode())
        .isEqualTo(422);
    assertThat(analyst.post("/adverts/a-none/erasures", ASKED).statusCode()).isEqualTo(404);
  }

  /** Returns a form with the password and a code that wasn't used before. */
  private static Map<String, String> proven(String decision) {
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> form = new HashMap<>();
    form.put("decision", decision);
    form.put("password", ServedConsole.PASSWORD);
    form.put("code", served.codeNow());
    return form;
  }

  private static Erasure newest() {
    try (Desk desk = Desk.open(served.workspace.desk(), Console.SCHEMA)) {
      return new Erasures(desk, served.clock).newest(1).getFirst();
    }
  }
}
