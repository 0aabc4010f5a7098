package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdvertGroupsTest {
  private static final Quarter QUARTER = new Quarter(2026, 1);

  @Test
  void holdTogetherWhatSharesAContactOrAClusterOverSteps() {
    AdvertGroups groups = new AdvertGroups();
    int first = groups.add(List.of("cluster c-1"));
    int alone = groups.add(List.of());
    int second = groups.add(List.of("phone:+1"));
    int bridge = groups.add(List.of("cluster c-1", "phone:+1"));
    int other = groups.add(List.of("phone:+2"));

    assertThat(groups.groupOf(first)).isEqualTo(groups.groupOf(bridge));
    assertThat(groups.groupOf(second)).isEqualTo(groups.groupOf(bridge));
    assertThat(groups.groupOf(alone)).isNotEqualTo(groups.groupOf(first));
    assertThat(groups.groupOf(other)).isNotEqualTo(groups.groupOf(first));
  }

  @Test
  void addNoMoreToATableThanItsBoundHoweverManyAdvertsTheyHave() {
    for (int perGroup = 1; perGroup <= 3; perGroup++) {
      GroupCounts counts = new GroupCounts(perGroup);
      for (int i = 0; i < 10_000; i++) {
        for (CountedBy table : CountedBy.values()) {
          List<FigureCell> cells = table.cells(List.of(QUARTER));
          counts.add(1, cells.get(i % cells.size()));
        }
      }
      Map<FigureCell, Long> all = counts.counts();
      assertThat(all.values()).containsOnly(1L);
      for (CountedBy table : CountedBy.values()) {
        assertThat(all.keySet().stream().filter(cell -> cell.table() == table)).hasSize(perGroup);
      }
    }
  }

  @Test
  void countWhereMostOfTheirAdvertsAre() {
    GroupCounts counts = new GroupCounts(1);
    FigureCell often = new FigureCell(CountedBy.CHANNEL, QUARTER, "FR", "forum");
    counts.add(1, new FigureCell(CountedBy.CHANNEL, QUARTER, "DE", "forum"));
    counts.add(1, often);
    counts.add(1, often);
    counts.add(2, often);

    assertThat(counts.counts()).isEqualTo(Map.of(often, 2L));
  }
}
