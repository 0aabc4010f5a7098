package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.lab.page.BenchmarkPage;

/** The section of the page that sets each goal beside what is measured. */
final class GoalSection {
  static final String TITLE = "Goals";

  private GoalSection() {}

  /**
   * Writes it, in place of the one before.
   *
   * @param command that measured
   * @param rounds of both sides by turns
   */
  static void write(
      Path page, String command, int rounds, MachineSpeed calibration, List<Goal> goals)
      throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                String.format(
                    Locale.ROOT,
                    "`./vigie bench %s`. A fixed loop took %.2f times its reference, %.0f ms of CPU; times are divided by that. Fresh: a"
                        + " process from start to end. Warm: it has done the same before. Ratios: median (least–most) of %d rounds or more by turns."
                        + " Loop: %s. %s",
                    command,
                    calibration.factor(),
                    MachineSpeed.REFERENCE_MILLIS,
                    rounds,
                    "an independent one, of no class of ours",
                    BenchmarkPage.environment()),
                ""));
    List<List<String>> rows = new ArrayList<>(List.of(List.of("goal", "fresh", "warm", "verdict")));
    goals.forEach(goal -> rows.add(goal.row()));
    lines.addAll(BenchmarkPage.table(rows));
    new BenchmarkPage(page).put(TITLE, lines);
  }
}
