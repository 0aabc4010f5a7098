package org.vigie.cli.command.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.index.ShardStore;
import org.vigie.pipeline.workspace.Workspace;

/** A node that takes the index from a store, each minute. */
class ClusterFetchCommandTest {
  @TempDir Path folder;
  private Workspace workspace = new Workspace(Path.of(""));
  private Here here = Here.in(Path.of(""));
  private String store = "";

  /** Keeps an index in a store, and takes it away here. */
  @BeforeEach
  void publish() throws Exception {
    workspace = ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    store = folder.resolve("store").toUri().toString();
    List<Path> shards;
    try (Stream<Path> list = Files.list(workspace.index())) {
      shards = list.sorted().toList();
    }
    for (int number = 0; number < shards.size(); number++) {
      ShardStore shard = new ShardStore(store, number);
      shard.claim(OptionalLong.empty());
      shard.keep(shards.get(number), files(shards.get(number)), 1);
    }
    FolderTree.delete(workspace.index());
  }

  @Test
  void isLoggedOnceForEachStateThatItTakes() throws Exception {
    long before = log();

    fetch("4 shards taken");
    assertThat(log()).isEqualTo(before + 1);
    fetch("Nothing new");
    fetch("Nothing new");
    assertThat(log()).isEqualTo(before + 1);

    Path shard = Workspace.shard(workspace.index(), 0);
    Path damaged = shard.resolve(files(shard).getFirst());
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    fetch("4 shards taken");
    assertThat(log()).as("a file here was another").isEqualTo(before + 2);
    fetch("Nothing new");
  }

  private void fetch(String said) {
    assertThat(here.vigie("cluster", "fetch", "--quiet", "--from", store)).as(here.err()).isZero();
    assertThat(here.out()).contains(said);
  }

  private long log() throws IOException {
    return Files.readAllLines(workspace.audit().resolve("audit.jsonl")).size();
  }

  private static List<String> files(Path shard) throws IOException {
    try (Stream<Path> list = Files.list(shard)) {
      return list.map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("write.lock"))
          .sorted()
          .toList();
    }
  }
}
