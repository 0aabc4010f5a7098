package org.vigie.lab.bench.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.lab.page.BenchmarkPage;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.GroupingConfig;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.StateSizes;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.workspace.Workspace;

/**
 * Bytes of saved state a different text, in all and by operator: those of the savepoint in which a
 * run over invented adverts ends.
 *
 * <p>Arguments: an empty folder, the number of adverts, the page to write or nothing.
 */
public final class StateCost {
  private static final long SEED = 1;

  private StateCost() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    int adverts = Integer.parseInt(args[1]);
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    new Inbox(workspace, StreamInputs.CLOCK)
        .accept(
            StreamInputs.text(folder.resolve("adverts.jsonl"), SEED, adverts, 0),
            Map.of(),
            StreamInputs.MANDATE);
    RunConfig config =
        new RunConfig(
            Path.of("models"),
            2,
            4,
            Duration.ofSeconds(2),
            GroupingConfig.defaults(),
            Horizon.defaults());
    RunReport report = new EmbeddedRun(workspace, config, Watch.of(List.of())).run(progress -> {});
    StateSizes sizes = StateSizes.of(workspace);
    long texts = report.progress().records().adverts() - report.progress().records().repeats();
    print(sizes, texts);
    if (args.length > 2) {
      write(Path.of(args[2]), adverts, 1.0 * sizes.sum() / texts);
    }
  }

  private static void write(Path page, int adverts, double bytes) throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("`lab/bench/state %d`: of a savepoint.".formatted(adverts), ""));
    lines.addAll(
        BenchmarkPage.table(
            List.of(
                List.of("", "bytes"),
                List.of("in all", String.format(Locale.ROOT, "%.0f", bytes)))));
    new BenchmarkPage(page).put("State of a text", lines);
  }

  private static void print(StateSizes sizes, long texts) {
    System.out.printf("%d different texts; bytes of state a text:%n", texts);
    sizes
        .byOperator()
        .forEach((name, bytes) -> System.out.printf("%-34s %,9.1f%n", name, 1.0 * bytes / texts));
    System.out.printf("%-34s %,9.1f%n", "in all", 1.0 * sizes.sum() / texts);
  }
}
