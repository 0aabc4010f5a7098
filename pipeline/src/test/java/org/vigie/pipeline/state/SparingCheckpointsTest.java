package org.vigie.pipeline.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.state.CheckpointStateOutputStream;
import org.apache.flink.runtime.state.CheckpointStorageLocationReference;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.workspace.StateSums;
import org.vigie.search.shard.WriterTurns;

@Timeout(60)
class SparingCheckpointsTest {
  private static final CheckpointedStateScope SCOPE = CheckpointedStateScope.EXCLUSIVE;

  private final List<Long> rests = new ArrayList<>();
  private final StateWriters writers = new StateWriters(2, rests::add);
  private final CheckpointStreamFactory streams =
      new SparingCheckpoints.Streams(
          new MemCheckpointStreamFactory(1_000), writers, false, System.nanoTime());

  @Test
  void letsAThirdPartBeginWhenOneOfTwoIsClosed() throws Exception {
    CheckpointStateOutputStream one = streams.createCheckpointStateOutputStream(SCOPE);
    streams.createCheckpointStateOutputStream(SCOPE);
    CountDownLatch begun = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<CheckpointStateOutputStream> third =
          other.submit(() -> {
            begun.countDown();
            return streams.createCheckpointStateOutputStream(SCOPE);
          });
      begun.await();
      while (writers.waiting() == 0) {
        assertThat(third.isDone()).isFalse();
        Thread.onSpinWait();
      }

      one.write("state".getBytes(UTF_8));
      StreamStateHandle handle = one.closeAndGetHandle();

      third.get(30, TimeUnit.SECONDS).close();
      try (var in = handle.openInputStream()) {
        assertThat(in.readAllBytes()).isEqualTo("state".getBytes(UTF_8));
      }
    }
  }

  @Test
  void countsAStreamOnceHoweverOftenItIsClosed() throws IOException {
    CheckpointStateOutputStream stream = streams.createCheckpointStateOutputStream(SCOPE);
    assertThat(writers.free()).isEqualTo(1);

    stream.closeAndGetHandle();
    stream.close();
    stream.close();

    assertThat(writers.free()).isEqualTo(2);
  }

  @Test
  void letsOthersWriteWhereAPartCannotBe() throws IOException {
    CheckpointStateOutputStream large = streams.createCheckpointStateOutputStream(SCOPE);
    large.write(new byte[1_001]);

    assertThatThrownBy(large::closeAndGetHandle).isInstanceOf(IOException.class);

    assertThat(writers.free()).isEqualTo(2);
  }

  @Test
  void restsEightTimesAsLongAsWritingALargePartTook() throws IOException {
    List<Long> atLeast = new ArrayList<>();
    try (CheckpointStateOutputStream stream = ofLargeParts(false)) {
      stream.write(new byte[SparingCheckpoints.FIRST_TURN - 1]);
      assertThat(rests).isEmpty();
      stream.write(0);
      assertThat(rests).hasSize(1);
      for (int turn = 0; turn < 20; turn++) {
        long before = System.nanoTime();
        while (System.nanoTime() - before < 1_000_000) {
          Thread.onSpinWait(); // as an operator takes time to put its state into octets
        }
        atLeast.add(System.nanoTime() - before);
        stream.write(new byte[WriterTurns.TURN]);
      }
    }

    assertThat(rests).hasSize(21);
    for (int turn = 0; turn < 20; turn++) {
      assertThat(rests.get(turn + 1))
          .isGreaterThanOrEqualTo(Math.min(8 * atLeast.get(turn), 100_000_000));
    }
  }

  @Test
  void restsATenthOfASecondAtMostHoweverSlowTheDiskWas() {
    writers.rest(3_000_000);
    writers.rest(60_000_000_000L);

    assertThat(rests).containsExactly(24_000_000L, 100_000_000L);
  }

  @Test
  void restsNeitherInASavepointNorWhileOneIsAwaited() throws IOException {
    try (CheckpointStateOutputStream periodic = ofLargeParts(false)) {
      try (CheckpointStateOutputStream awaited = ofLargeParts(true)) {
        awaited.write(new byte[2 * SparingCheckpoints.FIRST_TURN]);
        periodic.write(new byte[2 * SparingCheckpoints.FIRST_TURN]);
        assertThat(rests).isEmpty();
      }
      periodic.write(new byte[WriterTurns.TURN]);
      assertThat(rests).hasSize(1);
    }
  }

  @Test
  void restsAgainWhereASavepointCannotBeWritten() throws IOException {
    CheckpointStateOutputStream awaited =
        new SparingCheckpoints.Streams(
                new MemCheckpointStreamFactory(1_000), writers, true, System.nanoTime())
            .createCheckpointStateOutputStream(SCOPE);
    awaited.write(new byte[1_001]);
    assertThatThrownBy(awaited::closeAndGetHandle).isInstanceOf(IOException.class);

    writers.rest(1);

    assertThat(rests).hasSize(1);
  }

  @Test
  void restsNoMoreOnceACheckpointHasTakenMinutes() throws IOException {
    long minutesAgo = System.nanoTime() - SparingCheckpoints.RESTING;
    var old =
        new SparingCheckpoints.Streams(
            new MemCheckpointStreamFactory(1 << 25), writers, false, minutesAgo);
    try (CheckpointStateOutputStream stream = old.createCheckpointStateOutputStream(SCOPE)) {
      stream.write(new byte[2 * SparingCheckpoints.FIRST_TURN]);
    }

    assertThat(rests).isEmpty();
  }

  private CheckpointStateOutputStream ofLargeParts(boolean isAwaited) throws IOException {
    return new SparingCheckpoints.Streams(
            new MemCheckpointStreamFactory(1 << 25), writers, isAwaited, System.nanoTime())
        .createCheckpointStateOutputStream(SCOPE);
  }

  @Test
  void givesUpWaitingWhenItIsInterrupted() throws IOException {
    streams.createCheckpointStateOutputStream(SCOPE);
    streams.createCheckpointStateOutputStream(SCOPE);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ofLargeParts(true)).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(writers.free()).isZero();
    writers.rest(1);
    assertThat(rests).as("nobody waits any more").hasSize(1);
  }

  @Test
  void writesIntoTheFolderOfTheSettings(@TempDir Path folder) throws IOException {
    Configuration flink = new Configuration();
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    var storage =
        new SparingCheckpoints.Factory().createFromConfig(flink, getClass().getClassLoader());
    var job = storage.createCheckpointStorage(new JobID());
    job.initializeBaseLocationsForCheckpoint();
    var location =
        job.resolveCheckpointStorageLocation(1, CheckpointStorageLocationReference.getDefault());
    List<StreamStateHandle> handles = new ArrayList<>();
    for (int part = 0; part < 20; part++) {
      CheckpointStateOutputStream stream = location.createCheckpointStateOutputStream(SCOPE);
      stream.write(new byte[100_000]);
      handles.add(stream.closeAndGetHandle());
    }

    assertThat(handles).allMatch(handle -> handle.getStateSize() == 100_000);
    assertThat(folder.toFile().listFiles()).isNotEmpty();
  }

  @Test
  void leavesTheHashesOfACheckpointBesideItAndTakesThemAway(@TempDir Path folder) throws Exception {
    Configuration flink = new Configuration();
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    var storage =
        new SparingCheckpoints.Factory().createFromConfig(flink, getClass().getClassLoader());
    var coordinator = storage.createCheckpointStorage(new JobID());
    coordinator.initializeBaseLocationsForCheckpoint();
    var location = coordinator.initializeLocationForCheckpoint(7);
    var parts = coordinator.resolveCheckpointStorageLocation(7, location.getLocationReference());
    StreamStateHandle part = part(parts);
    try (var shared = parts.createCheckpointStateOutputStream(CheckpointedStateScope.SHARED)) {
      shared.write(new byte[100_000]);
      assertThat(shared.closeAndGetHandle()).as("of several checkpoints").isNotNull();
    }
    var metadata = location.createMetadataOutputStream();
    metadata.write("where all is".getBytes(UTF_8));
    var complete = metadata.closeAndFinalizeCheckpoint();

    Path file = Path.of(part.maybeGetPath().orElseThrow().toUri());
    StateSums sums = new StateSums(file.getParent());
    assertThat(Files.readAllLines(sums.list()))
        .hasSize(2)
        .anyMatch(one -> one.endsWith("_metadata"));
    assertThat(sums.damaged()).isEmpty();
    byte[] octets = Files.readAllBytes(file);
    octets[octets.length / 2] ^= 1;
    Files.write(file, octets);
    assertThat(sums.damaged()).contains(file);

    complete.getMetadataHandle().discardState();
    part.discardState();
    complete.disposeStorageLocation();
    assertThat(sums.state()).doesNotExist();
  }

  @Test
  void leavesNoHashesOfACheckpointThatWasGivenUp(@TempDir Path folder) throws Exception {
    Configuration flink = new Configuration();
    flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    var job =
        new SparingCheckpoints.Factory()
            .createFromConfig(flink, getClass().getClassLoader())
            .createCheckpointStorage(new JobID());
    job.initializeBaseLocationsForCheckpoint();
    var location = job.initializeLocationForCheckpoint(7);
    part(job.resolveCheckpointStorageLocation(7, location.getLocationReference()));

    location.disposeOnFailure();

    var again = job.initializeLocationForCheckpoint(7);
    var metadata = again.createMetadataOutputStream();
    var complete = metadata.closeAndFinalizeCheckpoint();
    Path state = Path.of(URI.create(complete.getExternalPointer()));
    assertThat(Files.readAllLines(new StateSums(state).list())).hasSize(1);
  }

  private static StreamStateHandle part(CheckpointStreamFactory parts) throws IOException {
    CheckpointStateOutputStream stream = parts.createCheckpointStateOutputStream(SCOPE);
    stream.write(new byte[100_000]);
    stream.write(1);
    return stream.closeAndGetHandle();
  }
}
