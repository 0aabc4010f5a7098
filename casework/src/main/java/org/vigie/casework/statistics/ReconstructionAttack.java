package org.vigie.casework.statistics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.vigie.files.failure.UserError;

/**
 * Somebody who knows all groups but one, and wants to know of that one, from figures that were
 * given out, which of two things is true of it.
 */
public final class ReconstructionAttack {
  static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  private static final Quarter QUARTER = new Quarter(2026, 1);
  private static final FigureCell CELL = new FigureCell(CountedBy.FORM, QUARTER, "FR", "sexual");
  private static final long KNOWN = 2_000;

  /** Thousandths of epsilon that averaging may spend in all. */
  private static final int AVERAGED = 200;

  private final Random world;

  /**
   * @param world draws what is true, and all noise
   */
  public ReconstructionAttack(Random world) {
    this.world = world;
  }

  /**
   * How often a guess was right.
   *
   * @param guesses how many there were, at least 1
   * @param right how many were right
   * @param without how many are right where figures are given out without protection, which shows
   *     that the attack works
   * @param best the share of right guesses that is expected at most
   */
  public record Outcome(int guesses, int right, int without, double best) {
    /** Returns the share that was right. */
    public double share() {
      return (double) right / guesses;
    }

    /** Returns the share that the best guesser stays under, but for one of seven hundred times. */
    public double allowed() {
      return best + 3 * Math.sqrt(0.25 / guesses);
    }

    /** Returns whether no more was right than is allowed. */
    public boolean isBounded() {
      return share() < allowed();
    }
  }

  /** Differencing: the figure less what is known should be the one group that isn't. */
  public Outcome byDifference(int trials) {
    int right = 0;
    int without = 0;
    for (int i = 0; i < trials; i++) {
      boolean in = world.nextBoolean();
      Map<FigureCell, Long> counts = counts(in);
      Release release = Release.of(request(1_000), counts, NOW, world);
      right += (figure(release) > KNOWN) == in ? 1 : 0;
      without += (counts.getOrDefault(CELL, 0L) > KNOWN) == in ? 1 : 0;
    }
    return new Outcome(trials, right, without, best(1_000));
  }

  /**
   * Averaging: many answers to one question should leave no noise. Asks a ledger three hundred
   * times, with every epsilon that is let through, and takes the mean.
   *
   * @param folder where a ledger is made for each trial
   */
  public Outcome byAsking(int trials, Path folder) throws IOException {
    int right = 0;
    int without = 0;
    for (int i = 0; i < trials; i++) {
      boolean in = world.nextBoolean();
      double mean = meanOf(answers(folder.resolve("ledger-" + i), counts(in)));
      right += (mean > KNOWN + 0.5) == in ? 1 : 0;
      without += (meanOfFreshNoise(in) > KNOWN + 0.5) == in ? 1 : 0;
    }
    return new Outcome(trials, right, without, best(AVERAGED));
  }

  /** Returns all that one question, asked three hundred times, is answered with. */
  List<Long> answers(Path file, boolean in) throws IOException {
    return answers(file, counts(in));
  }

  private List<Long> answers(Path file, Map<FigureCell, Long> counts) throws IOException {
    ReleaseLedger ledger = new ReleaseLedger(file, Clock.fixed(NOW, ZoneOffset.UTC), world);
    List<Long> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      try {
        answers.add(figure(ledger.release(request(50 + i % 7), AVERAGED, () -> counts).release()));
      } catch (UserError e) {
        // The budget is spent.
      }
    }
    return answers;
  }

  private static double meanOf(List<Long> answers) {
    return answers.stream().mapToLong(Long::longValue).average().orElse(KNOWN);
  }

  private double meanOfFreshNoise(boolean in) {
    GeometricNoise fresh = new GeometricNoise(world, 20, 1);
    double sum = 0;
    for (int k = 0; k < 20_000; k++) {
      sum += KNOWN + (in ? 1 : 0) + fresh.next();
    }
    return sum / 20_000;
  }

  /**
   * Reconstruction: each of many groups is alone in its cell, and its secret is which of two values
   * it has.
   *
   * @see <a href="https://doi.org/10.1145/773153.773173">Dinur and Nissim (2003), Revealing
   *     information while preserving privacy</a>
   */
  public Outcome ofGroupsAlone(int trials) {
    int right = 0;
    int without = 0;
    int all = 0;
    for (int trial = 0; trial < trials; trial++) {
      Map<FigureCell, Long> counts = new HashMap<>();
      Map<String, Boolean> secrets = new HashMap<>();
      for (String region : Domain.REGIONS) {
        boolean secret = world.nextBoolean();
        secrets.put(region, secret);
        counts.put(cell(region, secret), 1L);
      }
      Release release = Release.of(request(1_000), counts, NOW, world);
      for (Map.Entry<String, Boolean> secret : secrets.entrySet()) {
        right += guess(release.figures(), secret.getKey()) == secret.getValue() ? 1 : 0;
        without += guess(counts, secret.getKey()) == secret.getValue() ? 1 : 0;
        all++;
      }
    }
    // Every floor is far above one group: nothing is left to guess by.
    return new Outcome(all, right, without, 0.5);
  }

  private static boolean guess(Map<FigureCell, Long> figures, String region) {
    return figures.getOrDefault(cell(region, true), 0L)
        > figures.getOrDefault(cell(region, false), 0L);
  }

  private static FigureCell cell(String region, boolean secret) {
    return new FigureCell(CountedBy.FORM, QUARTER, region, secret ? "sexual" : "recruitment");
  }

  private static FigureRequest request(int epsilon) {
    return new FigureRequest(QUARTER, QUARTER, Set.of(CountedBy.FORM), true, 1, epsilon);
  }

  private static Map<FigureCell, Long> counts(boolean in) {
    return Map.of(CELL, KNOWN + (in ? 1 : 0));
  }

  private static long figure(Release release) {
    return release.figures().getOrDefault(CELL, 0L);
  }

  /**
   * Returns e^epsilon / (1 + e^epsilon), the share of right guesses that nobody exceeds.
   *
   * @param epsilon in thousandths
   * @see <a href="https://arxiv.org/abs/1311.0776">Kairouz, Oh and Viswanath (2015), The
   *     composition theorem for differential privacy</a>
   */
  private static double best(int epsilon) {
    double power = Math.exp(epsilon / 1_000.0);
    return power / (1 + power);
  }
}
