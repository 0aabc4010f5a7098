package org.vigie.casework.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.advert.BaseRate;
import org.vigie.advert.Finding;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.safe.Words;

/**
 * What a calibrated probability comes to in a channel, where risk is rarer than among what its
 * model learned from.
 *
 * <p>By Bayes's rule the odds are multiplied by those of the channel's base rate, and divided by
 * those of the share of risk in the training data (Elkan 2001, theorem 2). That share stands in the
 * data sheet of each model.
 */
public final class AtBaseRate {
  /** What models of groups are called. */
  public static final String GROUPS = "risk-group";

  /** Clusters of a channel under which its alerts say nothing of how common risk is there. */
  private static final int FEWEST_CLUSTERS = 100;

  /**
   * One case in so many where the channel doesn't tell: a guess, stated with the figure, as for
   * {@link org.vigie.training.evaluation.AlertsPerDay#defaults}.
   */
  private static final long ASSUMED = 100;

  private final Map<String, Double> learnt;

  private AtBaseRate(Map<String, Double> learnt) {
    this.learnt = Map.copyOf(learnt);
  }

  /**
   * Reads the shares of risk that the models of a folder learned from; of one without a data sheet
   * nothing is told.
   */
  public static AtBaseRate read(Path models) throws IOException {
    Map<String, Double> learnt = new TreeMap<>();
    if (Files.isDirectory(models)) {
      try (Stream<Path> folders = Files.list(models)) {
        for (Path folder : folders.sorted().toList()) {
          Path sheet = folder.resolve("data-sheet.json");
          String name = folder.getFileName().toString();
          if (name.startsWith("risk-") && Files.isRegularFile(sheet)) {
            share(new ObjectMapper().readTree(sheet.toFile()), name, learnt);
          }
        }
      }
    }
    return new AtBaseRate(learnt);
  }

  /** A model of groups counts those, each of many adverts, as campaigns. */
  private static void share(JsonNode sheet, String model, Map<String, Double> learnt) {
    double all = sheet.path(model.startsWith(GROUPS) ? "campaigns" : "adverts").asDouble();
    double share = sheet.path("risky").asDouble() / all;
    if (share > 0 && share < 1) {
      learnt.put(model, share);
    }
  }

  /**
   * Returns what a probability comes to, in words such as {@code about 0.40 where one in 100 is a
   * case}; empty if it isn't known what the model learned from.
   *
   * @param model its name, or {@link #GROUPS} for the one of groups
   * @param rate how many clusters of the channel raised an alert
   */
  public String of(double probability, String model, BaseRate rate) {
    Finding found = found(probability, model, rate);
    return found.isEmpty() ? "" : FindingWords.english().say(found);
  }

  /** Returns the same as a finding, or none. */
  public Finding found(double probability, String model, BaseRate rate) {
    Double share =
        model.equals(GROUPS)
            ? learnt.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(GROUPS))
                .map(Map.Entry::getValue)
                .reduce((one, other) -> other)
                .orElse(null)
            : learnt.get(model);
    if (share == null) {
      return Finding.NONE;
    }
    long oneIn = oneIn(rate);
    String there = Words.risk(at(probability, share, 1.0 / oneIn));
    boolean certain = there.startsWith("over");
    return Finding.of(certain ? "at-base-rate-and-nearly-certain" : "at-base-rate")
        .with("risk", there)
        .with("cases", oneIn);
  }

  private static long oneIn(BaseRate rate) {
    return rate.clusters() < FEWEST_CLUSTERS || rate.such() == 0
        ? ASSUMED
        : Math.max(2, Math.round((double) rate.clusters() / rate.such()));
  }

  /**
   * Returns a probability at another base rate.
   *
   * @param learnt share of risk that it was learned with, in (0, 1)
   * @param rate share of risk where it is used, in (0, 1)
   */
  static double at(double probability, double learnt, double rate) {
    double risky = probability * rate / learnt;
    double other = (1 - probability) * (1 - rate) / (1 - learnt);
    return risky / (risky + other);
  }
}
