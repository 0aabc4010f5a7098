package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.pipeline.index.ShardStore;
import org.vigie.pipeline.index.StoredIndex;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;

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

  @Test
  void isTakenAnewWhilePeopleReadAndNobodyMeetsAHole() throws Exception {
    Workspace writer = new Workspace(folder.resolve("writer"));
    HostileIndex.write(writer, List.of("orchard", "vineyard"));
    String store = folder.resolve("store").toUri().toString();
    ShardStore published = publish(Workspace.shard(writer.index(), 0), store);
    Workspace node = new Workspace(folder.resolve("node"));
    new StoredIndex(store).fetch(node.index());

    try (ServedConsole served = ServedConsole.on(node)) {
      Browser analyst = served.as("analyst");
      assertThat(analyst.get("/?q=newcomer").body()).contains("No advert matches.");
      AtomicBoolean ends = new AtomicBoolean();
      List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
      Browser reader = served.as("analyst-2");
      Thread reading =
          Thread.ofPlatform()
              .start(() -> {
                while (!ends.get()) {
                  answers.add(read(reader, "/?q=vineyard"));
                  served.clock.pass(Duration.ofSeconds(2));
                }
              });
      for (int round = 2; round < 12; round++) {
        write(writer, round);
        keep(published, Workspace.shard(writer.index(), 0), round);
        new StoredIndex(store).fetch(node.index());
      }
      ends.set(true);
      reading.join();

      served.clock.pass(Duration.ofSeconds(6));
      assertThat(analyst.get("/?q=newcomer").body()).contains("10 adverts match.");
      assertThat(answers).isNotEmpty().containsOnly(200);
    }
  }

  private static int read(Browser reader, String path) {
    try {
      String page = reader.get(path).body();
      return page.contains("One advert matches.") ? 200 : 500;
    } catch (Exception e) {
      return 0;
    }
  }

  /** Adds an advert to what was written, as of a checkpoint. */
  private static void write(Workspace writer, int checkpoint) throws Exception {
    try (ShardWriter shard =
        ShardWriter.open(Workspace.shard(writer.index(), 0), OptionalLong.of(checkpoint - 1L))) {
      shard.put(
          new AssessedAdvert(
              Advert.builder(Channel.FORUM, "forum.example.org", ServedConsole.START)
                  .body("newcomer number " + checkpoint)
                  .build(),
              "en",
              List.of(),
              Entities.none(),
              List.of(),
              new Assessment(
                  "recruitment", Outcome.BUSINESS, 0.1, 0.1, List.of(), "invented-1", "1")));
      shard.commit(checkpoint);
    }
  }

  private static ShardStore publish(Path shard, String store) throws IOException {
    ShardStore published = new ShardStore(store, 0);
    published.claim(OptionalLong.empty());
    keep(published, shard, 1);
    return published;
  }

  private static void keep(ShardStore published, Path shard, long checkpoint) throws IOException {
    try (Stream<Path> files = Files.list(shard)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("write.lock"))
              .toList();
      published.keep(shard, names, checkpoint);
    }
  }
}
