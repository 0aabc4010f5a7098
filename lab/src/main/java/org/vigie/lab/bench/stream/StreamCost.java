package org.vigie.lab.bench.stream;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.lab.page.BenchmarkPage;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.GroupingConfig;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.RunReport;
import org.vigie.pipeline.StateBackend;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.workspace.Workspace;

/**
 * CPU an advert of the job, from text and from pages, beside the {@linkplain FusedLoop fused loop}
 * of the same stages on the same data in the same process; how it grows; what an exact repost
 * costs.
 *
 * <p>CPU is that of the whole process, garbage collection and compilation included. All but the
 * larger number runs several times by turns, and the cheapest run of each counts: what disturbs a
 * run, such as code that is compiled still, only ever makes it dearer. The start and stop of an
 * embedded job, measured on one advert, is taken off the job's, and shown; so is their time where
 * adverts a second are told.
 *
 * <p>Arguments: an empty folder, the smaller number of adverts, the larger, where the job keeps its
 * state, the page to write or nothing.
 */
public final class StreamCost {
  private static final int REPOSTS = 4;

  /** After two rounds Java has yet to compile much of what the job runs. */
  private static final int ROUNDS = 6;

  private static final long SEED = 1;
  private static final Path MODELS = Path.of("models");

  private final Path folder;
  private final StateBackend state;
  private final List<List<String>> rows = new ArrayList<>(List.of(List.of("", "measured")));
  private int runs;

  private StreamCost(Path folder, StateBackend state) {
    this.folder = folder;
    this.state = state;
  }

  public static void main(String[] args) throws Exception {
    int few = Integer.parseInt(args[1]);
    int many = Integer.parseInt(args[2]);
    StateBackend state = StateBackend.valueOf(args[3].toUpperCase(Locale.ROOT));
    StreamCost cost = new StreamCost(Path.of(args[0]), state);
    cost.measure(few, many);
    if (args.length > 4) {
      List<String> lines =
          new ArrayList<>(
              List.of(
                  "`lab/bench/pipeline %d %d %s`. The fused loop is ours: Vigie's own stages without Flink. Of each the cheapest of %d rounds in a warm process, but one of the growth. %s"
                      .formatted(few, many, args[3], ROUNDS, BenchmarkPage.environment()),
                  ""));
      lines.addAll(BenchmarkPage.table(cost.rows));
      new BenchmarkPage(Path.of(args[4]))
          .put(
              state == StateBackend.ROCKSDB
                  ? "The whole job, state in RocksDB"
                  : "The whole job beside a fused loop",
              lines);
    }
  }

  /**
   * What a run cost.
   *
   * @param adverts different adverts that it found
   * @param cpu of the whole process
   * @param time that it took
   */
  private record Cost(long adverts, Duration cpu, Duration time) {
    double micros() {
      return cpu.toNanos() / 1e3 / adverts;
    }

    double perSecond() {
      return adverts * 1e9 / time.toNanos();
    }

    /** Returns the cost without that of another run. */
    Cost without(Cost idle) {
      return new Cost(adverts, cpu.minus(idle.cpu), time.minus(idle.time));
    }
  }

  private void measure(int few, int many) throws IOException, InterruptedException {
    Path one = Files.writeString(folder.resolve("one.jsonl"), "{\"text\":\"x\"}\n");
    Path small = StreamInputs.text(folder.resolve("few.jsonl"), SEED, few, 0);
    Path html = StreamInputs.html(folder, SEED, few);
    Path repeated = StreamInputs.text(folder.resolve("reposts.jsonl"), SEED, few, REPOSTS);
    Cheapest start = new Cheapest(() -> job(one));
    Cheapest startOfLoop = new Cheapest(() -> fused(one));
    Cheapest fromText = new Cheapest(() -> job(small));
    Cheapest loopFromText = new Cheapest(() -> fused(small));
    Cheapest fromPages = new Cheapest(() -> job(html));
    Cheapest loopFromPages = new Cheapest(() -> fused(html));
    Cheapest withReposts = new Cheapest(() -> job(repeated));
    for (int round = 0; round < ROUNDS; round++) {
      System.err.printf("round %d of %d%n", round + 1, ROUNDS);
      for (Cheapest each :
          List.of(
              start, startOfLoop, fromText, loopFromText, fromPages, loopFromPages, withReposts)) {
        each.again();
      }
    }
    Cost idle = start.cost();
    Cost idleLoop = startOfLoop.cost();
    say(
        "one advert, models read included",
        "job %.2f s, fused loop %.2f s CPU, taken off below",
        idle.cpu().toMillis() / 1e3,
        idleLoop.cpu().toMillis() / 1e3);
    Cost text = fromText.cost().without(idle);
    beside("from text", text, loopFromText.cost().without(idleLoop));
    beside("from pages", fromPages.cost().without(idle), loopFromPages.cost().without(idleLoop));
    Cost reposts = withReposts.cost().without(idle);
    double repost =
        reposts.cpu().minus(text.cpu()).toNanos() / 1e3 / ((double) REPOSTS * text.adverts());
    say("an exact repost", "%.0f µs, %.2f of a new advert", repost, repost / text.micros());

    Cost large = job(StreamInputs.text(folder.resolve("many.jsonl"), SEED, many, 0)).without(idle);
    double growth =
        Math.log((double) large.cpu().toNanos() / text.cpu().toNanos())
            / Math.log((double) large.adverts() / text.adverts());
    say(
        "growth from %d to %d adverts".formatted(text.adverts(), large.adverts()),
        "%.0f to %.0f µs an advert, log-log slope %.2f; %.0f adverts a second",
        text.micros(),
        large.micros(),
        growth,
        large.perSecond());
  }

  private void beside(String what, Cost job, Cost fused) {
    say(
        what,
        "job %.0f µs, fused loop %.0f µs CPU an advert of %d: %.2f times; job %.0f adverts a second",
        job.micros(),
        fused.micros(),
        job.adverts(),
        job.micros() / fused.micros(),
        job.perSecond());
  }

  /** Runs a job or a loop. */
  private interface Run {
    Cost run() throws IOException, InterruptedException;
  }

  /** What runs again and again, and the cheapest of its runs. */
  private static final class Cheapest {
    private final Run run;
    private @Nullable Cost cost;

    Cheapest(Run run) {
      this.run = run;
    }

    void again() throws IOException, InterruptedException {
      System.gc();
      Cost now = run.run();
      cost = cost == null || now.cpu.compareTo(cost.cpu) < 0 ? now : cost;
    }

    Cost cost() {
      return Objects.requireNonNull(cost);
    }
  }

  private Cost job(Path input) throws IOException, InterruptedException {
    Workspace workspace = new Workspace(folder.resolve("workspace-" + runs++));
    accept(workspace, input);
    RunConfig config =
        new RunConfig(
            MODELS,
            2,
            4,
            Duration.ofSeconds(2),
            GroupingConfig.defaults(),
            Horizon.defaults(),
            state);
    Watch nothing = new Watch(List.of(), new Watchlist(List.of(), List.of()));
    long begin = System.nanoTime();
    long start = cpu();
    RunReport report = new EmbeddedRun(workspace, config, nothing).run(progress -> {});
    long took = cpu() - start;
    return new Cost(
        report.progress().records().adverts() - report.progress().records().repeats(),
        Duration.ofNanos(took),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  private Cost fused(Path input) throws IOException {
    Workspace workspace = new Workspace(folder.resolve("fused-" + runs++));
    InputManifest manifest = accept(workspace, input);
    long begin = System.nanoTime();
    long start = cpu();
    long adverts = new FusedLoop(MODELS).run(manifest, workspace.root().resolve("shard"));
    long took = cpu() - start;
    return new Cost(adverts, Duration.ofNanos(took), Duration.ofNanos(System.nanoTime() - begin));
  }

  private static InputManifest accept(Workspace workspace, Path input) throws IOException {
    return new Inbox(workspace, StreamInputs.CLOCK)
        .accept(input, Map.of(), StreamInputs.MANDATE)
        .getFirst();
  }

  private static long cpu() {
    return Objects.requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class))
        .getProcessCpuTime();
  }

  private void say(String what, String figures, Object... values) {
    String measured = String.format(Locale.ROOT, figures, values);
    rows.add(List.of(what, measured));
    System.out.printf("%-36s %s%n", what, measured);
  }
}
