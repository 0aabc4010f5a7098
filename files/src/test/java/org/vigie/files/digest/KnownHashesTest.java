package org.vigie.files.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHashesTest {
  /** To whom each file is old. */
  private static final InstantSource LATER =
      InstantSource.fixed(Instant.now().plus(KnownHashes.SETTLED).plusSeconds(3_600));

  @TempDir Path folder;

  @Test
  void knowsAnOldFileAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "one");

    String first = KnownHashes.of(file, LATER);

    assertThat(first).isEqualTo(Sha256.of("one"));
    assertThat(KnownHashes.of(file, LATER)).isSameAs(first);
  }

  /** The system's clock may not have ticked between the two. */
  @Test
  void readsAFileOfJustNowEachTime() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "one");
    FileTime written = Files.getLastModifiedTime(file);

    String first = KnownHashes.of(file);
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, written);

    assertThat(first).isEqualTo(Sha256.of("one"));
    assertThat(KnownHashes.of(file)).isEqualTo(Sha256.of("two"));
  }

  @Test
  void seesAChangeThatKeepsSizeAndTime() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "one");
    FileTime written = Files.getLastModifiedTime(file);
    Object before = Files.getAttribute(file, "unix:ctime");
    KnownHashes.of(file, LATER);

    do {
      Files.writeString(file, "two");
      Files.setLastModifiedTime(file, written);
    } while (Files.getAttribute(file, "unix:ctime").equals(before));

    assertThat(KnownHashes.of(file, LATER)).isEqualTo(Sha256.of("two"));
  }

  @Test
  void seesAnotherFileInItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "one");
    Path other = Files.writeString(folder.resolve("b.yaml"), "two");
    KnownHashes.of(file, LATER);

    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(KnownHashes.of(file, LATER)).isEqualTo(Sha256.of("two"));
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(() -> KnownHashes.of(folder.resolve("none"), LATER))
        .isInstanceOf(NoSuchFileException.class);
  }
}
