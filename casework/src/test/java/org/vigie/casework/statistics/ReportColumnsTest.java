package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportColumnsTest {
  private static final Quarter QUARTER = new Quarter(2026, 1);

  @Test
  void ofEmpactLeaveEmptyWhatIsAskedAboutPersonsAndMinors() {
    ReportColumns columns = ReportColumns.parse("empact");

    assertThat(columns.tables())
        .containsExactlyInAnyOrder(CountedBy.FORM, CountedBy.CHANNEL, CountedBy.CONTROL);
    assertThat(columns.leftEmpty(release(columns.tables())))
        .containsExactly(
            "victimsRegistered",
            "personsSuspected",
            "personsProsecuted",
            "personsConvicted",
            "minorsExploited");
  }

  @Test
  void holdAFigureOrTheFloorOfItsTableAndNothingElse() {
    ReportColumns columns = ReportColumns.parse("empact");
    String csv = columns.csv(release(columns.tables()));

    assertThat(csv.lines()).hasSize(2);
    assertThat(csv.lines().skip(1).findFirst().orElseThrow().split(",", -1))
        .allMatch(cell -> cell.matches("\"(2026-Q1|IE|groups of .*|\\d+|<\\d+|)\""))
        .contains("\"500\"");
  }

  @Test
  void areFilledByNoValueThatATableDoesNotTell() {
    assertThatThrownBy(() -> new ReportColumns("any", "").fill("a", CountedBy.FORM, "b"))
        .hasMessageContaining("must be filled by a value of table form, but was by b");
    assertThatThrownBy(() -> ReportColumns.parse("other"))
        .hasMessage("--columns must be ctdc or empact, but was another word");
  }

  private static Release release(Set<CountedBy> tables) {
    FigureCell cell = new FigureCell(CountedBy.FORM, QUARTER, "IE", "forced-criminality");
    return Release.of(
        new FigureRequest(QUARTER, QUARTER, tables, true, 1, 10_000),
        Map.of(cell, 500L),
        Instant.parse("2026-11-01T00:00:00Z"),
        new Random(4));
  }
}
