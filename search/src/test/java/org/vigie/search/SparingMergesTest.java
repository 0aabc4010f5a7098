package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

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
    Random random = new Random(1);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig().setMergeScheduler(new SparingMerges(rests::add)))) {
      for (int segment = 0; segment < 3; segment++) {
        byte[] incompressible = new byte[10 * WriterTurns.TURN];
        random.nextBytes(incompressible);
        Document document = new Document();
        document.add(new StoredField("octets", incompressible));
        writer.addDocument(document);
        writer.commit();
      }
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
}
