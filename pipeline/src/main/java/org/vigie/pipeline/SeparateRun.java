package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.advert.Severity;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.process.SharedClasses;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;
import org.vigie.search.StoredQuery;

/**
 * A run of the stream in a process of its own, which can be killed: for tests and measurements.
 *
 * <p>It prints how many adverts it has read, a line each time the number grows. When its standard
 * input ends, it stops with a savepoint: so it never outlives who started it.
 */
public final class SeparateRun {
  /** What a line begins with that tells how many adverts were read. */
  public static final String READ = "read ";

  /** The exit code where another process works in the workspace. */
  public static final int IN_USE = 6;

  /** The exit code where the run failed, which it then says why. */
  public static final int FAILED = 1;

  private static final List<StoredQuery> QUERIES =
      List.of(new StoredQuery("passport", "1", "passport", Severity.NOTICE));

  private SeparateRun() {}

  /**
   * What a run is started with beside its workspace.
   *
   * @param parallelism of this run
   * @param failpoint a {@link Failpoint#SETTING}, or empty
   * @param store URI of a folder to which every shard is copied, or empty
   * @param endless whether it goes on when every input is read
   * @param backend where it keeps its state: the same for all runs of a workspace that may be
   *     killed
   */
  public record Plan(
      int parallelism, String failpoint, String store, boolean endless, StateBackend backend) {}

  /**
   * Starts a run over what a workspace has accepted.
   *
   * @param errors the file for what the process says beside its figures
   */
  public static Process start(Workspace workspace, Path models, Plan plan, Path errors)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-D" + Failpoint.SETTING + "=" + plan.failpoint());
    command.addAll(ImageFolder.javaOptions());
    command.addAll(SharedClasses.options(SeparateRun.class));
    command.add(SeparateRun.class.getName());
    command.addAll(List.of(workspace.root().toString(), models.toString()));
    command.addAll(
        List.of(
            Integer.toString(plan.parallelism()),
            plan.store(),
            Boolean.toString(plan.endless()),
            plan.backend().name()));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
        .start();
  }

  /** Returns what such a run is configured with. */
  public static RunConfig config(Path models, int parallelism) {
    return new RunConfig(
        models,
        parallelism,
        4,
        Duration.ofMillis(200),
        GroupingConfig.defaults(),
        Horizon.defaults());
  }

  /** Returns what such a run watches for. */
  public static Watch watch() {
    return Watch.of(QUERIES);
  }

  /** Runs until every input is read, or standard input ends. */
  public static void main(String[] args) throws IOException {
    Workspace workspace = new Workspace(Path.of(args[0]));
    RunConfig config =
        config(Path.of(args[1]), Integer.parseInt(args[2])).with(StateBackend.valueOf(args[5]));
    EmbeddedRun run = new EmbeddedRun(workspace, config, watch());
    if (!args[3].isEmpty()) {
      run = run.copyingTo(args[3]);
    }
    Files.createDirectories(workspace.root());
    stopWhenInputEnds(Thread.currentThread());
    try {
      if (Boolean.parseBoolean(args[4])) {
        run.watch(new Teller());
      } else {
        run.run(new Teller());
      }
      System.exit(0);
    } catch (InterruptedException e) {
      System.exit(0);
    } catch (WorkspaceInUseException e) {
      System.exit(IN_USE);
    } catch (IOException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    }
  }

  /** Prints how many adverts are read, each time there are more. */
  private static final class Teller implements Consumer<RunProgress> {
    private long read = -1;

    @Override
    public void accept(RunProgress progress) {
      if (progress.records().adverts() > read) {
        read = progress.records().adverts();
        System.out.println(READ + read);
      }
    }
  }

  private static void stopWhenInputEnds(Thread run) {
    Thread.ofPlatform()
        .daemon()
        .name("stop-when-input-ends")
        .start(() -> {
          try {
            while (System.in.read() >= 0) {
              // nobody says anything but the end
            }
          } catch (IOException e) {
            // as good as the end
          }
          run.interrupt();
        });
  }
}
