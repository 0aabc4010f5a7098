package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.crawler.frontier.KeptAnswer;
import org.vigie.crawler.frontier.PageHistory;
import org.vigie.crawler.frontier.PageVisit;

class AdvertFatesTest {
  private static final String URL = "https://example.org/1";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void takesAnotherAdvertOnAPageOfOneForAnEdit() {
    assertThat(fates(List.of("a"), List.of("")).on(List.of("b"), List.of(""), true))
        .containsExactly(seen("a", Kind.EDITED_INTO, "b"), seen("b", Kind.EDITED_FROM, "a"));
  }

  @Test
  void takesAnotherAdvertUnderAnotherIdOfItsSiteForAnother() {
    assertThat(fates(List.of("a"), List.of("7")).on(List.of("b"), List.of("8"), true))
        .containsExactly(seen("a", Kind.GONE, "page"));
  }

  @Test
  void findsTheEditedPostOfManyByItsSitesOwnId() {
    AdvertFates fates = fates(List.of("a", "b", "c"), List.of("1", "2", "3"));

    assertThat(fates.on(List.of("a", "x", "c"), List.of("1", "2", "3"), true))
        .containsExactly(seen("b", Kind.EDITED_INTO, "x"), seen("x", Kind.EDITED_FROM, "b"));
  }

  @Test
  void callsGoneWhatStoodBetweenTwoThatAreStillThere() {
    AdvertFates fates = fates(List.of("a", "b", "c", "d"), List.of("1", "2", "3", "4"));

    assertThat(fates.on(List.of("n", "a", "c"), List.of("0", "1", "3"), true))
        .containsExactly(seen("b", Kind.GONE, "page"));
  }

  @Test
  void saysNothingOfWhatNewerPostsPushedOut() {
    AdvertFates newestFirst = fates(List.of("a", "b", "c"), List.of("3", "2", "1"));
    AdvertFates newestLast = fates(List.of("c", "b", "a"), List.of("1", "2", "3"));

    assertThat(newestFirst.on(List.of("n", "a"), List.of("4", "3"), true)).isEmpty();
    assertThat(newestLast.on(List.of("a", "n"), List.of("3", "4"), true)).isEmpty();
  }

  @Test
  void callsAllGoneFromAPageThatHasNoneLeft() {
    assertThat(fates(List.of("a", "b"), List.of("", "")).on(List.of(), List.of(), true))
        .containsExactly(seen("a", Kind.GONE, "page"), seen("b", Kind.GONE, "page"));
  }

  @Test
  void callsNothingGoneFromAPageThatWasCut() {
    AdvertFates fates = fates(List.of("a", "b", "c"), List.of("1", "2", "3"));

    assertThat(fates.on(List.of("a", "c"), List.of("1", "3"), false)).isEmpty();
    assertThat(fates(List.of("a"), List.of("")).on(List.of(), List.of(), false)).isEmpty();
  }

  private static Observation seen(String advert, Kind kind, String detail) {
    return new Observation(advert, NOON, kind, URL, detail);
  }

  private static AdvertFates fates(List<String> ids, List<String> sourceIds) {
    PageHistory history = PageHistory.none().found(1, sourceIds, 0, 0);
    return new AdvertFates(
        URL, NOON, new PageVisit(1, 1, 200, KeptAnswer.NONE, ids, 1, 0, history));
  }
}
