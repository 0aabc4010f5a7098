package org.vigie.pipeline.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a cluster.
 *
 * @param restPort port of Flink's REST interface on loopback
 * @param kafka address of its broker, {@code HOST:PORT}; null if it has none
 * @param processes all of them
 * @param job id of the job that was submitted; null if there is none
 */
public record ClusterRecord(
    int restPort, @Nullable String kafka, List<ClusterProcess> processes, @Nullable String job) {
  public ClusterRecord {
    processes = List.copyOf(processes);
  }

  /** Returns the same with a process, in place of one of its name. */
  ClusterRecord with(ClusterProcess more) {
    List<ClusterProcess> all = new ArrayList<>(processes);
    int former = processes.stream().map(ClusterProcess::name).toList().indexOf(more.name());
    if (former < 0) {
      all.add(more);
    } else {
      all.set(former, more);
    }
    return new ClusterRecord(restPort, kafka, all, job);
  }

  ClusterRecord withKafka(String address) {
    return new ClusterRecord(restPort, address, processes, job);
  }

  ClusterRecord withJob(@Nullable String id) {
    return new ClusterRecord(restPort, kafka, processes, id);
  }

  /** Returns whether any of its processes runs. */
  public boolean runs() {
    return processes.stream().anyMatch(ClusterProcess::runs);
  }

  /** Returns the processes that run no more, though nobody stopped them. */
  public List<ClusterProcess> dead() {
    return processes.stream().filter(process -> !process.runs()).toList();
  }

  /** Returns a process by its name. */
  public Optional<ClusterProcess> process(String name) {
    return processes.stream().filter(process -> process.name().equals(name)).findFirst();
  }
}
