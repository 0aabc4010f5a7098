package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobEdge;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;

/**
 * How many tasks lie on the way of an advert from its source into the index. Its facts, without its
 * text, go on from there by other ways, to clusters, contacts and networks, which are indexed too.
 */
class NetworkHopsTest {
  private static final Path MODELS = Path.of(System.getProperty("vigie.root"), "models");

  @Test
  void takesTwoHopsFromTheSourceToTheIndexForTheAdvertItself() throws Exception {
    Map<String, Integer> least = leastHops();

    assertThat(least)
        .as("tasks, with the least number of edges from the source: %s", least)
        .hasEntrySatisfying("detect repeats, assess adverts", hops -> assertThat(hops).isOne())
        .hasEntrySatisfying("write index", hops -> assertThat(hops).isEqualTo(2));
  }

  /** Returns each task's first operator → the least number of edges that lead to it. */
  private static Map<String, Integer> leastHops() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    env.setMaxParallelism(RunConfig.MAX_PARALLELISM);
    new AdvertJob(
            new Workspace(Path.of("nowhere")),
            RunConfig.defaults(MODELS),
            Watch.of(List.of()),
            List.of(),
            List.of(),
            TopicEnds.none(),
            IndexPlace.on(Path.of("nowhere")))
        .build(env);
    JobGraph graph = env.getStreamGraph().getJobGraph();
    Map<Object, Integer> hops = new HashMap<>();
    Map<String, Integer> named = new TreeMap<>();
    for (JobVertex vertex : graph.getVerticesSortedTopologicallyFromSources()) {
      int least = vertex.getInputs().isEmpty() ? 0 : Integer.MAX_VALUE;
      for (JobEdge edge : vertex.getInputs()) {
        least = Math.min(least, 1 + hops.getOrDefault(edge.getSource().getProducer().getID(), 0));
      }
      hops.put(vertex.getID(), least);
      named.put(vertex.getName().split(" -> ", 2)[0], least);
    }
    return named;
  }
}
