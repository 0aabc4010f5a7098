package org.vigie.pipeline.quiet;

import java.util.Map;
import org.apache.flink.runtime.execution.Environment;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.tasks.TaskInvokable;
import org.apache.flink.streaming.runtime.tasks.OneInputStreamTask;
import org.apache.flink.streaming.runtime.tasks.SourceOperatorStreamTask;
import org.apache.flink.streaming.runtime.tasks.TwoInputStreamTask;
import org.apache.flink.streaming.runtime.tasks.mailbox.MailboxProcessor;

/**
 * Flink's tasks, but that none measures each second how long its mail waits. Flink has no setting
 * for that, which woke two threads of each task of a waiting job: two fifths of all it cost. Its
 * metric mailboxLatencyMs stays empty.
 */
public final class QuietTasks {
  private static final Map<String, Class<? extends TaskInvokable>> QUIET =
      Map.of(
          SourceOperatorStreamTask.class.getName(), Source.class,
          OneInputStreamTask.class.getName(), OneInput.class,
          TwoInputStreamTask.class.getName(), TwoInputs.class);

  private QuietTasks() {}

  /** Replaces the tasks of a job; one of another kind stays as it is. */
  static void replaceIn(JobGraph job) {
    for (JobVertex vertex : job.getVertices()) {
      Class<? extends TaskInvokable> quiet = QUIET.get(vertex.getInvokableClassName());
      if (quiet != null) {
        vertex.setInvokableClass(quiet);
      }
    }
  }

  /** Puts the first measurement off for 24 days, and so each after it. */
  private static void rest(MailboxProcessor mail) {
    mail.getMailboxMetricsControl().setLatencyMeasurementInterval(Integer.MAX_VALUE);
  }

  /** A source; public since Flink makes it. */
  public static final class Source<T> extends SourceOperatorStreamTask<T> {
    public Source(Environment environment) throws Exception {
      super(environment);
      rest(mailboxProcessor);
    }
  }

  /** A task of one input; public since Flink makes it. */
  public static final class OneInput<I, O> extends OneInputStreamTask<I, O> {
    public OneInput(Environment environment) throws Exception {
      super(environment);
      rest(mailboxProcessor);
    }
  }

  /** A task of two inputs; public since Flink makes it. */
  public static final class TwoInputs<I, J, O> extends TwoInputStreamTask<I, J, O> {
    public TwoInputs(Environment environment) throws Exception {
      super(environment);
      rest(mailboxProcessor);
    }
  }
}
