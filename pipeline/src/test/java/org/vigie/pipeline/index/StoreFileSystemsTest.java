package org.vigie.pipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File systems that Flink's own settings bring, as in its images. */
class StoreFileSystemsTest {
  @TempDir Path folder;

  @AfterEach
  void forget() {
    FileSystem.initialize(new Configuration(), null);
  }

  @Test
  void haveTheSettingsThatFlinkHasHere() throws Exception {
    Files.writeString(folder.resolve("config.yaml"), "watched.endpoint: example.org\n");

    StoreFileSystems.makeKnown(Map.of(StoreFileSystems.SETTINGS, folder.toString()));

    assertThat(WatchedFiles.endpoint()).contains("example.org");
  }

  @Test
  void areFoldersAloneWhereFlinkSetsNothing() {
    StoreFileSystems.makeKnown(Map.of());

    assertThatThrownBy(() -> new StoredIndex("s3://vigie/index").fetch(folder.resolve("index")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("s3://vigie/index must be on a file system that can be read here")
        .hasMessageContaining("file:///");
    assertThat(folder).isEmptyDirectory();
  }
}
