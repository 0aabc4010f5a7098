package org.vigie.pipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Membership;
import org.vigie.search.AdvertIndex;
import org.vigie.search.IndexCheck;
import org.vigie.search.NoIndexException;

/**
 * A store at which several are at once: two writers, or who takes the index while it is written.
 */
class SharedStoreTest {
  /** Steps after which a writer that is quicker than any takes a rest. */
  private static final int RUSH = 30;

  @TempDir Path root;
  private Path folder = Path.of("");

  @AfterEach
  void rest() {
    WatchedFiles.rest();
  }

  @Test
  void losesNothingOfAWriterToOneThatSleptAtAnyStep() throws Exception {
    int sleptAt = 0;
    boolean more = true;
    while (more) {
      folder = Files.createDirectory(root.resolve("slept-at-" + sleptAt));
      int[] steps = {0};
      int wakesAt = sleptAt;
      try (OpenShard zombie = open("one", 0, OptionalLong.empty())) {
        for (int checkpoint = 1; checkpoint <= 3; checkpoint++) {
          put(zombie, "a-" + checkpoint);
          zombie.commit(checkpoint);
        }
        List<OpenShard> successors = new ArrayList<>();
        WatchedFiles.watch(what -> {
          if (steps[0]++ == wakesAt) {
            successors.add(takeOver());
          }
        });
        endSomehow(() -> zombie.completed(3));
        put(zombie, "a-zombie");
        endSomehow(() -> zombie.commit(4));
        WatchedFiles.rest();

        more = !successors.isEmpty();
        if (more) {
          assertThat(taken())
              .as("slept before step %d", wakesAt)
              .containsExactly("a-1", "a-2", "a-3", "b-4", "b-5");
          try (OpenShard successor = successors.getFirst()) {
            put(successor, "b-6");
            successor.commit(6);
            successor.completed(6);
          }
          assertThat(taken()).containsExactly("a-1", "a-2", "a-3", "b-4", "b-5", "b-6");
        }
      }
      sleptAt++;
    }
    assertThat(sleptAt).as("steps that were tried").isGreaterThan(15);
  }

  private OpenShard takeOver() throws IOException {
    OpenShard successor = open("two", 0, OptionalLong.of(3));
    put(successor, "b-4");
    successor.commit(4);
    successor.completed(4);
    put(successor, "b-5");
    successor.commit(5);
    return successor;
  }

  @Test
  void isTakenAsItWasAtOneCheckpointHoweverQuicklyItIsWritten() throws Exception {
    folder = root;
    try (OpenShard left = open("one", 0, OptionalLong.empty());
        OpenShard right = open("one", 1, OptionalLong.empty())) {
      int[] checkpoint = {0};
      next(left, right, checkpoint);
      for (int every : new int[] {1, 2, 3, 5, 8}) {
        int[] steps = {0};
        int interval = every;
        WatchedFiles.watch(what -> {
          if (++steps[0] % interval == 0 && steps[0] < RUSH) {
            next(left, right, checkpoint);
          }
        });
        int shards = new StoredIndex(WatchedFiles.uri(folder.resolve("store"))).fetch(index());
        WatchedFiles.rest();

        assertThat(shards).isEqualTo(2);
        assertThat(IndexCheck.problems(index())).isEmpty();
        List<String> ids = new ArrayList<>(ids());
        assertThat(ids).hasSizeGreaterThan(1);
        int half = ids.size() / 2;
        assertThat(ids.subList(0, half).stream().map(id -> id.replace("left", "right")))
            .as("adverts of both shards, of the same checkpoints")
            .containsExactlyElementsOf(ids.subList(half, ids.size()));
      }
    }
  }

  private static void next(OpenShard left, OpenShard right, int[] checkpoint) throws IOException {
    checkpoint[0]++;
    put(left, "left-%04d".formatted(checkpoint[0]));
    put(right, "right-%04d".formatted(checkpoint[0]));
    left.commit(checkpoint[0]);
    right.commit(checkpoint[0]);
    left.completed(checkpoint[0]);
    right.completed(checkpoint[0]);
  }

  @Test
  void isTakenWithoutCopyingWhatIsHere() throws Exception {
    folder = root;
    try (OpenShard shard = open("one", 0, OptionalLong.empty())) {
      for (int checkpoint = 1; checkpoint <= 4; checkpoint++) {
        put(shard, "a-" + checkpoint);
        shard.commit(checkpoint);
      }
    }
    taken();
    Path segment = anySegment(index());
    Object before = Files.getAttribute(segment, "unix:ino");
    try (OpenShard shard = open("one", 0, OptionalLong.of(4))) {
      put(shard, "a-5");
      shard.commit(5);
    }

    assertThat(taken()).containsExactly("a-1", "a-2", "a-3", "a-4", "a-5");
    assertThat(Files.getAttribute(segment, "unix:ino")).isEqualTo(before);
  }

  @Test
  void isFoundAllTheWhileThatLaterStatesAreTaken() throws Exception {
    folder = root;
    try (OpenShard shard = open("one", 0, OptionalLong.empty())) {
      put(shard, "a-0");
      shard.commit(1);
      taken();
      AtomicBoolean isOver = new AtomicBoolean();
      FutureTask<Integer> reading =
          new FutureTask<>(() -> {
            int opened = 0;
            while (!isOver.get()) {
              AdvertIndex.open(index()).close();
              opened++;
            }
            return opened;
          });
      Thread.ofPlatform().daemon().start(reading);
      for (int checkpoint = 2; checkpoint <= 12; checkpoint++) {
        put(shard, "a-" + checkpoint);
        shard.commit(checkpoint);
        shard.completed(checkpoint);
        assertThat(taken()).contains("a-" + checkpoint);
      }
      isOver.set(true);
      assertThat(reading.get()).as("times that it was opened").isPositive();
    }
  }

  private static Path anySegment(Path index) throws IOException {
    try (Stream<Path> files = Files.list(index.resolve("shard-0"))) {
      return files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
  }

  @Test
  void saysThatNoStateIsSharedYet() throws Exception {
    folder = root;
    try (OpenShard left = open("one", 0, OptionalLong.empty());
        OpenShard right = open("one", 1, OptionalLong.empty())) {
      put(left, "a-1");
      left.commit(1);
      assertThatThrownBy(this::taken)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("must hold a state that its 2 shards share");
      right.commit(1);
    }
    assertThat(taken()).containsExactly("a-1");
  }

  @Test
  void holdsFewClaimsHoweverOftenAJobStartsAgain() throws Exception {
    folder = root;
    try (OpenShard shard = open("one", 0, OptionalLong.empty())) {
      put(shard, "a-1");
      shard.commit(1);
    }
    for (int start = 0; start < 20; start++) {
      open("machine-" + start % 3, 0, OptionalLong.of(1)).close();
      assertThat(claims()).hasSizeLessThanOrEqualTo(2);
    }
    long restored = 1;
    TreeSet<String> expected = new TreeSet<>(List.of("a-1"));
    for (int start = 0; start < 10; start++) {
      try (OpenShard shard = open("machine-" + start % 3, 0, OptionalLong.of(restored))) {
        for (int checkpoint = 0; checkpoint < 2; checkpoint++) {
          restored++;
          expected.add("b-" + restored);
          put(shard, "b-" + restored);
          shard.commit(restored);
        }
        shard.completed(restored);
        int[] opened = {0};
        WatchedFiles.watch(what -> opened[0] += what.equals("open") ? 1 : 0);
        shard.completed(restored);
        WatchedFiles.rest();
        assertThat(opened[0]).as("files that are read").isLessThanOrEqualTo(3);
      }
      assertThat(claims()).hasSize(1);
    }
    assertThat(taken()).isEqualTo(expected);
  }

  private List<Path> claims() throws IOException {
    try (Stream<Path> list = Files.list(folder.resolve("store/shard-0/epochs"))) {
      return list.toList();
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** A writer that another has followed may be refused at any step. */
  private static void endSomehow(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      assertThat(e.getMessage())
          .containsAnyOf("was followed by that of epoch 2", "but can't be named so");
    }
  }

  private OpenShard open(String machine, int shard, OptionalLong checkpoint) throws IOException {
    String store = WatchedFiles.uri(folder.resolve("store"));
    return OpenShard.open(
        new IndexPlace(folder.resolve(machine).toString(), store), shard, checkpoint);
  }

  private static void put(OpenShard shard, String id) throws IOException {
    shard.writer().put(new Membership(id, "c-1"));
  }

  private Path index() {
    return folder.resolve("taken");
  }

  private TreeSet<String> taken() throws IOException {
    new StoredIndex(WatchedFiles.uri(folder.resolve("store"))).fetch(index());
    assertThat(IndexCheck.problems(index())).isEmpty();
    return ids();
  }

  private TreeSet<String> ids() throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    try (AdvertIndex index = AdvertIndex.open(index())) {
      index.memberships().forEach(membership -> ids.add(membership.advertId()));
    } catch (NoIndexException e) {
      throw new AssertionError("what was taken must be an index", e);
    }
    return ids;
  }
}
