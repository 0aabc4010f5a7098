package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentLinksTest {
  private static final String SITE = "https://example.org/";

  private final RecentLinks recent = new RecentLinks();

  @Test
  void knowsALinkOnceItWasMet() {
    assertThat(recent.isKnown(SITE + "offer")).isFalse();
    assertThat(recent.isKnown(SITE + "offer")).isTrue();
  }

  @Test
  void tellsLinksOfTheSameHashApart() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(recent.isKnown(SITE + "Aa")).isFalse();
    assertThat(recent.isKnown(SITE + "BB")).isFalse();
  }

  @Test
  void tellsLinksInOtherLettersApart() {
    assertThat(recent.isKnown(SITE + "\u0436")).isFalse();
    assertThat(recent.isKnown(SITE + "\u0448")).isFalse();
  }

  @Test
  void keepsNoLinkThatIsTooLongForItsPlace() {
    String link = SITE + "a".repeat(100);
    recent.isKnown(link);

    assertThat(recent.isKnown(link)).isFalse();
    assertThat(recent.isKnown(link + "b")).isFalse();
  }

  @Test
  void forgetsTheOldestOfManyAndNeverTakesOneForAnother() {
    long early = IntStream.range(0, 400_000).filter(i -> recent.isKnown(SITE + i)).count();
    long late = IntStream.range(390_000, 400_000).filter(i -> recent.isKnown(SITE + i)).count();

    assertThat(early).isZero();
    assertThat(late).isGreaterThan(9_000);
    assertThat(recent.isKnown(SITE + 0)).isFalse();
  }
}
