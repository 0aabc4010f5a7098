package org.vigie.pipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredIndexTest {
  @TempDir Path folder;

  @Test
  void isEmptyUntilAShardIsInIt() throws Exception {
    Path store = folder.resolve("store");
    StoredIndex stored = new StoredIndex(store.toUri().toString());

    assertThat(stored.isEmpty()).as("no folder yet").isTrue();
    Files.createDirectories(store);
    assertThat(stored.isEmpty()).isTrue();
    Files.createDirectories(store.resolve("shard-0"));
    assertThat(stored.isEmpty()).isFalse();
  }

  @Test
  void saysOfAStoreThatCannotBeReadHereThatNoPlugInReadsIt() {
    assertThatThrownBy(() -> new StoredIndex("s3://bucket/index").isEmpty())
        .isInstanceOf(UnreachableStoreException.class)
        .hasMessageContaining("no plug-in of Flink's here reads it");
  }
}
