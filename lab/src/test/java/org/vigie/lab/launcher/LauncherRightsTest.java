package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.lab.launcher.FakeMachine.Ended;

/** Whatever the umask of whoever types: what a command makes is its owner's alone. */
class LauncherRightsTest {
  @TempDir Path folder;
  private FakeMachine machine;
  private Path jdk;

  @BeforeEach
  void start() throws Exception {
    machine = FakeMachine.in(folder);
    jdk = machine.jdk("jvm/jdk-25", 25);
    Files.writeString(
        jdk.resolve("bin/java"), "#!/bin/sh\necho ' java.specification.version = 25'\numask\n");
  }

  @Test
  void ofTheLauncherOfTheSources() throws Exception {
    machine.maven();

    assertClosed(machine.vigie(Map.of(), "search"));
  }

  @Test
  void ofTheLauncherThatIsInstalled() throws Exception {
    Path launcher = folder.resolve("opt/bin/vigie");
    Files.createDirectories(launcher.getParent());
    Files.copy(
        Readme.project().resolve("deploy/dist/vigie"),
        launcher,
        StandardCopyOption.COPY_ATTRIBUTES);

    assertClosed(machine.vigie(launcher, Map.of("JAVA_HOME", jdk.toString()), "search"));
  }

  private static void assertClosed(Ended ended) {
    assertThat(ended.out()).as(ended.err()).endsWith("0077\n");
  }
}
