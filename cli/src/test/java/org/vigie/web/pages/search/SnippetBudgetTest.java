package org.vigie.web.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.casework.people.Scope;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

/** Snippets that follow the words of a search give no more of a text than the budget does. */
class SnippetBudgetTest {
  private static final int CARDS = 20;

  /** Pages whose adverts an hour's budget has room for. */
  private static final int PAGES = 5;

  /** The number of an advert whose title is a text. */
  private static final int LONG = 900;

  private static final String BETWEEN = "and so on and so forth ".repeat(20);

  private static final Pattern SNIPPET =
      Pattern.compile("<p class=\"snippet\">.*?</p>", Pattern.DOTALL);

  @TempDir Path folder;
  private ServedConsole served;

  @BeforeEach
  void serve() throws Exception {
    served =
        ServedConsole.ofIndex(
            folder,
            shard -> {
              for (int i = 0; i < (PAGES + 1) * CARDS; i++) {
                shard.put(advert(i));
              }
              shard.put(advert(LONG, "medlar " + BETWEEN + "titletail", BETWEEN + "quincetree"));
            });
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void aSecondWindowBesideTheBeginningCountsAsTheWholeOfAnAdvert() throws Exception {
    Browser analyst = served.as("analyst");
    for (String free : List.of("alpha", "omega", "alpha", "omega")) {
      for (int page = 0; page <= PAGES; page++) {
        assertThat(snippets(analyst, free, page)).as("%s %d", free, page).hasSize(CARDS);
      }
    }
    assertThat(served.traces).noneMatch(line -> line.contains("disclosure budget"));
    for (int page = 0; page < PAGES; page++) {
      assertThat(snippets(analyst, "sigma", page)).as("%d", page).hasSize(CARDS);
    }
    assertThat(served.traces)
        .as("of exactly as many as the budget has")
        .anyMatch(line -> line.contains("disclosure budget used up"))
        .noneMatch(line -> line.contains("disclosure budget refused"));

    HttpResponse<String> over = analyst.get("/?q=sigma&page=" + PAGES);
    assertThat(over.statusCode()).isEqualTo(200);
    assertThat(over.body())
        .contains("Text not shown: lists showed you another part of this advert", "waiter 119")
        .contains("The advert itself can be opened while the budget")
        .doesNotContain("ending", "Ask for an export");
    assertThat(served.traces).anyMatch(line -> line.contains("disclosure budget refused"));
    assertThat(analyst.get("/adverts/" + id(PAGES * CARDS)).statusCode())
        .as("the budget is that of full adverts")
        .isEqualTo(403);

    assertThat(snippets(analyst, "omega", 0)).as("of adverts that count").hasSize(CARDS);
    assertThat(snippets(analyst, "omega", PAGES)).as("the former window").hasSize(CARDS);
    assertThat(snippets(analyst, "alpha", PAGES)).as("the beginning").hasSize(CARDS);
    assertThat(snippets(served.as("analyst-2"), "sigma", PAGES)).as("another").hasSize(CARDS);
    served.clock.pass(Duration.ofMinutes(61));
    assertThat(snippets(served.as("analyst"), "sigma", PAGES)).as("an hour later").hasSize(CARDS);
  }

  @Test
  void aWithheldAdvertCanBeOpenedWhileTheBudgetLasts() throws Exception {
    Browser analyst = served.as("analyst");
    assertThat(snippets(analyst, "omega", PAGES)).hasSize(CARDS);
    for (int i = 0; i < PAGES * CARDS - 1; i++) {
      analyst.get("/adverts/" + id(i));
    }
    assertThat(snippets(analyst, "sigma", PAGES)).as("no room for all").isEmpty();
    assertThat(analyst.get("/adverts/" + id(PAGES * CARDS)).body()).contains("sigma ending");
  }

  @Test
  void aWorklistShowsTheBeginningOnceTheBudgetIsUsedUp() throws Exception {
    Browser analyst = served.as("analyst");
    String last = id(PAGES * CARDS);
    analyst.get("/");
    analyst.post("/marks", Map.of("advert", last, "change", "tag", "tag", "watch", "next", "/"));
    assertThat(analyst.get("/?q=sigma+id:" + last).body()).contains("ending");
    for (int i = 0; i < PAGES * CARDS; i++) {
      analyst.get("/adverts/" + id(i));
    }
    assertThat(analyst.get("/?q=omega+id:" + last).body()).contains("Text not shown");

    HttpResponse<String> list = analyst.get("/worklist?tag=watch");
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains(last, "alpha").doesNotContain("Text not shown");
  }

  @Test
  void aProgramIsGivenNoMoreByListsThanAPersonIs() throws Exception {
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    for (String free : List.of("alpha", "omega")) {
      for (int page = 0; page <= PAGES; page++) {
        assertThat(hits(token, free, page))
            .hasSize(CARDS)
            .noneMatch(hit -> hit.path("withheld").asBoolean());
      }
    }
    for (int page = 0; page < PAGES; page++) {
      hits(token, "sigma", page);
    }

    assertThat(hits(token, "sigma", PAGES))
        .hasSize(CARDS)
        .allSatisfy(hit -> {
          assertThat(hit.path("withheld").asBoolean()).isTrue();
          assertThat(hit.path("snippet").asText()).isEmpty();
          assertThat(hit.path("title").asText()).startsWith("waiter");
        });
    assertThat(served.events)
        .extracting(event -> event.command() + ": " + event.detail().replaceAll("-\\d+", "-N"))
        .contains(
            "disclosure budget refused: account=analyst per=hour",
            "disclosure budget refused: token=token-N per=hour");
    assertThat(snippets(served.as("analyst"), "omega", 0)).as("a former window").hasSize(CARDS);
  }

  @Test
  void listsShowTheBeginningOfATitleThatIsAText() throws Exception {
    Browser analyst = served.as("analyst");
    String page = analyst.get("/?q=quincetree").body();
    assertThat(page).contains("medlar", id(LONG)).doesNotContain("titletail");
    analyst.post(
        "/marks", Map.of("advert", id(LONG), "change", "tag", "tag", "watch", "next", "/"));
    assertThat(analyst.get("/worklist?tag=watch").body())
        .contains("medlar")
        .doesNotContain("titletail");
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    assertThat(hits(token, "quincetree", 0))
        .singleElement()
        .satisfies(hit -> assertThat(hit.toString()).doesNotContain("titletail"));

    assertThat(analyst.get("/adverts/" + id(LONG)).body()).contains("titletail");
  }

  private JsonNode hits(String token, String word, int page) throws Exception {
    String path = "/api/v1/adverts?limit=%d&offset=%d&query=%s";
    HttpResponse<String> answer =
        served
            .nobody()
            .raw(
                "GET",
                path.formatted(CARDS, page * CARDS, word),
                "",
                "Authorization",
                "Bearer " + token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).path("hits");
  }

  /** Returns the snippets of a page of cards that have a word. */
  private static List<String> snippets(Browser browser, String word, int page) throws Exception {
    String body = browser.get("/?q=" + word + "&page=" + page).body();
    return SNIPPET
        .matcher(body)
        .results()
        .map(MatchResult::group)
        .filter(snippet -> snippet.contains(word))
        .toList();
  }

  private static String id(int number) {
    return "a-%020x".formatted(number);
  }

  private static AssessedAdvert advert(int number) {
    return advert(
        number,
        "waiter " + number,
        "alpha " + number + " " + BETWEEN + "omega " + BETWEEN + "sigma ending");
  }

  private static AssessedAdvert advert(int number, String title, String body) {
    Instant time = Instant.parse("2026-02-01T00:00:00Z").minusSeconds(number);
    Advert advert =
        new Advert(
            id(number),
            "",
            Channel.JOB_BOARD,
            "jobs.example.org",
            "",
            time,
            time,
            title,
            body,
            "en",
            "FR",
            "Paris",
            Map.of(),
            "example/1",
            null);
    return new AssessedAdvert(
        advert,
        "en",
        List.of(),
        Entities.none(),
        List.of(),
        new Assessment("recruitment", Outcome.BUSINESS, 0.1, 0, List.of(), "m", "1"));
  }
}
