package org.vigie.web.pages.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.search.SearchResult;
import org.vigie.search.Snippet;

class AdvertCardTest {
  private static final Instant CRAWLED = Instant.parse("2026-01-07T09:30:00Z");

  @Test
  void tellsADayThatTheSiteSaysFromTheDayOfTheCrawl() {
    AdvertCard.Appearance dated = stood(Instant.parse("2026-01-02T00:00:00Z"));
    AdvertCard.Appearance undated = stood(null);

    assertThat(dated.day()).isEqualTo("2026-01-02");
    assertThat(dated.posted()).isTrue();
    assertThat(undated.day()).isEqualTo("2026-01-07");
    assertThat(undated.posted()).isFalse();
  }

  private static AdvertCard.Appearance stood(@Nullable Instant posted) {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum.example.org", CRAWLED)
            .body("Invented text")
            .postedAt(posted)
            .build();
    Assessment none = new Assessment("x", Outcome.UNDETERMINED, 0.5, 0, List.of(), "m", "1");
    AssessedAdvert assessed =
        new AssessedAdvert(advert, "en", List.of(), Entities.none(), List.of(), none);
    return AdvertCard.Appearance.of(
        new SearchResult.Hit(
            assessed, SearchResult.Cluster.NONE, 1, new Snippet("Invented text", List.of()), null));
  }
}
