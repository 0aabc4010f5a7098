package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final Quarter FIRST = new Quarter(2026, 1);
  private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");

  static FigureRequest request(Set<CountedBy> tables, int epsilon) {
    return new FigureRequest(FIRST, FIRST.plus(1), tables, true, 1, epsilon);
  }

  @Test
  void showsNoFigureUnderTen() {
    FigureRequest request = request(Set.of(CountedBy.CHANNEL), 10_000);
    Map<FigureCell, Long> counts = new HashMap<>();
    long n = 0;
    for (FigureCell cell : CountedBy.CHANNEL.cells(request.quarters())) {
      counts.put(cell, n++ % 20);
    }
    Release release = Release.of(request, counts, MADE, new Random(1));

    assertThat(release.floors()).containsEntry(CountedBy.CHANNEL, 10L);
    for (Map.Entry<FigureCell, Long> entry : counts.entrySet()) {
      if (entry.getValue() < 9) {
        assertThat(release.shown(entry.getKey())).isEqualTo("<10");
      }
      if (entry.getValue() > 11) {
        assertThat(release.figures()).containsKey(entry.getKey());
      }
    }
  }

  @Test
  void roundsEachFigureAndKeepsItOverTheFloor() {
    for (int seed = 0; seed < 20; seed++) {
      FigureRequest request = request(EnumSet.allOf(CountedBy.class), 1_000);
      Map<FigureCell, Long> counts = new HashMap<>();
      CountedBy.FORM.cells(request.quarters()).forEach(cell -> counts.put(cell, 40L));
      Release release = Release.of(request, counts, MADE, new Random(seed));
      assertThat(release.figures()).isNotEmpty();
      release
          .figures()
          .forEach((cell, figure) ->
              assertThat(figure)
                  .isGreaterThanOrEqualTo(release.floors().get(cell.table()))
                  .satisfies(value -> assertThat(value % Release.ROUNDED_TO).isZero()));
    }
  }

  @Test
  void saysAlmostNothingOfWhatIsEmpty() {
    FigureRequest request = request(EnumSet.allOf(CountedBy.class), 1_000);
    int shown = 0;
    for (int seed = 0; seed < 20; seed++) {
      shown += Release.of(request, Map.of(), MADE, new Random(seed)).figures().size();
    }
    assertThat(shown).as("of 100 tables").isLessThan(140);
  }

  @Test
  void hasTheSameCellsWhateverWasCollected() {
    FigureRequest request = request(Set.of(CountedBy.ROUTE), 10_000);
    assertThat(CountedBy.ROUTE.cells(request.quarters()))
        .hasSize(2 * 28 * 27)
        .doesNotHaveDuplicates()
        .noneMatch(cell -> cell.region().equals(cell.value()));
    FigureCell way = new FigureCell(CountedBy.ROUTE, FIRST, "RO", "DE");
    Release release = Release.of(request, Map.of(way, 100L), MADE, new Random(2));

    assertThat(FigureCsv.of(release))
        .startsWith(
            "\"release\",\"table\",\"quarter\",\"region\",\"value\",\"groups\",\"note\"\r\n")
        .contains("\"route\",\"2026-Q1\",\"RO\",\"DE\",\"100\"")
        .contains("\"route\",\"2026-Q2\",\"RO\",\"DE\",\"<10\"");
    assertThat(BarChart.of(release))
        .contains("2026-Q1 RO → DE", ">100<")
        .doesNotContain("href", "<script", "url(");
  }

  @Test
  void saysWithItsFiguresWhatTheyDoNotMean() {
    FigureRequest request = request(Set.of(CountedBy.FORM), 500);
    Release release = Release.of(request, Map.of(), MADE, new Random(2));
    FigureCell cell = new FigureCell(CountedBy.FORM, FIRST, "FR", "sexual");
    Release shown = Release.of(request, Map.of(cell, 1_000L), MADE, new Random(2));

    assertThat(FigureCsv.of(shown).lines().skip(1))
        .isNotEmpty()
        .allMatch(row ->
            row.endsWith("\"groups of adverts with noise: not persons or victims or crimes\""));
    assertThat(BarChart.of(shown)).contains("not persons or crimes: see the data sheet");
    assertThat(FigureSheet.of(new ReleaseLedger.Outcome(release, false, 500, 4_000)))
        .contains("Groups of adverts, not adverts, persons, victims or crimes")
        .contains("epsilon 0.5 for one group", "noise of scale 2.0", "budget of 4,")
        .contains("They don't say how much trafficking there is.");
  }

  @Test
  void refusesWhatCannotBeAsked() {
    assertThatThrownBy(() -> request(Set.of(), 1_000)).hasMessageContaining("at least one table");
    assertThatThrownBy(() -> request(Set.of(CountedBy.FORM), 0)).hasMessageContaining("epsilon");
    assertThatThrownBy(
            () -> new FigureRequest(FIRST, FIRST.plus(-1), Set.of(CountedBy.FORM), true, 1, 1))
        .hasMessageContaining("1 to 40 quarters");
    assertThatThrownBy(() -> Quarter.parse("2026-Q5")).hasMessageContaining("2026-Q3");
    for (String wrong : new String[] {"0", "-1", "0.0001", "one", "1e99"}) {
      assertThatThrownBy(() -> Epsilon.parse(wrong)).hasMessageContaining("three decimals");
    }
    assertThat(Epsilon.written(Epsilon.parse("0.25"))).isEqualTo("0.25");
  }
}
