package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningJobTest {
  @TempDir Path savepoints;

  @Test
  void asksForTheSavepointAgainWhileTheLastStepsStart() throws Exception {
    FakeJob job =
        new FakeJob(
            List.of(
                CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING,
                CheckpointFailureReason.CHECKPOINT_COORDINATOR_SUSPEND));

    new RunningJob(job).stopWithSavepoint(savepoints);

    assertThat(job.refusals).isEmpty();
    assertThat(job.ended).isCompleted();
  }

  @Test
  void saysWhatFailedTheJobThatCalledItsSavepointOff() {
    FakeJob job = new FakeJob(List.of(CheckpointFailureReason.CHECKPOINT_COORDINATOR_SUSPEND));
    job.failsAfter(List.of(JobStatus.FAILING, JobStatus.FAILED));

    assertThatThrownBy(() -> new RunningJob(job).stopWithSavepoint(savepoints))
        .isInstanceOf(IOException.class)
        .hasMessage("the job failed: no space left");
  }

  @Test
  void saysWhatFailedTheJobWhoseClusterIsGone() {
    FakeJob job = new FakeJob(List.of(CheckpointFailureReason.CHECKPOINT_COORDINATOR_SUSPEND));
    job.failsAfter(List.of());

    assertThatThrownBy(() -> new RunningJob(job).requireRunning())
        .isInstanceOf(IOException.class)
        .hasMessage("the job failed: no space left");
  }

  @Test
  void saysWhyARunningJobCanNotBeSaved() {
    FakeJob job = new FakeJob(List.of(CheckpointFailureReason.CHECKPOINT_EXPIRED));

    assertThatThrownBy(() -> new RunningJob(job).stopWithSavepoint(savepoints))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expired");
  }

  /** A job that refuses some savepoints, then saves; or one that fails after some statuses. */
  private static final class FakeJob implements JobClient {
    private final Deque<CheckpointFailureReason> refusals;
    private final Deque<JobStatus> statuses = new ArrayDeque<>();
    private final CompletableFuture<JobExecutionResult> ended = new CompletableFuture<>();
    private boolean fails;

    FakeJob(List<CheckpointFailureReason> refusals) {
      this.refusals = new ArrayDeque<>(refusals);
    }

    void failsAfter(List<JobStatus> statuses) {
      this.statuses.addAll(statuses);
      fails = true;
    }

    @Override
    public CompletableFuture<String> stopWithSavepoint(
        boolean advance, String folder, SavepointFormatType format) {
      if (!refusals.isEmpty()) {
        return CompletableFuture.failedFuture(new CheckpointException(refusals.removeFirst()));
      }
      ended.complete(new JobExecutionResult(getJobID(), 1, Map.of()));
      return CompletableFuture.completedFuture(folder);
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
      if (!fails) {
        return CompletableFuture.completedFuture(JobStatus.RUNNING);
      }
      if (statuses.isEmpty()) {
        ended.completeExceptionally(new IOException("no space left"));
        throw new IllegalStateException("the cluster has been shut down");
      }
      return CompletableFuture.completedFuture(statuses.removeFirst());
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
      return ended;
    }

    @Override
    public JobID getJobID() {
      return new JobID(0, 1);
    }

    @Override
    public CompletableFuture<Void> cancel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<String> triggerSavepoint(String folder, SavepointFormatType format) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
      throw new IllegalStateException("the cluster has been shut down");
    }
  }
}
