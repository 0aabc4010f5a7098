package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;

/** The Debian package that {@code ./vigie dist} makes, of a small installation. */
class DebianPackageTest {
  private static final int HEADER = 60;
  private static final Path DIST = Readme.project().resolve("deploy/dist");

  @TempDir Path folder;

  @BeforeEach
  void needGnuTar() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")) && run("tar", "--version").contains("GNU tar"),
        "packages are made with GNU tar");
  }

  @Test
  void holdsTheSameBytesHoweverOftenItIsMade() throws Exception {
    Path first = made(installation("first"), "one");
    Path second = installation("second");
    Files.setLastModifiedTime(second.resolve("README.md"), FileTime.from(Instant.EPOCH));
    Files.setPosixFilePermissions(
        second.resolve("README.md"), PosixFilePermissions.fromString("rw-rw----"));

    assertThat(made(second, "two")).hasSameBinaryContentAs(first);
    Files.writeString(second.resolve("README.md"), "other");
    assertThat(Files.mismatch(made(second, "three"), first)).isNotNegative();
  }

  @Test
  void isAnArchiveOfThreeMembersInTheOrderThatDpkgWants() throws Exception {
    Map<String, byte[]> members = members(made(installation("root"), "out"));

    assertThat(members.keySet()).containsExactly("debian-binary", "control.tar.gz", "data.tar.gz");
    assertThat(members.get("debian-binary")).asString().isEqualTo("2.0\n");
  }

  @Test
  void tellsDpkgItsVersionAndThatJavaOf21OrNewerIsNeeded() throws Exception {
    Path control = unpacked(made(installation("root"), "out"), "control.tar.gz");

    assertThat(control.resolve("control"))
        .content()
        .contains("Version: 1.2.3\n", "openjdk-21-jre-headless", "java-runtime-headless (>= 21)")
        .containsPattern("Installed-Size: [1-9][0-9]*\n")
        .doesNotContain("@VERSION@", "@SIZE@");
    assertThat(control.resolve("conffiles")).hasContent("/etc/vigie/flink/config.yaml");
    assertThat(control.resolve("md5sums"))
        .content()
        .contains("  usr/share/vigie/lib/vigie.jar\n", "  usr/share/doc/vigie/docs/a page.md\n");
    for (String script : List.of("postinst", "prerm", "postrm")) {
      assertThat(Files.getPosixFilePermissions(control.resolve(script)))
          .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** What Java learns by it belongs to the machine's own Java, so the package can't bring it. */
  @Test
  void warmsUpOnTheMachineWhereItIsInstalledAndStopsNoInstallation() throws Exception {
    Path control = unpacked(made(installation("root"), "out"), "control.tar.gz");

    assertThat(control.resolve("postinst"))
        .content()
        .containsPattern(
            "\\nif ! said=\\$\\(cd / && timeout [0-9]+ /usr/bin/vigie warm-up 2>&1\\); then\\n");
  }

  @Test
  void putsEachFileWhereDebianLooksForIt() throws Exception {
    Path data = unpacked(made(installation("root"), "out"), "data.tar.gz");

    assertThat(data.resolve("usr/bin/vigie")).isSymbolicLink().isExecutable();
    assertThat(data.resolve("usr/lib/systemd/system/vigie-run.service"))
        .hasContent("ExecStart=/usr/share/vigie/bin/vigie run");
    assertThat(data.resolve("usr/lib/systemd/system/vigie-backup-trial.timer"))
        .hasContent("OnCalendar=monthly");
    for (String file :
        List.of(
            "etc/vigie/flink/config.yaml",
            "usr/share/vigie/models/manifest.json",
            "usr/share/man/man1/vigie-run.1.gz",
            "usr/share/bash-completion/completions/vigie",
            "usr/share/zsh/vendor-completions/_vigie",
            "usr/share/fish/vendor_completions.d/vigie.fish",
            "usr/share/doc/vigie/sbom.cdx.json",
            "usr/share/doc/vigie/copyright")) {
      assertThat(data.resolve(file)).isRegularFile();
      assertThat(Files.getPosixFilePermissions(data.resolve(file)))
          .as(file)
          .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  /** What stands in an unpacked tarball, at its smallest. */
  private Path installation(String name) throws IOException {
    Path root = folder.resolve(name);
    write(root, "bin/vigie", "#!/bin/sh\n");
    write(root, "lib/vigie.jar", "jar");
    write(root, "models/manifest.json", "{}");
    write(root, "plugins/s3-fs-native/s3.jar", "jar");
    write(root, "conf/config.yaml", "a: 1\n");
    write(root, "share/systemd/vigie-run.service", "ExecStart=/opt/vigie/bin/vigie run\n");
    write(root, "share/systemd/vigie-backup-trial.timer", "OnCalendar=monthly\n");
    write(root, "share/bash-completion/completions/vigie", "bash");
    write(root, "share/zsh/site-functions/_vigie", "zsh");
    write(root, "share/fish/vendor_completions.d/vigie.fish", "fish");
    write(root, "share/man/man1/vigie-run.1", ".TH\n");
    write(root, "share/sbom.cdx.json", "{}");
    write(root, "docs/a page.md", "page");
    for (String page : List.of("README.md", "CHANGELOG.md", "SECURITY.md", "NOTICE")) {
      write(root, page, page);
    }
    return root;
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path made(Path installation, String out) throws Exception {
    Path to = folder.resolve(out);
    String deb = DIST.resolve("deb").toString();
    run(deb, installation.toString(), "1.2.3", "2026-01-02T03:04:05Z", to.toString());
    return to.resolve("vigie_1.2.3_all.deb");
  }

  /** The members of an archive as {@code ar} writes them, by name. */
  private static Map<String, byte[]> members(Path archive) throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    Map<String, byte[]> members = new LinkedHashMap<>();
    int at = "!<arch>\n".length();
    while (at < bytes.length) {
      String header = new String(bytes, at, HEADER, StandardCharsets.US_ASCII);
      assertThat(header).endsWith("`\n");
      int length = Integer.parseInt(header.substring(48, 58).strip());
      at += HEADER;
      members.put(header.substring(0, 16).strip(), Arrays.copyOfRange(bytes, at, at + length));
      at += length + length % 2;
    }
    return members;
  }

  private Path unpacked(Path archive, String member) throws Exception {
    Path packed = Files.write(folder.resolve(member), members(archive).get(member));
    Path to = Files.createDirectory(folder.resolve("unpacked"));
    run("tar", "-xpzf", packed.toString(), "-C", to.toString());
    return to;
  }

  private static String run(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }
}
