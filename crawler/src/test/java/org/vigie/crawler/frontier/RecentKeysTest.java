package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentKeysTest {
  private static final List<UrlKey> SITE =
      IntStream.range(0, 20_000)
          .mapToObj(i -> UrlKey.of("https://adverts.example.org/offer-" + i))
          .toList();

  @Test
  void knowsNoKeyThatNeverCameBy() {
    RecentKeys recent = new RecentKeys();
    SITE.subList(0, 10_000).forEach(recent::add);

    assertThat(SITE.subList(10_000, 20_000)).noneMatch(recent::contains);
  }

  /** With one slot for each key, a quarter of them would have driven out another. */
  @Test
  void stillKnowsNearlyAllUrlsOfASiteWithAThirdAsManyAsItHolds() {
    RecentKeys recent = new RecentKeys();
    SITE.forEach(recent::add);

    assertThat(SITE.stream().filter(recent::contains).count()).isGreaterThan(19_500);
  }

  @Test
  void forgetsKeysWhenOthersCome() {
    RecentKeys recent = new RecentKeys();
    SITE.forEach(recent::add);
    IntStream.range(0, 1_000_000).forEach(i -> recent.add(UrlKey.of("other-" + i)));

    assertThat(SITE.stream().filter(recent::contains).count()).isLessThan(100);
  }
}
