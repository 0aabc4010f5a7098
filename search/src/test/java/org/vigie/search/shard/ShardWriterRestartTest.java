package org.vigie.search.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Membership;
import org.vigie.search.AdvertIndex;

/**
 * Random histories of a shard against a plain map for each checkpoint. A kill is played by taking
 * up a copy of the folder, made while the writer had more in its buffers and on disk.
 */
class ShardWriterRestartTest {
  private static final int STEPS = 80;
  private static final int ADVERTS = 12;

  @TempDir Path folder;

  private final Map<Long, Map<String, String>> atCheckpoint = new TreeMap<>();
  private Map<String, String> now = new HashMap<>();
  private Path index = Path.of("");
  private int incarnation;
  private long checkpoint;
  private long completed;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isAtEveryRestartWhatItWasAtTheRestoredCheckpoint(long seed) throws IOException {
    Random random = new Random(seed);
    index = folder.resolve("index-0");
    ShardWriter writer = ShardWriter.open(shard(), OptionalLong.empty());
    for (int step = 0; step < STEPS; step++) {
      int choice = random.nextInt(20);
      if (choice < 12) {
        put(writer, random);
      } else if (choice < 16) {
        commit(writer);
      } else if (choice < 18) {
        complete(writer, random);
      } else {
        writer = restart(writer, random);
      }
    }
    writer.close();
  }

  private void put(ShardWriter writer, Random random) throws IOException {
    Membership membership =
        new Membership("a-" + random.nextInt(ADVERTS), "c-" + random.nextInt(1_000));
    writer.put(membership);
    now.put(membership.advertId(), membership.clusterId());
  }

  private void commit(ShardWriter writer) throws IOException {
    checkpoint++;
    writer.commit(checkpoint);
    atCheckpoint.put(checkpoint, Map.copyOf(now));
    assertThat(indexed()).isEqualTo(now);
  }

  private void complete(ShardWriter writer, Random random) throws IOException {
    if (checkpoint > completed) {
      completed += 1 + random.nextLong(checkpoint - completed);
      writer.completed(completed);
    }
  }

  private ShardWriter restart(ShardWriter writer, Random random) throws IOException {
    if (random.nextBoolean()) {
      index = copied();
    }
    writer.close();
    // A restart may go back to any checkpoint since the last one known to be complete.
    long restored = completed + random.nextLong(checkpoint - completed + 1);
    now = new HashMap<>(atCheckpoint.getOrDefault(restored, Map.of()));
    checkpoint = restored;
    atCheckpoint.keySet().removeIf(later -> later > restored);
    ShardWriter reopened =
        ShardWriter.open(shard(), restored == 0 ? OptionalLong.empty() : OptionalLong.of(restored));
    if (restored > 0) {
      assertThat(indexed()).isEqualTo(now);
    }
    return reopened;
  }

  private Path copied() throws IOException {
    incarnation++;
    Path copy = folder.resolve("index-" + incarnation);
    Files.createDirectories(copy.resolve("shard-0"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(shard())) {
      for (Path file : files) {
        try {
          Files.copy(file, copy.resolve("shard-0").resolve(file.getFileName()));
        } catch (NoSuchFileException e) {
          // Merged away while copying; no commit needs it.
          continue;
        }
      }
    }
    return copy;
  }

  private Map<String, String> indexed() throws IOException {
    Map<String, String> indexed = new HashMap<>();
    try (AdvertIndex opened = AdvertIndex.open(index)) {
      for (Membership membership : opened.memberships()) {
        assertThat(indexed.put(membership.advertId(), membership.clusterId())).isNull();
      }
    }
    return indexed;
  }

  private Path shard() {
    return index.resolve("shard-0");
  }
}
