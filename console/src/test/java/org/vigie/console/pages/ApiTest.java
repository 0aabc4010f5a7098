package org.vigie.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.console.people.Scope;
import org.vigie.console.web.Access;

class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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
  void describesEveryAddressForProgramsAndWhatItAnswersWith() throws Exception {
    JsonNode api = JSON.readTree(served.nobody().get("/api/v1/openapi.json").body());
    assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
    Set<String> described = new TreeSet<>();
    api.path("paths").fieldNames().forEachRemaining(described::add);
    Set<String> routes = new TreeSet<>();
    served.console.routes().stream()
        .filter(route -> route.access() instanceof Access.Token)
        .forEach(route -> routes.add(route.path()));
    assertThat(described).isEqualTo(routes);

    String token = served.token("analyst", Set.of(Scope.values()));
    String advert =
        read("/api/v1/adverts?query=Leeds", token).at("/hits/0/advert/advert/id").asText();
    String cluster = read("/api/v1/adverts/" + advert, token).path("cluster").asText();
    String alert = read("/api/v1/alerts", token).at("/alerts/0/id").asText();
    for (String path :
        List.of(
            "/adverts?query=passport&limit=3",
            "/adverts/" + advert,
            "/clusters",
            "/clusters/" + cluster,
            "/alerts",
            "/alerts/" + alert,
            "/networks",
            "/contact?key=phone:%2B33639980001")) {
      JsonNode answer = read("/api/v1" + path, token);
      JsonNode schema =
          api.at("/paths")
              .path("/api/v1" + path.replaceAll("\\?.*", "").replaceAll("/[acw]-.*", "/{id}"))
              .at("/get/responses/200/content")
              .path("application/json")
              .path("schema");
      List<String> faults = new ArrayList<>();
      hold(api, schema, answer, path, faults);
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void answersAsThePagesDo() throws Exception {
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    JsonNode found = read("/api/v1/adverts?query=passport&limit=2", token);
    assertThat(found.path("hits")).hasSize(2);
    assertThat(served.as("analyst").get("/?q=passport").body())
        .contains(found.path("total").asLong() + " adverts match");
    assertThat(ask("/api/v1/adverts?query=passport+AND", token).statusCode()).isEqualTo(422);
    assertThat(ask("/api/v1/adverts/a-none", token).statusCode()).isEqualTo(404);
    assertThat(ask("/api/v1/nothing", token).statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(ask("/api/v1/nothing", token).body()).path("error").asText())
        .isNotEmpty();
    assertThat(served.traces)
        .anyMatch(line ->
            line.matches("analyst consultation get /api/v1/adverts token=\\d+ query=passport.*"));
  }

  @Test
  void makesATokenForWhoGivesANewCodeAndEndsIt() throws Exception {
    Browser analyst = served.as("analyst");
    Map<String, String> form =
        Map.of(
            "title",
            "notebook",
            "scope",
            "adverts",
            "purpose",
            "operation example",
            "days",
            "7",
            "password",
            ServedConsole.PASSWORD);
    assertThat(analyst.post("/tokens", with(form, "000000")).statusCode()).isEqualTo(403);
    served.clock.pass(Duration.ofMinutes(2));
    String page = analyst.post("/tokens", with(form, served.codeNow())).body();
    String token = Found.group(page, "class=\"token\">([^<]+)<");
    assertThat(ask("/api/v1/adverts?query=passport", token).statusCode()).isEqualTo(200);
    assertThat(analyst.get("/tokens").body()).contains("notebook").doesNotContain(token);

    String path = Found.group(analyst.get("/tokens").body(), "action=\"(/tokens/\\d+/end)\"");
    assertThat(served.as("analyst-2").post(path, Map.of()).statusCode()).isEqualTo(404);
    analyst.post(path, Map.of());
    assertThat(ask("/api/v1/adverts?query=passport", token).statusCode()).isEqualTo(401);
    assertThat(ask("/api/v1/adverts?query=passport", "").statusCode()).isEqualTo(401);
  }

  @Test
  void streamsAnExportThatASecondPersonGrantedToItsAskerAlone() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.post(
        "/exports",
        Map.of(
            "query",
            "passport",
            "format",
            "csv",
            "recipient",
            "the prosecutor",
            "why",
            "asked for in writing"));
    String mine = served.token("analyst", Set.of(Scope.EXPORTS));
    String path = "/api/v1/exports/1/adverts";
    assertThat(ask(path, mine).statusCode()).isEqualTo(409);
    served.as("reviewer").post("/exports/1", Map.of("decision", "grant"));
    HttpResponse<String> lines = ask(path, mine);
    assertThat(lines.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(lines.body().lines().count())
        .isEqualTo(
            read("/api/v1/adverts?query=passport", served.token("analyst", Set.of(Scope.ADVERTS)))
                .path("total")
                .asLong());
    assertThat(ask(path, served.token("analyst-2", Set.of(Scope.EXPORTS))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void letsAProgramAskSoOftenAMinute() throws Exception {
    String token = served.token("case-lead", Set.of(Scope.ALERTS));
    for (int i = 0; i < Console.MOST_A_MINUTE; i++) {
      assertThat(ask("/api/v1/alerts?limit=1", token).statusCode()).isEqualTo(200);
    }
    assertThat(ask("/api/v1/alerts?limit=1", token).statusCode()).isEqualTo(429);
    served.clock.pass(Duration.ofMinutes(1));
    assertThat(ask("/api/v1/alerts?limit=1", token).statusCode()).isEqualTo(200);
  }

  private static Map<String, String> with(Map<String, String> form, String code) {
    Map<String, String> whole = new HashMap<>(form);
    whole.put("code", code);
    return whole;
  }

  private static HttpResponse<String> ask(String path, String token) throws Exception {
    return served.nobody().raw("GET", path, "", "Authorization", "Bearer " + token);
  }

  private static JsonNode read(String path, String token) throws Exception {
    HttpResponse<String> response = ask(path, token);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Notes where a value isn't as a schema says: types, and what must be there. */
  private static void hold(
      JsonNode api, JsonNode schema, JsonNode value, String where, List<String> faults) {
    if (schema.has("$ref")) {
      hold(api, api.at(schema.path("$ref").asText().substring(1)), value, where, faults);
      return;
    }
    if (schema.has("anyOf")) {
      if (!value.isNull()) {
        hold(api, schema.path("anyOf").path(0), value, where, faults);
      }
      return;
    }
    boolean right =
        switch (schema.path("type").asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> false;
        };
    if (!right) {
      faults.add(where + " is " + value.getNodeType() + " and not " + schema);
    }
    schema
        .path("required")
        .forEach(name -> {
          if (!value.has(name.asText())) {
            faults.add(where + " lacks " + name);
          }
        });
    schema
        .path("properties")
        .properties()
        .forEach(property -> {
          if (value.has(property.getKey())) {
            hold(
                api,
                property.getValue(),
                value.get(property.getKey()),
                where + "/" + property.getKey(),
                faults);
          }
        });
    value.forEach(item -> {
      if (schema.has("items")) {
        hold(api, schema.path("items"), item, where + "[]", faults);
      }
    });
  }
}
