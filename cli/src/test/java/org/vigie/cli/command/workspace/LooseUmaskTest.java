package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Here;
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

  @Test
  void aConsoleIsServedFromNoneThatOthersMayOpenUnlessTheirGroupIsNamed() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Path workspace = folder.resolve("vigie-workspace");
    Path mandate = workspace.resolve("mandate.yaml");

    Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxr-x---"));
    Files.setPosixFilePermissions(mandate, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(here.vigie("serve", "--listen", "127.0.0.1:0")).isEqualTo(4);
    assertThat(here.err())
        .contains(
            "what a workspace holds must be open to its owner alone, but others may open 2 files"
                + " and folders of it, such as vigie-workspace",
            "type chmod -R go= vigie-workspace");

    String group = Files.readAttributes(mandate, PosixFileAttributes.class).group().getName();
    Files.writeString(workspace.resolve("vigie.yaml"), "files: {group: %s}\n".formatted(group));
    assertThat(here.vigie("serve", "--listen", "127.0.0.1:0")).as("all others").isEqualTo(4);
    assertThat(here.err())
        .contains("others may open 1 file or folder of it, such as vigie-workspace/mandate.yaml");
    OwnerOnly.tighten(mandate);
    assertThat(new WorkspaceRights(workspace, group).looser()).as("the group alone").isEmpty();
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
