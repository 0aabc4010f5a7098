package org.vigie.cli.command.flink;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.standalone.ClusterProcess;
import org.vigie.pipeline.standalone.ClusterRecord;
import org.vigie.pipeline.standalone.FlinkRest;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie cluster status}. */
@Command(
    name = "status",
    description = "Show the processes of the cluster, its job and its checkpoints")
public final class ClusterStatusCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--json", description = "Print everything as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public ClusterStatusCommand(Environment environment) {
    this.environment = environment;
  }

  /** One process. */
  record Process(String name, long pid, boolean alive) {}

  /**
   * What is printed.
   *
   * @param taskManagers those that the JobManager knows now
   * @param inputsRead accepted inputs that are read to their end
   * @param inputs accepted inputs
   */
  record Status(
      List<Process> processes,
      int taskManagers,
      @JsonUnwrapped Job job,
      long inputsRead,
      long inputs,
      @JsonUnwrapped Checkpoints checkpoints) {}

  /**
   * The cluster's job.
   *
   * @param job its id; null if there is none
   * @param jobState as Flink calls it; null without a job, or while no JobManager runs to tell
   * @param lastFailure why it restarted the last time; empty if it didn't
   */
  record Job(@Nullable String job, @Nullable String jobState, long restarts, String lastFailure) {
    /** A job that nothing is known of. */
    static Job unknown(@Nullable String id) {
      return new Job(id, null, 0, "");
    }
  }

  /**
   * The checkpoints of the job.
   *
   * @param checkpoints complete ones
   * @param lastCheckpoint when the last one was complete; null before the first
   */
  record Checkpoints(
      long checkpoints,
      long failedCheckpoints,
      @Nullable Instant lastCheckpoint,
      long lastCheckpointBytes) {
    static final Checkpoints NONE = new Checkpoints(0, 0, null, 0);

    /**
     * @param told the answer of the JobManager
     */
    static Checkpoints of(JsonNode told) {
      JsonNode last = told.at("/latest/completed");
      return new Checkpoints(
          told.at("/counts/completed").asLong(),
          told.at("/counts/failed").asLong(),
          last.hasNonNull("latest_ack_timestamp")
              ? Instant.ofEpochMilli(last.path("latest_ack_timestamp").asLong())
              : null,
          last.path("checkpointed_size").asLong());
    }
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    ClusterRecord cluster = RunningCluster.require(environment, workspace);
    List<InputManifest> inputs = new Inbox(workspace, environment.clock()).accepted();
    Status status = status(cluster, inputs);
    if (json) {
      environment.out().println(SafeJson.of(status));
    } else {
      lines(cluster, status).forEach(environment.out()::println);
    }
    return (cluster.dead().isEmpty() ? Exit.OK : Exit.INPUT).code();
  }

  private static Status status(ClusterRecord cluster, List<InputManifest> inputs)
      throws IOException, InterruptedException {
    List<Process> processes =
        cluster.processes().stream()
            .map(process -> new Process(process.name(), process.pid(), process.runs()))
            .toList();
    Job unknown = Job.unknown(cluster.job());
    if (!cluster.process("jobmanager").map(ClusterProcess::runs).orElse(false)) {
      return new Status(processes, 0, unknown, 0, inputs.size(), Checkpoints.NONE);
    }
    FlinkRest rest = new FlinkRest(cluster.restPort());
    int taskManagers = rest.get("overview").path("taskmanagers").asInt();
    if (cluster.job() == null) {
      return new Status(processes, taskManagers, unknown, 0, inputs.size(), Checkpoints.NONE);
    }
    Checkpoints checkpoints = Checkpoints.of(rest.get("jobs/" + cluster.job() + "/checkpoints"));
    String finished = rest.finishedInputs(cluster.job());
    return new Status(
        processes,
        taskManagers,
        job(rest, cluster.job()),
        inputs.stream().filter(input -> finished.contains(input.id())).count(),
        inputs.size(),
        checkpoints);
  }

  private static Job job(FlinkRest rest, String id) throws IOException, InterruptedException {
    String job = "jobs/" + id;
    long restarts = rest.get(job + "/metrics?get=numRestarts").at("/0/value").asLong();
    return new Job(
        id,
        rest.get(job).path("state").asText(),
        restarts,
        restarts == 0 ? "" : rest.lastFailure(id));
  }

  private List<String> lines(ClusterRecord cluster, Status status) {
    List<String> lines = new ArrayList<>();
    for (Process process : status.processes()) {
      lines.add(
          "%-16s %-8s process %d"
              .formatted(process.name(), process.alive() ? "runs" : "is gone", process.pid()));
    }
    if (status.processes().stream().anyMatch(process -> !process.alive())) {
      lines.add("Next: " + RunningCluster.remedy(cluster));
    }
    Job job = status.job();
    if (job.job() != null && job.jobState() == null) {
      return lines;
    }
    lines.add("%-16s %d registered".formatted("taskmanagers", status.taskManagers()));
    if (job.job() == null) {
      lines.add("No job. Next: ./vigie cluster submit --input FILE");
      return lines;
    }
    lines.add(
        "%-16s %s, %s, restarted %d times"
            .formatted(
                "job",
                job.job(),
                String.valueOf(job.jobState()).toLowerCase(Locale.ROOT),
                job.restarts()));
    if (!job.lastFailure().isEmpty()) {
      lines.add("%-16s %s".formatted("last failure", SafeText.line(job.lastFailure())));
    }
    lines.add("%-16s %d of %d read".formatted("inputs", status.inputsRead(), status.inputs()));
    Checkpoints made = status.checkpoints();
    lines.add(
        "%-16s %d complete, %d failed%s"
            .formatted("checkpoints", made.checkpoints(), made.failedCheckpoints(), last(made)));
    return lines;
  }

  private String last(Checkpoints made) {
    if (made.lastCheckpoint() == null) {
      return "";
    }
    Duration ago = Duration.between(made.lastCheckpoint(), environment.clock().instant());
    return "; the last %d s ago, %d bytes"
        .formatted(Math.max(0, ago.toSeconds()), made.lastCheckpointBytes());
  }
}
