package org.vigie.lab.bench.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;

class GoalSectionTest {
  @TempDir Path folder;

  @Test
  void setsEachGoalBesideWhatIsMeasuredInTheOrderOfTheParts() throws Exception {
    Path page = Files.write(folder.resolve("page.md"), List.of("# Benchmarks", "", "Some."));
    Findings findings = new Findings();
    findings.add(Goal.notMeasured("E", "pages", "no Scrapy"));
    findings.add(new Goal("A", "one ≤ 6 s", "5.00", "1.00", GoalOutcome.atMost(5, 6)));
    findings.add(new Goal("A", "memory ≤ 400 MB", "500", "", GoalOutcome.atMost(500, 400)));

    GoalSection.write(
        page,
        "quick",
        3,
        new MachineSpeed(1.5),
        findings.goals(List.of(Goal.notMeasured("A", "idle", "no"))));

    assertThat(Files.readAllLines(page))
        .contains("## Goals")
        .anyMatch(line -> line.startsWith("`./vigie bench quick`. A fixed loop took 1.50 times"))
        .endsWith(
            "|goal|fresh|warm|verdict|",
            "|---|---:|---:|---:|",
            "|A one ≤ 6 s|5.00|1.00|holds|",
            "|A memory ≤ 400 MB|500||falls short|",
            "|A idle|||not measured: no|",
            "|E pages|||not measured: no Scrapy|");
  }

  @Test
  void dividesTimesByTheCalibration() {
    assertThat(new MachineSpeed(2).of(3)).isEqualTo(1.5);
    assertThat(MachineSpeed.measure().factor()).isPositive();
  }

  @Test
  void readsTheFiguresOfOtherSections() {
    PageFigures page =
        new PageFigures(
            List.of(
                "## One",
                "|Vigie|1,222, **1256**|x|",
                "",
                "## Two",
                "| Vigie, warm | 7.5, 8 | none |",
                "|growth from 9 to 987062 adverts|606 to 871 µs, slope 1.08|"));

    assertThat(page.number("One", "Vigie", 1, 0)).hasValue(1222);
    assertThat(page.number("One", "Vigie", 1, 1)).hasValue(1256);
    assertThat(page.number("Two", "Vigie", 1, 1)).hasValue(8);
    assertThat(page.number("Two", "growth", 0, 1)).hasValue(987_062);
    assertThat(page.number("Two", "growth", -1, 2)).hasValue(1.08);
    assertThat(
            List.of(
                page.number("Two", "Vigie", 2, 0),
                page.number("Two", "Vigie", 5, 0),
                page.number("Two", "wget", 1, 0),
                page.number("Three", "Vigie", 1, 0)))
        .containsOnly(OptionalDouble.empty());
  }

  @Test
  void judgesGrowthToAMillionByAMillionAlone() {
    assertThat(growth("|growth from 9871 to 987062 adverts|606 to 871 µs, slope 1.08; 2 a second|"))
        .isEqualTo(
            new Goal(
                "D",
                "growth exponent to a million ≤ 1.03",
                "",
                "1.08, below",
                GoalOutcome.FALLS_SHORT));
    assertThat(growth("|growth from 9871 to 98706 adverts|606 to 871 µs, slope 1.01; 2 a second|"))
        .isEqualTo(
            new Goal(
                "D",
                "growth exponent to a million ≤ 1.03",
                "",
                "1.01 at 98,706, below",
                GoalOutcome.notMeasured("fewer adverts")));
  }

  private static Goal growth(String row) {
    PageFigures page = new PageFigures(List.of("## The whole job beside a fused loop", row));
    return new PageGoals(page)
        .goals().stream()
            .filter(goal -> goal.name().startsWith("growth"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void findsTheFiguresThatOtherCommandsWroteOnThePage() throws Exception {
    Path page = Readme.project().resolve("docs/reference/benchmarks.md");

    assertThat(new PageGoals(PageFigures.of(page)).goals())
        .filteredOn(goal -> goal.warm().contains("below"))
        .extracting(Goal::name)
        .contains(
            "the same, 50,000 ≤ 1.5",
            "growth exponent to a million ≤ 1.03",
            "reading adverts ≥ 15× Scrapy",
            "≥ 6× crawler4j",
            "its memory ≤ 200 MB");
  }
}
