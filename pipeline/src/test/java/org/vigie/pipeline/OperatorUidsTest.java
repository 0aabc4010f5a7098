package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.topic.TopicEnds;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The names under which operators' state is saved. A job goes on from a saved state even if an
 * operator of then isn't there now, so another name would lose what is saved without a word.
 */
class OperatorUidsTest {
  private static final Path ROOT = Path.of(System.getProperty("vigie.root"));

  /** Those that have state; a change here needs a word in the changelog, and a way to bring it. */
  private static final List<String> STATEFUL =
      List.of(
          "budget-alerts",
          "detect-repeats",
          "join-clusters",
          "join-networks",
          "keep-versions",
          "pair-near-duplicates-by-region",
          "pair-pictures",
          "profile-contacts",
          "read-inputs",
          "resolve-pictures",
          "sort-intake",
          "write-dead-letters",
          "write-escalations",
          "write-index");

  @Test
  void areThoseUnderWhichEarlierReleasesSavedTheirState() throws Exception {
    TreeSet<String> uids = new TreeSet<>();
    for (StreamNode node : nodes()) {
      assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotNull();
      uids.add(Objects.requireNonNull(node.getTransformationUID()));
    }

    assertThat(uids).containsAll(STATEFUL);
  }

  @Test
  void standInTheListOfOperators() throws Exception {
    String operators = Files.readString(ROOT.resolve("docs/reference/stream.md"));
    for (String uid : STATEFUL) {
      assertThat(operators).contains("`" + uid + "`");
    }
  }

  private static List<StreamNode> nodes() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    env.setMaxParallelism(RunConfig.MAX_PARALLELISM);
    new AdvertJob(
            new Workspace(Path.of("nowhere")),
            RunConfig.defaults(ROOT.resolve("models")),
            Watch.of(List.of()),
            List.of(),
            List.of(),
            TopicEnds.none(),
            IndexPlace.on(Path.of("nowhere")))
        .build(env);
    return env.getStreamGraph().getStreamNodes().stream().toList();
  }
}
