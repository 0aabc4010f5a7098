package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxSplitsTest {
  private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minusSeconds(60);

  @TempDir Path inbox;

  private Instant now = NOW;
  private InboxSplits splits;

  @BeforeEach
  void setUp() {
    splits = new InboxSplits(inbox.toString(), () -> now);
  }

  @Test
  void listsManifestsByName() throws IOException {
    add("b.json", LONG_AGO);
    add("a.json", LONG_AGO);
    add("a.part", LONG_AGO);

    assertThat(names()).containsExactly("a.json", "b.json");
  }

  @Test
  void listsAFolderAgainOnceItHasChanged() throws IOException {
    add("a.json", LONG_AGO);
    names();
    add("b.json", NOW);

    assertThat(names()).containsExactly("a.json", "b.json");
  }

  @Test
  void listsAgainWhatMayHaveChangedWithinTheSameTick() throws IOException {
    add("a.json", NOW.minusSeconds(2));
    names();
    add("b.json", NOW.minusSeconds(2));

    assertThat(names()).containsExactly("a.json", "b.json");
  }

  @Test
  void doesNotListAFolderAgainThatWasLeftAlone() throws IOException {
    add("a.json", LONG_AGO);
    names();
    add("b.json", LONG_AGO); // which no file system would say

    assertThat(names()).containsExactly("a.json");
  }

  @Test
  void listsAFolderNowAndThenWhateverItsTimeSays() throws IOException {
    add("a.json", LONG_AGO);
    names();
    add("b.json", LONG_AGO);
    now = NOW.plusSeconds(11);

    assertThat(names()).containsExactly("a.json", "b.json");
  }

  private void add(String name, Instant changed) throws IOException {
    Files.createFile(inbox.resolve(name));
    Files.setLastModifiedTime(inbox, FileTime.from(changed));
  }

  private List<String> names() throws IOException {
    return splits.enumerateSplits(new org.apache.flink.core.fs.Path[0], 1).stream()
        .map(split -> split.path().getName())
        .toList();
  }
}
