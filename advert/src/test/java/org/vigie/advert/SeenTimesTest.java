package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeenTimesTest {
  private static final Instant POSTED = Instant.parse("2026-01-14T14:00:00Z");
  private static final Instant CAPTURED = Instant.parse("2026-02-03T09:00:00Z");
  private static final Instant AGAIN = Instant.parse("2026-02-10T09:00:00Z");

  @Test
  void isTheCopyAloneWhereNothingElseIsKnown() {
    assertThat(SeenTimes.of(advert(POSTED), null))
        .isEqualTo(new SeenTimes(CAPTURED, true, CAPTURED, 1));
  }

  @Test
  void neverIsTheTimeAtWhichItsSiteSaysItWasPosted() {
    assertThat(SeenTimes.of(advert(POSTED), met(POSTED, CAPTURED, 1)))
        .isEqualTo(new SeenTimes(CAPTURED, true, CAPTURED, 1));
  }

  @Test
  void isABoundWhereADatedAdvertWasMetMoreThanOnce() {
    assertThat(SeenTimes.of(advert(POSTED), met(POSTED, AGAIN, 2)))
        .isEqualTo(new SeenTimes(CAPTURED, false, AGAIN, 2));
  }

  @Test
  void isExactWhereNoSiteSaysWhenItWasPosted() {
    assertThat(SeenTimes.of(advert(null), met(CAPTURED, AGAIN, 2)))
        .isEqualTo(new SeenTimes(CAPTURED, true, AGAIN, 2));
  }

  @Test
  void isWhenAFileWasReadNotWhenTheFileSaysItWasPosted() {
    assertThat(SeenTimes.of(advert(POSTED), met(POSTED, POSTED, 1)))
        .isEqualTo(new SeenTimes(CAPTURED, true, CAPTURED, 1));
  }

  private static Advert advert(@Nullable Instant posted) {
    return Advert.builder(Channel.FORUM, "forum.example.org", CAPTURED)
        .body("Kitchen help wanted")
        .postedAt(posted)
        .build();
  }

  private static Sighting met(Instant first, Instant last, int times) {
    return new Sighting("a-1", first, last, times, List.of(), List.of());
  }
}
