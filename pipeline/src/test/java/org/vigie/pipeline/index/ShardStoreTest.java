package org.vigie.pipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.Membership;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.fault.StoreFailpoint;
import org.vigie.search.AdvertIndex;
import org.vigie.search.IndexCheck;
import org.vigie.search.NoIndexException;

/** Shards that are copied to a store, and taken from there by other machines. */
class ShardStoreTest {
  @TempDir Path folder;

  @Test
  void opensOnAnotherMachineTheNewestStateThatIsWhole() throws Exception {
    try (OpenShard shard = open("one", OptionalLong.empty())) {
      put(shard, "a-1");
      shard.commit(1);
      put(shard, "a-2");
      shard.commit(2);
      put(shard, "a-3"); // belongs to no checkpoint
    }

    assertThat(fetched()).containsExactly("a-1", "a-2");
    try (OpenShard shard = open("two", OptionalLong.of(1))) {
      put(shard, "a-4");
      shard.commit(2);
    }
    assertThat(fetched()).as("what came after checkpoint 1 was lost").containsExactly("a-1", "a-4");
  }

  @Test
  void holdsWhatAPlainSetHoldsWhateverMachinesItMovesTo() throws Exception {
    Random random = new Random(5);
    List<TreeSet<String>> at = new ArrayList<>(List.of(new TreeSet<>()));
    TreeSet<String> now = new TreeSet<>();
    OpenShard shard = open("machine-0", OptionalLong.empty());
    for (int step = 0; step < 60; step++) {
      String id = "a-" + random.nextInt(30);
      put(shard, id);
      now.add(id);
      if (random.nextInt(3) == 0) {
        shard.commit(at.size());
        at.add(new TreeSet<>(now));
        if (random.nextBoolean()) {
          shard.completed(at.size() - 1);
        }
      }
      if (at.size() > 2 && random.nextInt(6) == 0) {
        shard.close();
        int back = at.size() - 1;
        now = new TreeSet<>(at.get(back));
        shard = open("machine-" + random.nextInt(3), OptionalLong.of(back));
      }
    }
    shard.commit(at.size());
    shard.close();

    assertThat(fetched()).isEqualTo(now);
  }

  @ParameterizedTest
  @EnumSource
  void isWholeAfterAKill(StoreFailpoint place) throws Exception {
    int times = place == StoreFailpoint.SHARD_FILE_COPIED ? 9 : 4;

    assertThat(killedAt(place.label() + ":" + times)).isEqualTo(Failpoint.KILLED);

    TreeSet<String> kept = fetched();
    assertThat(kept).isNotEmpty();
    if (place == StoreFailpoint.SHARD_FILES_COPIED) {
      assertThat(kept).containsExactly("a-1", "a-2", "a-3");
    } else if (place == StoreFailpoint.MANIFEST_WRITTEN) {
      assertThat(kept).containsExactly("a-1", "a-2", "a-3", "a-4");
    }
    try (OpenShard shard = open("other", OptionalLong.of(kept.size()))) {
      put(shard, "b-1");
      shard.commit(kept.size() + 1);
      shard.completed(kept.size() + 1);
    }
    kept.add("b-1");
    assertThat(fetched()).isEqualTo(kept);
    assertThat(storedFiles())
        .as("what the killed writer left is gone")
        .noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void refusesAWriterThatAnotherHasFollowed() throws Exception {
    try (OpenShard zombie = open("one", OptionalLong.empty())) {
      put(zombie, "a-1");
      zombie.commit(1);
      try (OpenShard successor = open("two", OptionalLong.of(1))) {
        put(zombie, "a-zombie");
        assertThatThrownBy(() -> zombie.commit(2))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("epoch 1 was followed by that of epoch 2");
        assertThatThrownBy(() -> zombie.completed(1)).isInstanceOf(IOException.class);
        put(successor, "a-2");
        successor.commit(2);
      }
    }
    assertThat(fetched()).containsExactly("a-1", "a-2");
  }

  @Test
  void holdsForVoidWhatAnOlderWriterWroteAtTheLastMoment() throws Exception {
    try (OpenShard older = open("one", OptionalLong.empty())) {
      put(older, "a-1");
      older.commit(1);
      put(older, "a-2");
      older.commit(2);
    }
    ShardStore store = new ShardStore(store(), 0);
    store.claim(OptionalLong.of(1));

    ShardManifest newest = store.newest().orElseThrow();
    assertThat(newest.checkpoint()).isEqualTo(1);
    assertThat(fetched()).containsExactly("a-1");
  }

  @Test
  void losesNothingToAStartThatCannotGoOn() throws Exception {
    try (OpenShard shard = open("one", OptionalLong.empty())) {
      put(shard, "a-1");
      shard.commit(1);
      put(shard, "a-3");
      shard.commit(3);
    }

    assertThatThrownBy(() -> open("two", OptionalLong.of(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at checkpoint 2, from which the job goes on, but holds only 1");

    assertThat(fetched()).containsExactly("a-1", "a-3");
    try (OpenShard shard = open("three", OptionalLong.of(3))) {
      put(shard, "a-4");
      shard.commit(4);
    }
    assertThat(fetched()).containsExactly("a-1", "a-3", "a-4");
  }

  @Test
  void servesNothingOfAStoreWithADamagedOrMissingFile() throws Exception {
    try (OpenShard shard = open("one", OptionalLong.empty())) {
      put(shard, "a-1");
      shard.commit(1);
    }
    assertThat(fetched()).containsExactly("a-1");
    List<Path> lieHere = files();
    try (OpenShard shard = open("one", OptionalLong.of(1))) {
      put(shard, "a-2");
      shard.commit(2);
      shard.completed(2);
    }
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      byte[] flipped = whole.clone();
      flipped[flipped.length / 2] ^= 1;
      // What is here already, whole, is needed no more.
      List<String> machines = lieHere.contains(file) ? List.of("new") : List.of("new", "fetched");
      Files.write(file, flipped);
      assertRefused("damaged", machines);
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
      assertRefused("damaged", machines);
      Files.delete(file);
      assertRefused("can't be read", machines);
      Files.write(file, whole);
    }
    try (Stream<Path> manifests = Files.list(folder.resolve("store/shard-0/manifests"))) {
      Path manifest = manifests.max(Comparator.naturalOrder()).orElseThrow();
      Files.writeString(manifest, Files.readString(manifest).replace("a", "b"));
    }
    assertRefused("damaged", List.of("new", "fetched"));
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(index("fetched")).as("what was taken before stays").containsExactly("a-1");
  }

  @Test
  void letsGoOfWhatNoCheckpointNeeds() throws Exception {
    try (OpenShard shard = open("one", OptionalLong.empty())) {
      for (int checkpoint = 1; checkpoint <= 30; checkpoint++) {
        put(shard, "a-" + checkpoint);
        shard.commit(checkpoint);
        shard.completed(checkpoint);
      }
    }
    try (Stream<Path> manifests = Files.list(folder.resolve("store/shard-0/manifests"))) {
      assertThat(manifests).hasSize(1);
    }
    ShardManifest newest = new ShardStore(store(), 0).newest().orElseThrow();
    assertThat(storedFiles()).hasSameSizeAs(newest.files());
    assertThatThrownBy(() -> open("two", OptionalLong.of(29)))
        .hasMessageContaining("at or before checkpoint 29, but holds only later ones");
  }

  private void assertRefused(String reason, List<String> machines) throws IOException {
    for (String machine : machines) {
      // What an attempt before has taken whole is needed no more either.
      FolderTree.delete(folder.resolve(machine + ".fetched"));
      assertThatThrownBy(() -> new StoredIndex(store()).fetch(folder.resolve(machine)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(reason);
    }
  }

  private String store() {
    return folder.resolve("store").toUri().toString();
  }

  private OpenShard open(String machine, OptionalLong checkpoint) throws IOException {
    String local = folder.resolve(machine).toString();
    return OpenShard.open(new IndexPlace(local, store()), 0, checkpoint);
  }

  private static void put(OpenShard shard, String id) throws IOException {
    shard.writer().put(new Membership(id, "c-1"));
  }

  /** Takes the index from the store, and returns the adverts in it once Lucene found it clean. */
  private TreeSet<String> fetched() throws IOException {
    Path index = folder.resolve("fetched");
    new StoredIndex(store()).fetch(index);
    assertThat(IndexCheck.problems(index)).isEmpty();
    return index("fetched");
  }

  private TreeSet<String> index(String name) throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    try (AdvertIndex index = AdvertIndex.open(folder.resolve(name))) {
      index.memberships().forEach(membership -> ids.add(membership.advertId()));
    } catch (NoIndexException e) {
      return ids; // nothing was whole yet
    }
    return ids;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> list = Files.list(folder.resolve("store/shard-0/files"))) {
      return list.filter(file -> !file.toString().endsWith(".crc")).sorted().toList();
    }
  }

  private List<String> storedFiles() throws IOException {
    return files().stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  private int killedAt(String failpoint) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-D" + Failpoint.SETTING + "=" + failpoint);
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(KilledStore.class.getName());
    command.addAll(
        List.of(folder.resolve("killed").toString(), folder.resolve("store").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("killed.txt").toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
