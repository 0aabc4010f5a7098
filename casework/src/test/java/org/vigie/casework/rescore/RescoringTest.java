package org.vigie.casework.rescore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.Readme;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.topic.TopicAddress;
import org.vigie.pipeline.workspace.Workspace;

class RescoringTest {
  @TempDir Path folder;

  @Test
  void saysWhichTopicStandsInTheWayAndWhatToDo() throws Exception {
    Workspace workspace = new Workspace(folder);
    Mandate mandate =
        new Mandate("unit", "law", "test", "case", "chief", Instant.parse("2100-01-01T00:00:00Z"));
    new InputTopics(workspace, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .accept(new TopicAddress("127.0.0.1:9092", "adverts"), mandate);
    Rescoring rescoring = new Rescoring(workspace);

    assertThatThrownBy(() -> rescoring.prepare(Readme.project().resolve("models"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reads topic adverts, which has no end")
        .hasMessageContaining("an empty workspace");
    assertThat(rescoring.rescored().root()).doesNotExist();
  }
}
