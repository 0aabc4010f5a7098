package org.vigie.cli.command.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

class DemoWorkspaceTest {
  @TempDir Path folder;

  @Test
  void replacesWhatAnOlderDemoLeft() throws Exception {
    Path root = folder.resolve("demo");
    try (DemoWorkspace old = DemoWorkspace.fresh(root)) {
      Files.createDirectories(old.workspace().captures().resolve("deep"));
      Files.writeString(old.workspace().captures().resolve("deep/a.warc"), "x");
    }

    try (DemoWorkspace fresh = DemoWorkspace.fresh(root)) {
      assertThat(fresh.workspace().captures()).doesNotExist();
      assertThat(DemoWorkspace.isOne(root)).isTrue();
    }
  }

  @Test
  void neverTouchesAFolderThatIsNoDemos() throws Exception {
    Path real = Files.createDirectories(folder.resolve("real"));
    Files.writeString(real.resolve("mandate.yaml"), "authority: Unit 3");

    assertThatThrownBy(() -> DemoWorkspace.fresh(real)).isInstanceOf(UserError.class);
    assertThat(real.resolve("mandate.yaml")).exists();
  }

  @Test
  void removesLinksButNotWhatTheyPointTo() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "kept");
    Path outsideFolder = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outsideFolder.resolve("a.txt"), "kept");
    Path root = folder.resolve("demo");
    try (DemoWorkspace old = DemoWorkspace.fresh(root)) {
      Files.createSymbolicLink(root.resolve("link"), outside);
      Files.createSymbolicLink(root.resolve("linked-folder"), outsideFolder);
    }

    try (DemoWorkspace fresh = DemoWorkspace.fresh(root)) {
      assertThat(root.resolve("link")).doesNotExist();
    }
    assertThat(outside).content().isEqualTo("kept");
    assertThat(outsideFolder.resolve("a.txt")).exists();
  }
}
