package org.vigie.pipeline.index;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.UnusableWorkspaceException;
import org.vigie.pipeline.workspace.Workspace;

class ShardFoldersTest {
  @TempDir Path index;

  @Test
  void startsAgainWhereAProcessWasKilledWhileItMadeTheShards() throws Exception {
    make(0, 2);

    assertThatCode(() -> new ShardFolders(index, 4).requireMatch(false)).doesNotThrowAnyException();
  }

  @Test
  void refusesAShardThatNobodyWouldWriteAnyMore() throws Exception {
    make(0, 1, 2, 3);

    assertThatThrownBy(() -> new ShardFolders(index, 2).requireMatch(false))
        .isInstanceOf(UnusableWorkspaceException.class)
        .hasMessageContaining("run.shards must be 4");
  }

  @Test
  void goesOnWithAllShardsOfTheSavedStateAlone() throws Exception {
    make(0, 1, 3);

    assertThatThrownBy(() -> new ShardFolders(index, 4).requireMatch(true))
        .isInstanceOf(UnusableWorkspaceException.class)
        .hasMessageContaining("run.shards must be 3");
    make(2);
    assertThatCode(() -> new ShardFolders(index, 4).requireMatch(true)).doesNotThrowAnyException();
  }

  private void make(int... shards) throws IOException {
    for (int shard : shards) {
      Files.createDirectories(Workspace.shard(index, shard));
    }
  }
}
