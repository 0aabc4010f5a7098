package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.lab.launcher.FakeMachine.Ended;

/** When the launcher builds, and what it does while another builds or a build fails. */
class LauncherBuildTest extends SourceLauncher {
  @Test
  void putsTheWholeBuildOnTheClassPath() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    machine.vigie(Map.of(), "--help");

    Path app = machine.project.resolve("lab/target/app");
    Path current = app.resolve(Files.readString(app.resolve("current")).strip());
    assertThat(current)
        .isDirectoryContaining("glob:**/vigie-lab-1.jar")
        .isDirectoryContaining("glob:**/vigie-search-1.jar")
        .isDirectoryContaining("glob:**/other-1.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "cli/pom.xml", "cli/src/main/java/A.java"})
  void buildsAgainWhenASourceChanged(String source) throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();
    machine.vigie(Map.of(), "--help");

    Files.setLastModifiedTime(
        machine.project.resolve(source), FileTime.from(Instant.now().plusSeconds(2)));

    assertThat(machine.vigie(Map.of(), "--help").err()).startsWith("vigie: sources changed");
    assertThat(machine.builds()).hasSize(2);
  }

  @Test
  void twoFirstBuildsAtOnceDoNotBreakEachOther() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    bothStartAndOnlyOneBuilds();
  }

  @Test
  void twoFirstBuildsAtOnceDoNotBreakEachOtherWhereThereIsFlock() throws Exception {
    machine.real("flock");
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    bothStartAndOnlyOneBuilds();
  }

  private void bothStartAndOnlyOneBuilds() throws Exception {
    Path met = machine.project.resolve("met");
    Map<String, String> slow = Map.of("UNTIL", met.toString());
    String waiting = "vigie: waiting for another build to end";
    List<Future<Ended>> both = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        both.add(threads.submit(() -> machine.vigie(slow, "--help")));
      }
      try {
        for (int i = 0; i < 600 && !machine.hasSaid(waiting); i++) {
          Thread.sleep(100);
        }
      } finally {
        Files.createFile(met);
      }
    }

    for (Future<Ended> one : both) {
      assertThat(one.get().code()).isZero();
    }
    assertThat(machine.builds()).hasSize(1);
    assertThat(machine.hasSaid(waiting)).isTrue();
  }

  @Test
  void takesOverTheLockOfABuildThatDied() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();
    Path lock = machine.project.resolve("lab/target/build.lock.d");
    Files.createDirectories(lock);
    Files.writeString(lock.resolve("pid"), "999999999");

    assertThat(machine.vigie(Map.of(), "--help").code()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void showsTheErrorsOfABuildThatFailsAndBuildsNextTime() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    Ended failed = machine.vigie(Map.of("FAIL", "yes"), "--help");

    assertThat(failed.code()).isEqualTo(TOOLS_MISSING);
    assertThat(failed.err()).contains("[ERROR] A.java does not compile").contains("build.log");
    assertThat(machine.vigie(Map.of(), "--help").code()).isZero();
  }
}
