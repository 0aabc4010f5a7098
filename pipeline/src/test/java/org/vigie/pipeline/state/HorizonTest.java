package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Horizon horizon = new Horizon(20);

  @Test
  void isNinetyDaysUnlessItIsSet() {
    assertThat(Horizon.defaults()).isEqualTo(new Horizon(90));
  }

  @ParameterizedTest
  @ValueSource(longs = {-40, 0, 7, 20_458})
  void dropsADayWhenItsEndComesAndNotAMillisecondBefore(long day) {
    long end = horizon.endOf(day);

    assertThat(end).isEqualTo((day + 21) * DAY);
    assertThat(horizon.lastPast(end)).isEqualTo(day);
    assertThat(horizon.lastPast(end - 1)).isEqualTo(day - 1);
  }

  @Test
  void liesBehindNothingBeforeTheFirstWatermark() {
    assertThat(horizon.lastPast(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void tellsAnewOftenEnoughThatNoneIsForgottenWhereItIsTold() {
    long told = 0;
    for (long day = 1; day < 1_000; day++) {
      assertThat(horizon.untilRefreshed().endOf(told))
          .as("day %d", day)
          .isGreaterThan(horizon.endOf(day - 1));
      told = horizon.isRefreshed(day - 1, day) ? day : told;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 36_501})
  void refusesWhatIsNoHorizon(int days) {
    assertThatThrownBy(() -> new Horizon(days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a horizon must be from 1 to 36500 days, but was " + days);
  }
}
