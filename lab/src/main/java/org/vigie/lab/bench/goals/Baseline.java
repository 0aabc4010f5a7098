package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ratios that were measured when it was last set, by name.
 *
 * @param ratios medians, each above 0
 */
record Baseline(Map<String, Double> ratios) {
  /** A ratio is worse if its median is above this many times the one of the baseline. */
  static final double TOLERANCE = 1.25;

  Baseline {
    ratios = Map.copyOf(ratios);
  }

  static Baseline of(List<Ratio> measured) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    measured.forEach(ratio -> ratios.put(ratio.name(), ratio.median()));
    return new Baseline(ratios);
  }

  /**
   * Reads a file of lines with a name, a tab and a number; none if the file is absent.
   *
   * @throws IllegalArgumentException if a line is not as described; names file and line
   */
  static Baseline read(Path file) throws IOException {
    Map<String, Double> ratios = new LinkedHashMap<>();
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (int i = 0; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      double ratio = columns.length == 2 ? number(columns[1]) : 0;
      if (!(ratio > 0)) {
        throw new IllegalArgumentException(
            "%s:%d needs a name, a tab and a number above 0, but is: %s"
                .formatted(file, i + 1, lines.get(i)));
      }
      ratios.put(columns[0], ratio);
    }
    return new Baseline(ratios);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Writes it, sorted by name; ratios of another baseline that this one lacks stay. */
  void write(Path file, Baseline before) throws IOException {
    Map<String, Double> all = new TreeMap<>(before.ratios);
    all.putAll(ratios);
    List<String> lines = new ArrayList<>();
    all.forEach((name, ratio) -> lines.add(String.format(Locale.ROOT, "%s\t%.3f", name, ratio)));
    Files.write(file, lines);
  }

  /** Returns a sentence for each measured ratio that is worse by more than a quarter. */
  List<String> worse(List<Ratio> measured) {
    List<String> worse = new ArrayList<>();
    for (Ratio ratio : measured) {
      Double before = ratios.get(ratio.name());
      if (before != null && ratio.median() > TOLERANCE * before) {
        worse.add(
            String.format(
                Locale.ROOT,
                "%s must be at most %.2f times %.3f, its baseline, but is %.3f (%.3f to %.3f)",
                ratio.name(),
                TOLERANCE,
                before,
                ratio.median(),
                ratio.least(),
                ratio.most()));
      }
    }
    return worse;
  }
}
