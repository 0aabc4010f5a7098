package org.vigie.lab.bench.goals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.vigie.lab.load.SearchGoal;

/** Goals whose figures stand in other sections of the page, and those that nothing measures yet. */
final class PageGoals {
  private static final String READING = "Vigie, reading adverts, warmed up";
  private static final String CRAWLER = "The crawler beside its peers";
  private static final String SEARCHING = "Searching through the pages";
  private static final String CHANGES = "Changes of the index";

  private static final double MOST_GROWTH = 1.03;
  private static final double LEAST_OF_A_MILLION = 900_000;

  private final PageFigures page;
  private final List<Goal> goals = new ArrayList<>();

  PageGoals(PageFigures page) {
    this.page = page;
  }

  List<Goal> goals() {
    goals.clear();
    none("A", "`run`, `serve`, `crawl` ≤ 1.2 GB at 200,000 adverts", "no command");
    none("A", "a million on 4 GB, no setting changed", "heap alone, below");
    atMost("C", "the same, 50,000 ≤ 1.5", CHANGES, "one cluster", -1, 0, 1.5);
    atMost("C", "a hub contact of 50,000 ≤ 1.5", CHANGES, "20 campaigns", -1, 0, 1.5);
    none("C", "bytes −40 %", "nothing to compare with");
    none("D", "alert p99 ≤ 5 s at a million texts", "at 20,000 alone, below");
    growth("growth exponent to a million ≤ 1.03", "The whole job beside a fused loop");
    growth("the same in RocksDB", "The whole job, state in RocksDB");
    atMost("D", "state ≤ 400 B a text", "State of a text", "in all", 1, 0, 400);
    atLeast("E", "reading adverts ≥ 15× Scrapy", 4, 15);
    atLeast("E", "≥ 6× crawler4j", 5, 6);
    atMost("E", "its memory ≤ 200 MB", CRAWLER, READING, 8, 0, 200);
    for (int quantile : List.of(50, 95)) {
      searching(quantile);
    }
    none("F", "the same at a million adverts", "an index of a million takes too long");
    return List.copyOf(goals);
  }

  private void none(String part, String name, String why) {
    goals.add(Goal.notMeasured(part, name, why));
  }

  private void atMost(
      String part, String name, String section, String row, int column, int which, double most) {
    OptionalDouble found = page.number(section, row, column, which);
    add(part, name, found, value -> GoalOutcome.atMost(value, most));
  }

  private void atLeast(String part, String name, int column, double least) {
    OptionalDouble found = page.number(CRAWLER, READING, column, 0);
    add(part, name, found, value -> GoalOutcome.atLeast(value, least));
  }

  /** Adverts that say the same are left out, so a million are a few less. */
  private void growth(String name, String section) {
    OptionalDouble slope = page.number(section, "growth from", 1, 2);
    double adverts = page.number(section, "growth from", 0, 1).orElse(0);
    if (slope.isPresent() && adverts < LEAST_OF_A_MILLION) {
      String found =
          String.format(Locale.ROOT, "%.2f at %,.0f, below", slope.getAsDouble(), adverts);
      goals.add(new Goal("D", name, "", found, GoalOutcome.notMeasured("fewer adverts")));
    } else {
      add("D", name, slope, value -> GoalOutcome.atMost(value, MOST_GROWTH));
    }
  }

  private void searching(int quantile) {
    int column = quantile == 50 ? 2 : 3;
    OptionalDouble pages = page.number(SEARCHING, "all searches", column, 0);
    OptionalDouble alone = page.number(SEARCHING, "all searches in Lucene alone", column, 0);
    Duration lucene = Duration.ofNanos(Math.round(alone.orElse(0) * 1e6));
    double most = SearchGoal.most(lucene).toNanos() / 1e6;
    add(
        "F",
        "search p%d ≤ 1.5× Lucene + 15 ms at 200,000".formatted(quantile),
        alone.isPresent() ? pages : OptionalDouble.empty(),
        value -> GoalOutcome.atMost(value, most));
  }

  private void add(
      String part, String name, OptionalDouble found, DoubleFunction<GoalOutcome> outcome) {
    if (found.isEmpty()) {
      none(part, name, "`bench all` writes it");
      return;
    }
    double value = found.getAsDouble();
    String shown = String.format(Locale.ROOT, "%s, below", number(value));
    goals.add(new Goal(part, name, "", shown, outcome.apply(value)));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
