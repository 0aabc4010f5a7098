package org.vigie.lab.verify.exchange;

import java.nio.file.Path;
import java.time.Duration;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** Two agencies of a million contacts each find what they share within 15 minutes of two cores. */
final class DeconflictSpeedCheck implements Check {
  private static final int PER_RUN = 1_000;
  private static final int LEAST = 2_000;
  private static final int MILLION = 1_000_000;
  private static final int CORES = 2;
  private static final Duration PROMISED = Duration.ofMinutes(15);

  /** Fewer say nothing: compiling the code takes longer than they do. */
  private static final int LEAST_JUDGED = 20_000;

  /** So many are done beforehand, for the code to be compiled. */
  private static final int WARMING = 8_192;

  @Override
  public String name() {
    return "deconfliction-speed";
  }

  @Override
  public String promise() {
    return "A million and a million take 15 minutes of two cores at most";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    int selectors = Math.clamp((long) effort.runs() * PER_RUN, LEAST, MILLION);
    watcher.at(0, 2);
    Path warming = OwnerOnly.folder(folder.resolve("warming"));
    new DeconflictBenchmark(Math.min(selectors, WARMING), warming).run();
    watcher.at(1, 2);
    return tally(
        selectors,
        new DeconflictBenchmark(selectors, OwnerOnly.folder(folder.resolve("run"))).run());
  }

  private static Tally tally(int selectors, DeconflictBenchmark.Result result) {
    Tally tally = new Tally();
    tally.count("selectors each", selectors);
    tally.count("shared", result.shared());
    Duration processor = Duration.ZERO;
    for (DeconflictBenchmark.Step step : result.steps()) {
      processor = processor.plus(step.processor());
      tally.count(step.name() + " µs a selector", step.processor().toNanos() / 1_000 / selectors);
    }
    Duration ofAMillion = ofAMillion(processor, selectors);
    tally.count("a million, s of two cores", ofAMillion.toSeconds());
    tally.require(
        result.shared() == selectors - selectors / 2,
        "%d contacts must be found, but %d were",
        selectors - selectors / 2,
        result.shared());
    tally.require(
        selectors < LEAST_JUDGED || ofAMillion.compareTo(PROMISED) <= 0,
        "a million must take %d s at most, but would take %d",
        PROMISED.toSeconds(),
        ofAMillion.toSeconds());
    return tally;
  }

  /** Scales by what is done: contacts, or what they are filled up to, whichever grows more. */
  private static Duration ofAMillion(Duration processor, int selectors) {
    double factor =
        Math.max((double) MILLION / selectors, (double) filledUp(MILLION) / filledUp(selectors));
    return Duration.ofMillis(Math.round(processor.toMillis() * factor / CORES));
  }

  private static int filledUp(int selectors) {
    return Integer.highestOneBit(selectors - 1) << 1;
  }
}
