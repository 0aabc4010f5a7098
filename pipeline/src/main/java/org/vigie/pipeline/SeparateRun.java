package org.vigie.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Severity;
import org.vigie.crawler.Failpoint;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.network.NetworkConfig;
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

  private static final List<StoredQuery> QUERIES =
      List.of(new StoredQuery("passport", "1", "passport", Severity.NOTICE));

  private SeparateRun() {}

  /**
   * Starts a run over what a workspace has accepted.
   *
   * @param parallelism of this run
   * @param errors the file for what the process says beside its figures
   * @param failpoint a {@link Failpoint#SETTING}, or empty
   */
  public static Process start(
      Workspace workspace, Path models, int parallelism, Path errors, String failpoint)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-D" + Failpoint.SETTING + "=" + failpoint);
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(SeparateRun.class.getName());
    command.addAll(
        List.of(workspace.root().toString(), models.toString(), Integer.toString(parallelism)));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
        .start();
  }

  /** Runs until every input is read, or standard input ends. */
  public static void main(String[] args) throws IOException {
    Workspace workspace = new Workspace(Path.of(args[0]));
    RunConfig config =
        new RunConfig(
            Path.of(args[1]),
            Integer.parseInt(args[2]),
            4,
            Duration.ofMillis(200),
            NearDuplicateConfig.defaults(),
            AlertRuleConfig.defaults(),
            NetworkConfig.defaults(),
            Horizon.defaults());
    Files.createDirectories(workspace.root());
    stopWhenInputEnds(Thread.currentThread());
    long[] read = {-1};
    try {
      new EmbeddedRun(workspace, config, Watch.of(QUERIES))
          .run(progress -> {
            if (progress.adverts() > read[0]) {
              read[0] = progress.adverts();
              System.out.println(READ + read[0]);
            }
          });
      System.exit(0);
    } catch (InterruptedException e) {
      System.exit(0);
    } catch (WorkspaceInUseException e) {
      System.exit(IN_USE);
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
