package org.vigie.lab.launcher;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A folder that looks like a machine to the launcher: a copy of it in a small project, a PATH with
 * the real tools it needs, and JDKs, Maven and apt-get that only write down what they were asked.
 */
final class FakeMachine {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "chmod",
          "cksum",
          "cp",
          "date",
          "dirname",
          "basename",
          "find",
          "grep",
          "head",
          "ln",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch",
          "printf");

  final Path root;
  final Path project;
  private final Path bin;

  /** What a launcher did. */
  record Ended(int code, String out, String err) {}

  private FakeMachine(Path root, Path project) {
    this.root = root;
    this.project = project;
    bin = root.resolve("bin");
  }

  static FakeMachine in(Path root) throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "the launchers need a POSIX system");
    FakeMachine machine = new FakeMachine(root, root.resolve("a project's folder"));
    Files.createDirectories(machine.bin);
    Files.createDirectories(machine.project.resolve("cli/src/main/java"));
    Files.writeString(machine.project.resolve("pom.xml"), "<project/>");
    Files.writeString(machine.project.resolve("cli/pom.xml"), "<project/>");
    Files.writeString(machine.project.resolve("cli/src/main/java/A.java"), "class A {}");
    Files.copy(
        Path.of(System.getProperty("vigie.root"), "vigie"),
        machine.project.resolve("vigie"),
        StandardCopyOption.COPY_ATTRIBUTES);
    for (String tool : TOOLS) {
      machine.real(tool);
    }
    machine.tool("id", "echo 1000");
    return machine;
  }

  /** Adds a tool to the PATH that runs some lines of shell. */
  void tool(String name, String lines) throws IOException {
    script(bin.resolve(name), lines);
  }

  /** Adds a tool of the real machine to the PATH, if it is there. */
  void real(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path real = Path.of(folder, tool);
      if (Files.isExecutable(real) && !Files.exists(bin.resolve(tool))) {
        tool(tool, "exec " + real + " \"$@\"");
      }
    }
  }

  /** Adds a JDK whose java prints its version and its words, and whose jar keeps the manifest. */
  Path jdk(String folder, int version) throws IOException {
    Path home = root.resolve(folder);
    script(home.resolve("bin/javac"), "echo javac " + version);
    script(
        home.resolve("bin/java"),
        """
        echo "java %d"
        for word; do
          echo "[$word]"
          case $word in -XX:AOTCacheOutput=*) [ -n "${COLD:-}" ] || echo warm >"${word#*=}" ;; esac
        done
        """
            .formatted(version));
    script(
        home.resolve("bin/jar"),
        """
        while [ $# -gt 0 ]; do
          case $1 in
            --file) file=$2 ;;
            --manifest) manifest=$2 ;;
          esac
          shift
        done
        cp "$manifest" "$file"
        """);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    return home;
  }

  /** Adds a Maven that makes a jar once the file UNTIL is there, and counts its builds. */
  void maven() throws IOException {
    tool(
        "mvn",
        """
        echo "$JAVA_HOME: $*" >>"%s"
        if [ -n "${FAIL:-}" ]; then echo '[ERROR] A.java does not compile'; exit 1; fi
        while [ -n "${UNTIL:-}" ] && [ ! -e "$UNTIL" ]; do sleep 0.1; done
        mkdir -p lab/target/lib
        echo jar >lab/target/vigie-lab-1.jar
        echo jar >lab/target/lib/other-1.jar
        echo jar >lab/target/lib/vigie-search-1.jar
        """
            .formatted(log()));
  }

  List<String> builds() throws IOException {
    return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
  }

  Ended vigie(Map<String, String> environment, String... words) throws Exception {
    return vigie(project.resolve("vigie"), environment, words);
  }

  Ended vigie(Path launcher, Map<String, String> environment, String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(words));
    builder.directory(root.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("VIGIE_JDK_DIRS", root.resolve("jvm").toString());
    builder.environment().put("VIGIE_WARM_UP", "no");
    builder.environment().putAll(environment);
    Path out = Files.createTempFile(root, "launch", ".out");
    Path err = Files.createTempFile(root, "launch", ".err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher must end within ten minutes");
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Returns whether a launcher that has ended or goes on has said this on standard error. */
  boolean hasSaid(String words) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root, "launch*.err")) {
      for (Path each : all) {
        if (Files.readString(each).contains(words)) {
          return true;
        }
      }
      return false;
    }
  }

  private Path log() {
    return root.resolve("mvn.log");
  }

  private static void script(Path file, String lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, ("#!/bin/sh\n" + lines + "\n").getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
