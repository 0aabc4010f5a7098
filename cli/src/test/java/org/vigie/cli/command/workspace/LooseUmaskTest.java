package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.files.owner.OwnerOnly;

/** What commands make is their owner's alone, also where plain Java starts them. */
class LooseUmaskTest {
  @TempDir Path folder;

  @BeforeEach
  void needPosix() {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "there is no umask");
  }

  @Test
  void aWorkspaceIsClosedWhateverTheUmask() throws Exception {
    Files.writeString(
        folder.resolve("in.jsonl"), "{\"id\":\"1\",\"text\":\"Night porter wanted\"}\n");
    start("init", "--trial");
    start("run", "--input", "in.jsonl", "--quiet");

    Path workspace = folder.resolve("vigie-workspace");
    assertThat(workspace.resolve("index")).isDirectory();
    assertThat(workspace.resolve("state")).isDirectory();
    assertThat(new WorkspaceRights(workspace, "").looser()).isEmpty();
    assertThat(OwnerOnly.isLooser(folder.resolve("shell"))).as("what the shell made").isTrue();
  }

  private void start(String... words) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "umask 000; : >shell; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dvigie.home=" + Readme.project(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.vigie.cli.Vigie"));
    line.addAll(List.of(words));
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
