package org.vigie.lab.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.progress.Display;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.lab.load.ConsoleLoad;
import org.vigie.lab.load.PageLatencies;
import org.vigie.lab.load.SearchGoal;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie bench console}. */
@Command(
    name = "console",
    description = "Measure how long analysts wait for pages while adverts are indexed",
    footer = {
      "",
      "It fills an index with invented adverts in a folder of its own, which must be absent or empty,",
      "signs analysts in, and lets them look at pages, six in ten of them searches, while more",
      "adverts are indexed. After each search the same query runs in Lucene alone. The target, for",
      "the median and for 95 of 100 searches: at most 1.5 times Lucene's time and 15 ms."
    })
final class BenchConsoleCommand implements Callable<Integer> {
  private static final String ALL = "all searches";
  private static final String ALONE = "all searches in Lucene alone";

  private final Environment environment;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the index is made")
  private String folder = "";

  @Option(
      names = "--adverts",
      paramLabel = "N",
      description = "Adverts in the index at the start. Default: ${DEFAULT-VALUE}")
  private int adverts = 1_000_000;

  @Option(
      names = "--analysts",
      paramLabel = "N",
      description = "Analysts at work. Default: ${DEFAULT-VALUE}")
  private int analysts = 20;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Adverts indexed a second meanwhile. Default: ${DEFAULT-VALUE}")
  private int rate = 500;

  @Option(
      names = "--think",
      paramLabel = "MS",
      description = "Mean milliseconds from a page to the next. Default: ${DEFAULT-VALUE}")
  private int thought = 2_000;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Seconds that are measured, after a quarter as many. Default: ${DEFAULT-VALUE}")
  private int seconds = 300;

  @Option(names = "--quiet", description = "Show no progress")
  private boolean quiet;

  BenchConsoleCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--adverts", adverts, 1_000, 100_000_000);
    Require.between("--analysts", analysts, 1, 1_000);
    Require.between("--rate", rate, 10, 100_000);
    Require.between("--think", thought, 0, 3_600_000);
    Require.between("--seconds", seconds, 4, 86_400);
    requireEmpty(folder());
    long start = System.nanoTime();
    ConsoleLoad load =
        new ConsoleLoad(
            new Workspace(folder()),
            new ConsoleLoad.Plan(
                adverts,
                analysts,
                rate,
                Duration.ofMillis(thought),
                Duration.ofSeconds(seconds / 4),
                Duration.ofSeconds(seconds)));
    ConsoleLoad.Result result;
    try (Display display = Display.of(environment, quiet, "adverts", Display.Unit.PARTS)) {
      result = load.run(display);
    }
    print(result, Duration.ofNanos(System.nanoTime() - start));
    return Exit.OK.code();
  }

  private Path folder() {
    return environment.path(folder);
  }

  private void print(ConsoleLoad.Result result, Duration took) {
    line(
        "%,d adverts, %d analysts, a page every %,d ms each, %.0f adverts indexed a second; %d s",
        adverts, analysts, thought, result.indexed(), took.toSeconds());
    line("");
    line("| page | times | p50 ms | p95 ms | p99 ms | longest ms |");
    line("|---|---|---|---|---|---|");
    for (PageLatencies.Spread spread : result.spreads()) {
      line(
          "| %s | %,d | %.1f | %.1f | %.1f | %.1f |",
          spread.kind(),
          spread.count(),
          millis(spread.p50()),
          millis(spread.p95()),
          millis(spread.p99()),
          millis(spread.most()));
    }
    line("");
    judge(
        result.spreads().stream()
            .collect(Collectors.toMap(PageLatencies.Spread::kind, Function.identity())));
  }

  private void judge(Map<String, PageLatencies.Spread> byKind) {
    PageLatencies.Spread all = byKind.get(ALL);
    PageLatencies.Spread alone = byKind.get(ALONE);
    if (all == null || alone == null) {
      line("No search was measured.");
      return;
    }
    judge("p50", all.p50(), SearchGoal.most(alone.p50()));
    judge("p95", all.p95(), SearchGoal.most(alone.p95()));
  }

  private void judge(String what, Duration found, Duration most) {
    line(
        "Searches, %s: %.1f ms, to be at most %.1f ms: %s",
        what, millis(found), millis(most), found.compareTo(most) <= 0 ? "met" : "missed");
  }

  private void line(String format, Object... values) {
    environment.out().println(String.format(Locale.ROOT, format, values));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> some = files.limit(1).toList();
        if (!some.isEmpty()) {
          throw UserError.ofUsage("--folder must be absent or empty, but holds files");
        }
      }
    }
  }
}
