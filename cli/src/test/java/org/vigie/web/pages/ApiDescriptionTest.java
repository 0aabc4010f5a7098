package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.web.Access;

/** What the interface for programs says of itself, held against what it answers. */
class ApiDescriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static ServedConsole served;
  private static ApiProgram program;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
    program = new ApiProgram(served);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void describesItselfToWhoIsKnownAndToNobodyElse() throws Exception {
    String path = "/api/v1/openapi.json";
    HttpResponse<String> refused = served.nobody().get(path);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).doesNotContain("openapi", "paths");
    assertThat(served.nobody().get(path, "Authorization", "Bearer guessed").statusCode())
        .isEqualTo(401);
    for (Role role : Role.values()) {
      String token = served.token(role.label(), Set.of(Scope.INTAKE));
      assertThat(served.nobody().get(path, "Authorization", "Bearer " + token).statusCode())
          .as(role.label())
          .isEqualTo(200);
      assertThat(served.signedIn(role.label()).get(path).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void describesEveryAddressForProgramsAndWhatItAnswersWith() throws Exception {
    JsonNode api = JSON.readTree(served.signedIn("auditor").get("/api/v1/openapi.json").body());
    assertThat(api.path("paths").path("/api/v1/adverts").path("post").path("responses").has("408"))
        .as("a file that comes too slowly")
        .isTrue();
    assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
    Set<String> described = new TreeSet<>();
    api.path("paths").fieldNames().forEachRemaining(described::add);
    Set<String> routes = new TreeSet<>();
    served.console.routes().stream()
        .filter(route -> route.access() instanceof Access.Token)
        .forEach(route -> routes.add(route.path()));
    assertThat(described).isEqualTo(routes);

    String token = served.token("analyst", Set.of(Scope.values()));
    String advert = program.read("/api/v1/adverts?query=Leeds", token).at("/hits/0/id").asText();
    String cluster = program.read("/api/v1/adverts/" + advert, token).path("cluster").asText();
    String alert = program.read("/api/v1/alerts", token).at("/alerts/0/id").asText();
    for (String path :
        List.of(
            "/adverts?query=passport&limit=3",
            "/adverts/" + advert,
            "/clusters",
            "/clusters/" + cluster,
            "/alerts",
            "/alerts/" + alert,
            "/networks",
            "/rulings",
            "/alerts/" + alert + "/handling",
            "/alerts/" + alert + "/judgements",
            "/adverts/" + advert + "/judgements",
            "/clusters/" + cluster + "/judgements",
            "/cases",
            "/searches",
            "/worklist?limit=3",
            "/clusters/" + cluster + "/map",
            "/contact/map?key=phone:%2B33639980001&from=2020-01-01",
            "/contact?key=phone:%2B33639980001")) {
      JsonNode answer = program.read("/api/v1" + path, token);
      String address = path.replaceAll("\\?.*", "").replaceAll("/[acw]-[^/]*", "/{id}");
      assertThat(new ApiDescription(api).faults(address, answer, path)).isEmpty();
    }
  }

  @Test
  void tellsHowSourcesAndModelsFareToThoseWhoLookAfterThem() throws Exception {
    JsonNode api = JSON.readTree(served.signedIn("auditor").get("/api/v1/openapi.json").body());
    for (String[] one :
        new String[][] {{"crawl-manager", "/coverage"}, {"model-operator", "/models"}}) {
      String token = served.token(one[0], Set.of(Scope.values()));
      JsonNode answer = program.read("/api/v1" + one[1], token);
      assertThat(new ApiDescription(api).faults(one[1], answer, one[1])).isEmpty();
      assertThat(program.ask("/api/v1/adverts?query=visa", token).statusCode()).isEqualTo(403);
      String reader = served.token("analyst", Set.of(Scope.values()));
      assertThat(program.ask("/api/v1" + one[1], reader).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void namesEachOperationOnceAndLeadsNowhereThatIsNot() throws Exception {
    JsonNode api = JSON.readTree(served.signedIn("auditor").get("/api/v1/openapi.json").body());
    List<String> ids = api.path("paths").findValuesAsText("operationId");
    int operations = 0;
    for (JsonNode path : api.path("paths")) {
      operations += path.size();
    }
    assertThat(ids).hasSize(operations).doesNotHaveDuplicates();
    for (String ref : api.findValuesAsText("$ref")) {
      assertThat(api.at(ref.substring(1)).isObject()).as(ref).isTrue();
    }
    api.path("paths")
        .properties()
        .forEach(path -> {
          List<String> inPath = new ArrayList<>();
          path.getValue()
              .at("/get/parameters")
              .forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                  inPath.add("{" + parameter.path("name").asText() + "}");
                }
              });
          assertThat(inPath)
              .as(path.getKey())
              .containsExactlyElementsOf(
                  Pattern.compile("\\{[^}]+\\}")
                      .matcher(path.getKey())
                      .results()
                      .map(found -> found.group())
                      .toList());
          String method = path.getValue().has("get") ? "get" : "post";
          assertThat(path.getValue().path(method).at("/responses/200/content")).isNotEmpty();
        });
  }
}
