package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.lab.launcher.FakeMachine.Ended;

/** When commands start warm, and from what. */
class LauncherWarmUpTest extends SourceLauncher {
  @Test
  void commandsStartWarmAfterTheFirstBuildEachKindFromWhatItNeeds() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    Ended first = machine.vigie(WARM, "search", "two words");

    assertThat(first.err()).contains("vigie: warming up, ").doesNotContain("commands start cold");
    assertThat(first.out())
        .startsWith("java 25\n")
        .containsPattern("\\[-XX:AOTCache=.*/read-25-[0-9]+\\.aot]")
        .containsPattern("\\[-Dvigie\\.images=.*/app/[0-9.]+]")
        .doesNotContain("SharedArchiveFile", "warm-up")
        .endsWith("/vigie.jar]\n[search]\n[two words]\n");
    for (String kind : List.of("run", "serve", "crawl")) {
      Ended ended = machine.vigie(Map.of(), kind, "search");
      assertThat(ended.out()).containsPattern("\\[-XX:AOTCache=.*/" + kind + "-25-[0-9]+\\.aot]");
      assertThat(ended.err()).isEmpty();
    }
    assertThat(machine.builds()).hasSize(1);
  }

  @Test
  void keepsTheClassesOfACommandApartFromThoseOfTheFirstOneWhereNothingIsWarm() throws Exception {
    machine.maven();
    Path jdk21 = machine.jdk("jvm/jdk-21", 21);

    assertThat(machine.vigie(WARM, "--version").out())
        .containsPattern("\\[-XX:SharedArchiveFile=.*/read-21\\.jsa]")
        .doesNotContain("AOTCache");
    for (String command : List.of("search", "show", "run", "import")) {
      assertThat(machine.vigie(Map.of(), command).out())
          .containsPattern("\\[-XX:SharedArchiveFile=.*/" + command + "-21\\.jsa]");
    }
    assertThat(machine.vigie(Map.of(), "rn", "search").out())
        .containsPattern("\\[-XX:SharedArchiveFile=.*/read-21\\.jsa]");
    assertThat(jdk21).isDirectory();
  }

  @Test
  void leavesArchivesToAUserWhoNamesOne() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();
    machine.vigie(WARM, "--help");

    for (String own : List.of("-XX:AOTCache=/x", "-XX:SharedArchiveFile=/x", "-Xshare:off")) {
      assertThat(machine.vigie(Map.of("VIGIE_JAVA_OPTS", own), "crawl").out())
          .contains("[" + own + "]\n")
          .doesNotContain(".aot]", ".jsa]", "AutoCreateSharedArchive");
    }
  }

  @Test
  void aWarmUpThatFailsAfterTheFirstBuildIsToldOnceAndStopsNothing() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    Ended first = machine.vigie(Map.of("VIGIE_WARM_UP", "", "COLD", "yes"), "search");

    assertThat(first.code()).isZero();
    assertThat(first.err()).contains("vigie: commands start cold, since the warm-up failed");
    assertThat(first.out()).contains("SharedArchiveFile").endsWith("[search]\n");
    assertThat(machine.vigie(WARM, "search").err()).isEmpty();
  }

  @Test
  void whatWasWarmedUpGoesWithItsBuildAndItsJdkAlone() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    Path jdk26 = machine.jdk("other 26", 26);
    Path patched = machine.jdk("patched 25", 25);
    Files.writeString(patched.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    machine.maven();
    machine.vigie(WARM, "--help");

    for (Path other : new Path[] {jdk26, patched}) {
      Ended crawl = machine.vigie(Map.of("JAVA_HOME", other.toString()), "crawl");
      assertThat(crawl.out()).contains("SharedArchiveFile").doesNotContain("AOTCache");
      assertThat(crawl.err()).isEmpty();
    }
    assertThat(machine.vigie(Map.of(), "crawl").out()).contains("AOTCache");

    Files.setLastModifiedTime(machine.project.resolve("pom.xml"), FileTime.from(Instant.now()));
    Ended rebuilt = machine.vigie(WARM, "crawl");
    assertThat(rebuilt.out()).doesNotContain("AOTCache");
    assertThat(rebuilt.err()).endsWith("vigie: ./vigie warm-up makes commands start warm again\n");
    Ended warmed = machine.vigie(Map.of(), "warm-up");
    assertThat(warmed.code()).isZero();
    assertThat(warmed.out()).isEmpty();
    assertThat(warmed.err()).endsWith("vigie: commands start warm now, until the next build\n");
    assertThat(machine.vigie(Map.of(), "crawl").out()).contains("AOTCache");
  }

  @Test
  void saysWhyItCanNotWarmUp() throws Exception {
    machine.maven();
    machine.jdk("jvm/jdk-21", 21);
    Ended old = machine.vigie(Map.of(), "warm-up");
    assertThat(old.code()).isEqualTo(TOOLS_MISSING);
    assertThat(old.err()).contains("vigie: warm-up needs a JDK 25 or newer, but ");

    machine.jdk("jvm/jdk-25", 25);
    Ended cold = machine.vigie(Map.of("COLD", "yes"), "warm-up");
    assertThat(cold.code()).isEqualTo(TOOLS_MISSING);
    assertThat(cold.err()).contains("vigie: the warm-up failed; all of it is in ");
    assertThat(machine.vigie(Map.of(), "crawl").out()).doesNotContain("AOTCache");
  }
}
