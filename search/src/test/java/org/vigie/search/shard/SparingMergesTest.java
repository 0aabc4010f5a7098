package org.vigie.search.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SparingMergesTest {
  @Test
  void restsTheLongerTheMoreMergesGoOn() {
    assertThat(SparingMerges.restAfter(3_000_000, 1, 0.5)).isEqualTo(3_000_000);
    assertThat(SparingMerges.restAfter(3_000_000, 4, 0.5)).isEqualTo(21_000_000);
    assertThat(SparingMerges.restAfter(3_000_000, 4, 4)).isZero();
    assertThat(SparingMerges.restAfter(3_000_000, 1, 16)).isZero();
    assertThat(SparingMerges.restAfter(60_000_000_000L, 4, 0.5)).isEqualTo(100_000_000);
  }

  @Test
  void restsAfterEachTurnOfAMergeAndNotWhileAdvertsAreWritten() throws IOException {
    Queue<Long> rests = new ConcurrentLinkedQueue<>();
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = ofThreeSegments(directory, rests::add)) {
      assertThat(rests).isEmpty();

      writer.forceMerge(1);

      // A turn ends with a whole write, which may be longer than what was left of it.
      assertThat(rests).hasSizeBetween(10, 31).allMatch(took -> took > 0);
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        assertThat(reader.leaves()).hasSize(1);
        assertThat(reader.numDocs()).isEqualTo(3);
      }
    }
  }

  @Test
  @Timeout(60)
  void countsMergesOfSeveralShards() throws Exception {
    Phaser both = new Phaser(2); // each merge waits in its first rest until the other is in its own
    Queue<Integer> counted = new ConcurrentLinkedQueue<>();
    LongConsumer meet =
        took -> {
          if (both.getPhase() == 0) {
            both.awaitAdvance(both.arrive());
            counted.add(SparingMerges.goingOn());
            both.awaitAdvance(both.arrive());
          }
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        Directory one = new ByteBuffersDirectory();
        Directory other = new ByteBuffersDirectory();
        IndexWriter ofOne = ofThreeSegments(one, meet);
        IndexWriter ofOther = ofThreeSegments(other, meet)) {
      Future<?> merged = threads.submit(() -> merge(ofOne));
      merge(ofOther);
      merged.get();
    }
    assertThat(counted).hasSize(2).allMatch(merges -> merges >= 2);
  }

  private static Void merge(IndexWriter writer) throws IOException {
    writer.forceMerge(1);
    return null;
  }

  private static IndexWriter ofThreeSegments(Directory directory, LongConsumer rest)
      throws IOException {
    Random random = new Random(1);
    IndexWriter writer =
        new IndexWriter(
            directory, new IndexWriterConfig().setMergeScheduler(new SparingMerges(rest)));
    for (int segment = 0; segment < 3; segment++) {
      byte[] incompressible = new byte[10 * WriterTurns.TURN];
      random.nextBytes(incompressible);
      Document document = new Document();
      document.add(new StoredField("octets", incompressible));
      writer.addDocument(document);
      writer.commit();
    }
    return writer;
  }
}
