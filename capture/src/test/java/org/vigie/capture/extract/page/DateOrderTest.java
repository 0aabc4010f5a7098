package org.vigie.capture.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DateOrderTest {
  private static final Instant SEEN = Instant.parse("2026-08-10T12:00:00Z");

  private static @Nullable Boolean monthFirst(String... dates) {
    return DateOrder.ofPosts(List.of(dates), UnaryOperator.identity(), SEEN);
  }

  @Test
  void isToldByADayThatIsNoMonth() {
    assertThat(monthFirst("03-01-2026, 10:00 AM", "03-25-2026, 10:00 AM")).isTrue();
    assertThat(monthFirst("03/01/2026", "25/03/2026")).isFalse();
  }

  @Test
  void isToldByADayThatWasYetToComeWhenThePageWasSeen() {
    assertThat(monthFirst("04-12-2026, 10:00 AM", "05-03-2026, 10:00 AM")).isTrue();
    assertThat(monthFirst("12-04-2026 10:00", "03-05-2026 10:00")).isFalse();
  }

  @Test
  void isToldByPostsOfOneMonth() {
    assertThat(monthFirst("03-02-2026", "03-04-2026", "03-04-2026", "03-05-2026")).isTrue();
    assertThat(monthFirst("02-03-2026", "04-03-2026", "05-03-2026")).isFalse();
  }

  @Test
  void isLeftOpenWhereNothingTells() {
    assertThat(monthFirst("03-04-2026", "05-06-2026")).isNull();
    assertThat(monthFirst("03-04-2026", "03-05-2026")).isNull();
    assertThat(monthFirst("01-03-2026", "01-04-2026", "01-05-2026")).isNull();
    assertThat(monthFirst("03-25-2026", "25-03-2026")).isNull();
    assertThat(monthFirst()).isNull();
  }
}
