package org.vigie.search.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.search.Adverts.saying;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.AdvertIndex;
import org.vigie.search.NoIndexException;

class ShardWriterTest {
  private static final AssessedAdvert ONE = saying("one");
  private static final AssessedAdvert TWO = saying("two");
  private static final AssessedAdvert THREE = saying("three");

  @TempDir Path index;
  private Path shard;

  @BeforeEach
  void nameShard() {
    shard = index.resolve("shard-0");
  }

  @Test
  void putsAgainWithoutChange() throws IOException {
    try (ShardWriter writer = open(OptionalLong.empty())) {
      writer.put(ONE);
      writer.put(ONE);
      writer.commit(1);
      writer.put(ONE);
      writer.commit(2);
    }
    assertThat(found()).containsExactly(id(ONE));
  }

  @Test
  void showsAndKeepsNothingThatIsNotCommitted() throws IOException {
    try (ShardWriter writer = open(OptionalLong.empty())) {
      writer.put(ONE);
      writer.commit(1);
      writer.put(TWO);
      assertThat(found()).containsExactly(id(ONE));
    }
    assertThat(found()).containsExactly(id(ONE));
  }

  @Test
  void goesBackToTheCheckpointThatIsRestored() throws IOException {
    commitThree();
    try (ShardWriter writer = open(OptionalLong.of(2))) {
      assertThat(found()).containsExactlyInAnyOrder(id(ONE), id(TWO));
      writer.commit(3);
    }
    assertThat(found()).containsExactlyInAnyOrder(id(ONE), id(TWO));
  }

  @Test
  void discardsNewerCommitsForGood() throws IOException {
    commitThree();
    open(OptionalLong.of(1)).close();
    open(OptionalLong.of(3)).close();
    assertThat(found()).containsExactly(id(ONE));
  }

  @Test
  void goesBackToTheNewestCommitBeforeACheckpointItDidNotSee() throws IOException {
    commitThree();
    open(OptionalLong.of(9)).close();
    assertThat(found()).hasSize(3);
  }

  @Test
  void startsWithoutDocumentsIfNoCheckpointIsRestored() throws IOException {
    commitThree();
    try (ShardWriter writer = open(OptionalLong.empty())) {
      assertThatThrownBy(this::found).isInstanceOf(NoIndexException.class);
      writer.put(TWO);
      writer.commit(1);
    }
    assertThat(found()).containsExactly(id(TWO));
  }

  @Test
  void startsWithoutDocumentsIfItWasFirstCommittedAfterTheRestoredCheckpoint() throws IOException {
    try (ShardWriter writer = open(OptionalLong.empty())) {
      writer.put(ONE);
      writer.commit(5);
    }
    try (ShardWriter writer = open(OptionalLong.of(4))) {
      writer.put(TWO);
      writer.commit(5);
    }
    assertThat(found()).containsExactly(id(TWO));
  }

  @Test
  void keepsCommitsUntilALaterCheckpointIsComplete() throws IOException {
    try (ShardWriter writer = open(OptionalLong.empty())) {
      writer.commit(1);
      writer.commit(2);
      writer.commit(4);
      assertThat(commits()).isEqualTo(3);
      writer.completed(3);
      assertThat(commits()).as("2 is the newest at or before 3").isEqualTo(2);
      writer.completed(1);
      assertThat(commits()).isEqualTo(2);
      writer.commit(5);
      writer.completed(5);
      assertThat(commits()).isEqualTo(1);
    }
  }

  @Test
  void refusesACheckpointWhoseStateWasLetGo() throws IOException {
    try (ShardWriter writer = open(OptionalLong.empty())) {
      writer.commit(1);
      writer.commit(4);
      writer.completed(4);
    }
    assertThatThrownBy(() -> open(OptionalLong.of(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "must hold a commit at or before checkpoint 2, but its oldest one is of checkpoint 4");
    open(OptionalLong.of(4)).close();
  }

  @Test
  void refusesASecondWriter() throws IOException {
    try (ShardWriter writer = open(OptionalLong.empty())) {
      writer.commit(1);
      assertThatThrownBy(() -> open(OptionalLong.of(1)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("a shard must have one writer, but another one has");
      writer.commit(2);
    }
  }

  @Test
  void refusesACheckpointThatIsNotAfterTheLast() throws IOException {
    commitThree();
    try (ShardWriter writer = open(OptionalLong.of(3))) {
      assertThatThrownBy(() -> writer.commit(3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must be after 3");
    }
  }

  @Test
  void refusesAnIndexOfAnotherMake() throws IOException {
    try (IndexWriter foreign = new IndexWriter(FSDirectory.open(shard), new IndexWriterConfig())) {
      foreign.commit();
    }
    assertThatThrownBy(() -> open(OptionalLong.of(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("an index must have schema 4, but segments_1");
    assertThatThrownBy(() -> AdvertIndex.open(index))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must have schema 4");
  }

  private void commitThree() throws IOException {
    try (ShardWriter writer = open(OptionalLong.empty())) {
      long checkpoint = 0;
      for (AssessedAdvert advert : List.of(ONE, TWO, THREE)) {
        writer.put(advert);
        checkpoint++;
        writer.commit(checkpoint);
      }
    }
  }

  private ShardWriter open(OptionalLong checkpoint) throws IOException {
    return ShardWriter.open(shard, checkpoint);
  }

  private List<String> found() throws IOException {
    try (AdvertIndex opened = AdvertIndex.open(index)) {
      return ids(opened, "");
    }
  }

  private int commits() throws IOException {
    return DirectoryReader.listCommits(FSDirectory.open(shard)).size();
  }
}
