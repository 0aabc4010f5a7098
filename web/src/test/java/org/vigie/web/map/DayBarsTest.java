package org.vigie.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.web.map.DayBars.Bar;

class DayBarsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  @Test
  void showADayEachWithTheEmptyOnesBetween() {
    assertThat(of(Map.of(0L, 2L, 2L, 1L)))
        .isEqualTo(
            new DayBars(
                1,
                List.of(
                    new Bar(FIRST, FIRST, 2),
                    new Bar(FIRST.plusDays(1), FIRST.plusDays(1), 0),
                    new Bar(FIRST.plusDays(2), FIRST.plusDays(2), 1))));
  }

  @Test
  void showWeeksIfDaysWereTooMany() {
    DayBars bars = of(Map.of(0L, 1L, 6L, 1L, 7L, 1L, 200L, 1L));
    assertThat(bars.span()).isEqualTo(7);
    assertThat(bars.bars()).hasSize(29).startsWith(new Bar(FIRST, FIRST.plusDays(6), 2));
  }

  @Test
  void areNeverMoreThanCanBeSeen() {
    assertThat(of(Map.of(0L, 1L, 3_650L, 1L)).bars()).hasSizeLessThanOrEqualTo(DayBars.MOST);
    assertThat(of(Map.of()).bars()).isEmpty();
  }

  private static DayBars of(Map<Long, Long> adverts) {
    TreeMap<Long, Long> days = new TreeMap<>();
    adverts.forEach((day, number) -> days.put(FIRST.toEpochDay() + day, number));
    return DayBars.of(days);
  }
}
