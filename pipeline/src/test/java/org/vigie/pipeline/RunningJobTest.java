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
    assertThat(job.statuses).containsExactly(JobStatus.RUNNING);
  }

  @Test
  void saysWhatFailedTheJobThatCalledItsSavepointOff() {
    FakeJob job = new FakeJob(List.of(CheckpointFailureReason.CHECKPOINT_COORDINATOR_SUSPEND));
    job.statuses.addFirst(JobStatus.FAILING);
    job.statuses.addLast(JobStatus.FAILED);
    job.statuses.remove(JobStatus.RUNNING);

    assertThatThrownBy(() -> new RunningJob(job).stopWithSavepoint(savepoints))
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

  /** A job that refuses some savepoints, then saves; its last status stays. */
  private static final class FakeJob implements JobClient {
    private final Deque<CheckpointFailureReason> refusals;
    private final Deque<JobStatus> statuses = new ArrayDeque<>(List.of(JobStatus.RUNNING));

    FakeJob(List<CheckpointFailureReason> refusals) {
      this.refusals = new ArrayDeque<>(refusals);
    }

    @Override
    public CompletableFuture<String> stopWithSavepoint(
        boolean advance, String folder, SavepointFormatType format) {
      return refusals.isEmpty()
          ? CompletableFuture.completedFuture(folder)
          : CompletableFuture.failedFuture(new CheckpointException(refusals.removeFirst()));
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
      JobStatus status = statuses.size() > 1 ? statuses.removeFirst() : statuses.getFirst();
      return CompletableFuture.completedFuture(status);
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
      return statuses.getFirst() == JobStatus.FAILED
          ? CompletableFuture.failedFuture(new IOException("no space left"))
          : CompletableFuture.completedFuture(new JobExecutionResult(getJobID(), 1, Map.of()));
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
      throw new UnsupportedOperationException();
    }
  }
}
