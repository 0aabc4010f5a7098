package org.vigie.lab.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.Require;
import org.vigie.files.failure.Exit;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.lab.verify.exchange.DeconflictBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie bench deconflict}. */
@Command(
    name = "deconflict",
    description = "Measure how long two agencies take to find the contacts they share",
    footer = {
      "",
      "Both sides run here, one after the other, each with all cores. It runs twice; the first run",
      "warms up and isn't shown. The target: a million each in 15 minutes on two cores, which the",
      "last line says of this size, times what is missing to 2^20, without being that measurement."
    })
final class BenchDeconflictCommand implements Callable<Integer> {
  /** What a million is filled up to. */
  private static final int MILLION = 1 << 20;

  private static final Duration TARGET = Duration.ofMinutes(15);

  private final Environment environment;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      required = true,
      description = "Where files pass; must not exist yet")
  private String folder = "";

  @Option(
      names = "--selectors",
      paramLabel = "N",
      description = "Of each agency. A power of two isn't filled up. Default: ${DEFAULT-VALUE}")
  private int selectors = 1 << 15;

  BenchDeconflictCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--selectors", selectors, 64, MILLION);
    Path within = environment.path(folder);
    int warming = Math.min(selectors, 8_192);
    new DeconflictBenchmark(warming, OwnerOnly.folder(within.resolve("warming"))).run();
    print(new DeconflictBenchmark(selectors, OwnerOnly.folder(within.resolve("run"))).run());
    return Exit.OK.code();
  }

  private void print(DeconflictBenchmark.Result result) {
    line(
        "%,d selectors each, %,d shared, %,d bytes passed",
        selectors, result.shared(), result.bytes());
    line("");
    line("| step | wall s | processor s | processor µs a selector |");
    line("|---|---|---|---|");
    Duration wall = Duration.ZERO;
    Duration processor = Duration.ZERO;
    for (DeconflictBenchmark.Step step : result.steps()) {
      wall = wall.plus(step.wall());
      processor = processor.plus(step.processor());
      row(step.name(), step.wall(), step.processor());
    }
    row("all", wall, processor);
    line("");
    double factor = (double) MILLION / selectors;
    double ofTwo = processor.toMillis() / 1e3 * factor / 2;
    line(
        "A million each would take %.0f s of two cores alone, to be at most %d s: %s",
        ofTwo, TARGET.toSeconds(), ofTwo <= TARGET.toSeconds() ? "met" : "missed");
  }

  private void row(String name, Duration wall, Duration processor) {
    line(
        "| %s | %.1f | %.1f | %.0f |",
        name,
        wall.toMillis() / 1e3,
        processor.toMillis() / 1e3,
        processor.toNanos() / 1e3 / selectors);
  }

  private void line(String format, Object... values) {
    environment.out().println(String.format(Locale.ROOT, format, values));
  }
}
