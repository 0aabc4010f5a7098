package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.casework.people.Scope;
import org.vigie.search.shard.ShardWriter;

/** Pages for readers of adverts in languages that they don't read. */
class AcrossPagesTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;
  private static String russian = "";

  @BeforeAll
  static void serve() throws Exception {
    served =
        ServedConsole.ofIndex(
            folder,
            writer -> {
              russian = put(writer, "ru", "Паспорт остаётся в сейфе");
              put(writer, "en", "Keep your passport with you");
              put(writer, "ru", "Ваш паспорт хранится здесь");
            });
    analyst = served.as("analyst");
  }

  private static String put(ShardWriter writer, String language, String text) throws Exception {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum.example.org", MONDAY)
            .body(text)
            .postedAt(MONDAY)
            .build();
    writer.put(
        new AssessedAdvert(
            advert,
            language,
            List.of(),
            Entities.none(),
            List.of(),
            new Assessment("work", Outcome.UNDETERMINED, 0.1, 0.1, List.of(), "m-1", "1")));
    return advert.id();
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  private static Document page(String path, String... headers) throws Exception {
    HttpResponse<String> page = analyst.get(path, headers);
    assertThat(page.statusCode()).isEqualTo(200);
    return Jsoup.parse(page.body());
  }

  @Test
  void aTickedBoxFindsWordsInOtherLanguagesAndStaysInTheLinks() throws Exception {
    Document page = page("/?q=passport&across=on");

    assertThat(page.select("input[name=across]").hasAttr("checked")).isTrue();
    assertThat(page.select(".total").text()).contains("3 adverts match");
    assertThat(page.select(".taken").text())
        .contains("passport → id-document: паспорт", "in 54 languages");
    List<String> facets = page.select("aside li a").eachAttr("href");
    assertThat(facets).isNotEmpty();
    for (String facet : facets) {
      assertThat(page(facet).select("input[name=across]").hasAttr("checked")).isTrue();
    }
    assertThat(page(page.select("a[href^=/exports?]").attr("href")).select("[name=query]").val())
        .isEqualTo("across:(passport)");
    assertThat(page("/?q=passport").select("input[name=across]").hasAttr("checked")).isFalse();
    assertThat(page("/?q=passport").select(".total").text()).contains("One advert");
    assertThat(page("/?q=orchard&across=on").select(".taken").text())
        .contains("orchard", "searched as it is written");
  }

  @Test
  void conceptsAreFoundAndUnknownOnesRefusedByName() throws Exception {
    assertThat(page("/?q=concept:id-document+lang:ru").select(".total").text())
        .contains("2 adverts match");
    assertThat(page("/?q=concept:id-dokument").select(".problem").text())
        .contains("id-document", "'id-dokument'");
  }

  @Test
  void aSearchInOtherLanguagesCannotRaiseAlerts() throws Exception {
    assertThat(
            analyst
                .post(
                    "/searches",
                    Map.of("title", "wide", "query", "across:(passport)", "severity", "notice"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aForeignAdvertHasAGlossInTheReadersLanguage() throws Exception {
    String gloss = page("/adverts/" + russian).select("details.gloss").text();

    assertThat(gloss).contains("Made by a machine", "Паспорт pasport — identity document");
    analyst.post("/language", Map.of("language", "fr", "next", "/"));
    assertThat(page("/adverts/" + russian).select("details.gloss").text())
        .contains("pièce d’identité", "Faite par une machine");
    assertThat(page("/?q=passport&across=on").text()).contains("Aussi dans d’autres langues");
    analyst.post("/language", Map.of("language", "en", "next", "/"));
    String english = page("/?q=keep").select("a[href^=/adverts/]").attr("href");
    assertThat(page(english).select("details.gloss")).isEmpty();
  }

  @Test
  void programsAskInOtherLanguagesToo() throws Exception {
    JsonNode found = read("/api/v1/adverts?query=passport&across=true&language=en");
    assertThat(found.path("total").asInt()).isEqualTo(3);
    assertThat(found.at("/takenFor/0/meanings/0/concept").asText()).isEqualTo("id-document");
    assertThat(read("/api/v1/adverts?query=passport").path("total").asInt()).isEqualTo(1);
    for (String asked : List.of("across=yes", "language=en", "across=true&language=english")) {
      assertThat(ask("/api/v1/adverts?query=passport&" + asked).statusCode())
          .as(asked)
          .isEqualTo(422);
    }
  }

  private static JsonNode read(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private static HttpResponse<String> ask(String path) throws Exception {
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    return served.nobody().raw("GET", path, "", "Authorization", "Bearer " + token);
  }
}
