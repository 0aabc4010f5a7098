package org.vigie.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.index.ShardStore;
import org.vigie.pipeline.index.StoredIndex;
import org.vigie.pipeline.workspace.Workspace;

/** Pages on a search node: of an index that other machines write and publish in a store. */
class FetchedIndexTest {
  @TempDir Path folder;

  @Test
  void isSearchedAndReadAsOneThatIsWrittenBesideThePages() throws Exception {
    Workspace writer = new Workspace(folder.resolve("writer"));
    HostileIndex.write(writer, List.of("orchard", "vineyard"));
    String store = folder.resolve("store").toUri().toString();
    publish(Workspace.shard(writer.index(), 0), store);
    Workspace node = new Workspace(folder.resolve("node"));
    new StoredIndex(store).fetch(node.index());

    try (ServedConsole served = ServedConsole.on(node)) {
      Browser analyst = served.as("analyst");
      assertThat(analyst.get("/?q=vineyard").body())
          .contains("One advert matches.", "/adverts/" + HostileIndex.advertId(1));
      assertThat(analyst.get("/adverts/" + HostileIndex.advertId(0)).body()).contains("orchard");
      assertThat(analyst.get("/clusters/" + HostileIndex.clusterId(0)).statusCode()).isEqualTo(200);
    }
  }

  private static void publish(Path shard, String store) throws IOException {
    ShardStore published = new ShardStore(store, 0);
    published.claim(OptionalLong.empty());
    try (Stream<Path> files = Files.list(shard)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("write.lock"))
              .toList();
      published.keep(shard, names, 1);
    }
  }
}
