package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

class BackupTest {
  @TempDir Path folder;

  @Test
  void restoresWhatItCopied() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws/captures"));
    Files.writeString(root.resolve("a.warc"), "a");

    new Backup(new Workspace(folder.resolve("ws"))).into(folder.resolve("copy"));
    Backup.restore(folder.resolve("copy"), folder.resolve("new"));

    assertThat(folder.resolve("new/captures/a.warc")).hasContent("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../copy/a", "x/../../copy/a", "/etc/hostname", "link", "./a"})
  void restoresNothingOutsideTheWorkspace(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    byte[] content = "a".getBytes(StandardCharsets.UTF_8);
    Files.write(copy.resolve("a"), content);
    Files.createSymbolicLink(copy.resolve("link"), copy.resolve("a"));
    String hash = Sha256.of(content).replace("sha256:", "");
    Files.writeString(copy.resolve(Backup.SUMS), hash + "  " + name + "\n");
    Path target = folder.resolve("elsewhere/new");

    assertThatThrownBy(() -> Backup.restore(copy, target)).isInstanceOf(UserError.class);

    assertThat(folder.resolve("elsewhere/copy")).doesNotExist();
    assertThat(target).doesNotExist();
  }

  @Test
  void leavesNothingOutInSilence() throws IOException {
    Path root = Files.createDirectories(folder.resolve("ws"));
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Files.writeString(disk.resolve("a.warc"), "a");
    Files.createSymbolicLink(root.resolve("captures"), disk);

    assertThatThrownBy(() -> new Backup(new Workspace(root)).into(folder.resolve("copy")))
        .hasMessageContaining("must not be a link");
  }
}
