package org.vigie.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.casework.render.Marked;
import org.vigie.casework.render.Style;
import org.vigie.search.SearchResult;
import org.vigie.search.Snippet;
import org.vigie.text.safe.Known;

class SearchViewTest {
  private static final String ID = Known.advert().advert().id();

  @Test
  void showsAHitOnTwoLinesWithItsMatchesMarked() {
    assertThat(new SearchView(new Style(false)).lines(result(Known.advert(), 1), 0, Set.of()))
        .containsExactly(
            "RISK  POSTED      SITE              LANG  ADVERT                  STRONGEST INDICATOR"
                + "        CLUSTER (ADVERTS)",
            "0.93  2026-01-07  jobs.example.org  en    "
                + ID
                + "  SX-01 obscured contact +1  c-0123 (3)",
            "      keeps your «passport» …",
            "",
            "site       jobs.example.org 1",
            "1 advert matches. Leads to look at, not verdicts.");
  }

  @Test
  void marksWithColoursOnATerminal() {
    assertThat(new SearchView(new Style(true)).lines(result(Known.advert(), 1), 0, Set.of()).get(2))
        .isEqualTo("      keeps your \u001B[1;33mpassport\u001B[0m …");
  }

  @Test
  void saysThatAnAdvertIsUndetermined() {
    AssessedAdvert known = Known.advert();
    Assessment undetermined =
        new Assessment("recruitment", Outcome.UNDETERMINED, 0.5, 0, List.of(), "m", "1");
    AssessedAdvert advert =
        new AssessedAdvert(
            known.advert(), "en", List.of(), Entities.none(), List.of(), undetermined);

    assertThat(new SearchView(new Style(false)).lines(result(advert, 1), 0, Set.of()).get(1))
        .startsWith("0.50 undetermined")
        .contains("  -  ");
  }

  @Test
  void saysThatAnAdvertIsNotAssessedAndNoNumber() {
    AssessedAdvert unread =
        new AssessedAdvert(
            Known.advert().advert(), "ko", List.of(), Entities.none(), List.of(), List.of());

    assertThat(new SearchView(new Style(false)).lines(result(unread, 1), 0, Set.of()).get(1))
        .startsWith("not assessed: no Korean yet  2026");
  }

  @Test
  void saysHowToSeeMore() {
    assertThat(new SearchView(new Style(false)).lines(result(Known.advert(), 12), 4, Set.of()))
        .endsWith(
            "12 adverts match; 5 to 5 shown; next page: --offset 5. Leads to look at, not"
                + " verdicts.");
  }

  @Test
  void saysThatASearchWasCutAndThatNothingMatches() {
    SearchResult nothing = new SearchResult(0, false, true, List.of(), Map.of());

    assertThat(new SearchView(new Style(false)).lines(nothing, 0, Set.of()))
        .containsExactly(
            "The search took too long and was cut: more adverts may match than are counted.",
            "No advert matches.");
  }

  @Test
  void standsSpansThatLieOutsideTheSnippetOrOverlap() {
    List<Span> spans = List.of(new Span(5, 900), new Span(0, 3), new Span(2, 7));

    assertThat(Marked.line("abcdefgh", spans, new Style(false))).isEqualTo("«abc»«defg»«h»");
  }

  @Test
  void saysSinceWhenAnAdvertIsGone() {
    SearchResult.Hit gone =
        new SearchResult.Hit(
            Known.advert(),
            SearchResult.Cluster.NONE,
            1,
            new Snippet("keeps your passport", List.of()),
            Known.TIME);

    assertThat(
            new SearchView(new Style(false))
                .lines(new SearchResult(1, false, false, List.of(gone), Map.of()), 0, Set.of()))
        .contains("      (gone since 2026-01-07) keeps your passport");
  }

  @Test
  void callsADaySeenThatTheSiteDoesNotSay() {
    AssessedAdvert known = Known.advert();
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", Known.TIME).body("invented").build();
    AssessedAdvert undated =
        new AssessedAdvert(advert, "en", List.of(), Entities.none(), List.of(), known.assessment());

    assertThat(new SearchView(new Style(false)).lines(result(undated, 1), 0, Set.of()).get(1))
        .contains("  seen 2026-01-07  ");
  }

  private static SearchResult result(AssessedAdvert advert, long total) {
    Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    facets.put("site", Map.of("jobs.example.org", 1L));
    facets.put("lang", Map.of());
    return new SearchResult(
        total,
        false,
        false,
        List.of(
            new SearchResult.Hit(
                advert,
                new SearchResult.Cluster("c-0123", 3),
                1,
                new Snippet("keeps your passport …", List.of(new Span(11, 19))),
                null)),
        facets);
  }
}
