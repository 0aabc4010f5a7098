package org.vigie.pipeline.quiet;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobSubmissionResult;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.ExecutionPlan;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Flink in this process, which runs the tasks of a job as {@link QuietTasks}. */
public final class QuietCluster extends MiniCluster {

  public QuietCluster(MiniClusterConfiguration configuration) {
    super(configuration);
  }

  @Override
  public CompletableFuture<JobSubmissionResult> submitJob(ExecutionPlan plan) {
    if (plan instanceof StreamGraph graph) {
      JobGraph job = graph.getJobGraph(QuietCluster.class.getClassLoader(), graph.getJobID());
      QuietTasks.replaceIn(job);
      return super.submitJob(job);
    }
    return super.submitJob(plan);
  }
}
