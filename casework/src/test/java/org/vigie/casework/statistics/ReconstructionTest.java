package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

/** What somebody finds out who knows all groups but one, and may ask until nothing is left. */
class ReconstructionTest {
  private static final Quarter QUARTER = new Quarter(2026, 1);
  private static final FigureCell CELL = new FigureCell(CountedBy.FORM, QUARTER, "FR", "sexual");
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final int TRIALS = 2_000;
  private static final long KNOWN = 2_000;

  @TempDir Path folder;

  private static FigureRequest request(int epsilon) {
    return new FigureRequest(QUARTER, QUARTER, Set.of(CountedBy.FORM), true, 1, epsilon);
  }

  /** Differencing: the figure less what is known should be the one group that isn't. */
  @Test
  void doesNotFindOutByDifferenceWhetherAGroupIsInACell() {
    Random world = new Random(11);
    int right = 0;
    int rightWithoutNoise = 0;
    for (int i = 0; i < TRIALS; i++) {
      boolean in = world.nextBoolean();
      Map<FigureCell, Long> counts = Map.of(CELL, KNOWN + (in ? 1 : 0));
      Release release = Release.of(request(1_000), counts, NOW, world);
      right += (figure(release) > KNOWN) == in ? 1 : 0;
      rightWithoutNoise += (counts.get(CELL) > KNOWN) == in ? 1 : 0;
    }
    assertThat(rightWithoutNoise).as("the attack works on counts").isEqualTo(TRIALS);
    // Nobody can do better than e^epsilon / (1 + e^epsilon) at epsilon 1 (Kairouz et al., 2015).
    double best = Math.exp(1) / (1 + Math.exp(1));
    assertThat((double) right / TRIALS).isLessThan(best + 3 * Math.sqrt(0.25 / TRIALS));
  }

  /** Averaging: many answers to one question should leave no noise. */
  @Test
  void doesNotGetRidOfNoiseByAskingAgain() throws Exception {
    Random world = new Random(12);
    int right = 0;
    int rightWithFreshNoise = 0;
    int trials = 60;
    for (int i = 0; i < trials; i++) {
      boolean in = world.nextBoolean();
      Map<FigureCell, Long> counts = Map.of(CELL, KNOWN + (in ? 1 : 0));
      right +=
          (meanOfAll(folder.resolve("ledger-" + i), counts, world) > KNOWN + 0.5) == in ? 1 : 0;
      GeometricNoise fresh = new GeometricNoise(world, 20, 1);
      double sum = 0;
      for (int k = 0; k < 20_000; k++) {
        sum += counts.get(CELL) + fresh.next();
      }
      rightWithFreshNoise += (sum / 20_000 > KNOWN + 0.5) == in ? 1 : 0;
    }
    // Epsilon 0.2 in all: at best 0.55 of the guesses are right, and by chance 0.5.
    assertThat((double) right / trials).isLessThan(0.55 + 3 * Math.sqrt(0.25 / trials));
    assertThat((double) rightWithFreshNoise / trials)
        .as("the attack works where each answer has noise of its own")
        .isGreaterThan(0.9);
  }

  /** Asks three hundred times, with every epsilon that is let through, and takes the mean. */
  private static double meanOfAll(Path file, Map<FigureCell, Long> counts, Random random)
      throws Exception {
    ReleaseLedger ledger = new ReleaseLedger(file, Clock.fixed(NOW, ZoneOffset.UTC), random);
    List<Long> answers = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      try {
        answers.add(figure(ledger.release(request(50 + i % 7), 200, () -> counts).release()));
      } catch (UserError e) {
        refused++;
      }
    }
    assertThat(answers).isNotEmpty().doesNotContain(0L);
    assertThat(answers.stream().distinct().count()).isLessThanOrEqualTo(3);
    assertThat(refused).isGreaterThan(100);
    return answers.stream().mapToLong(Long::longValue).average().orElse(KNOWN);
  }

  /**
   * Reconstruction (Dinur and Nissim, PODS 2003): each of many groups is alone in its cell, and its
   * secret is which of two values it has.
   */
  @Test
  void doesNotReadTheSecretsOfGroupsThatStandAlone() {
    Random world = new Random(13);
    int right = 0;
    int all = 0;
    for (int trial = 0; trial < 40; trial++) {
      Map<FigureCell, Long> counts = new HashMap<>();
      Map<String, Boolean> secrets = new HashMap<>();
      for (String region : Domain.REGIONS) {
        boolean secret = world.nextBoolean();
        secrets.put(region, secret);
        counts.put(cell(region, secret), 1L);
      }
      Release release = Release.of(request(1_000), counts, NOW, world);
      for (Map.Entry<String, Boolean> secret : secrets.entrySet()) {
        boolean guess = of(release, secret.getKey(), true) > of(release, secret.getKey(), false);
        right += guess == secret.getValue() ? 1 : 0;
        all++;
      }
    }
    assertThat((double) right / all).isBetween(0.42, 0.58);
  }

  private static FigureCell cell(String region, boolean secret) {
    return new FigureCell(CountedBy.FORM, QUARTER, region, secret ? "sexual" : "recruitment");
  }

  private static long of(Release release, String region, boolean secret) {
    return release.figures().getOrDefault(cell(region, secret), 0L);
  }

  private static long figure(Release release) {
    return release.figures().getOrDefault(CELL, 0L);
  }
}
