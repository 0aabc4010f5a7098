package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.lab.launcher.FakeMachine.Ended;

/** What the launcher starts, with which options and words. */
class LauncherTest extends SourceLauncher {
  @Test
  void buildsOnceAndThenStartsTheProgramWithItsWords() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    Ended first = machine.vigie(Map.of(), "search", "two words", "");
    Ended second = machine.vigie(Map.of(), "--help");

    assertThat(first.err()).startsWith("vigie: building for the first time");
    assertThat(first.out())
        .startsWith("java 25\n")
        .endsWith("/vigie.jar]\n[search]\n[two words]\n[]\n");
    assertThat(first.code()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(machine.builds()).hasSize(1);
  }

  @Test
  void measuresAPartByTheScriptOfItsName() throws Exception {
    Path jdk = machine.jdk("jvm/jdk-25", 25);
    machine.maven();
    Path script = machine.project.resolve("lab/bench/pipeline");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\nprintf '%s\\n' \"$JAVA_HOME\" \"$@\"\nexit 3\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    Ended measured = machine.vigie(Map.of(), "bench", "pipeline", "10", "two words");

    assertThat(measured.out()).isEqualTo(jdk + "\n10\ntwo words\n");
    assertThat(measured.code()).isEqualTo(3);
    assertThat(machine.builds()).isEmpty();
    for (String part : List.of("console", "../bench/pipeline", "")) {
      assertThat(machine.vigie(Map.of(), "bench", part).out())
          .endsWith("/vigie.jar]\n[bench]\n[" + part + "]\n");
    }
  }

  @Test
  void givesOptionsThatOldJdksDoNotKnowToNewOnesOnly() throws Exception {
    machine.maven();
    Path jdk21 = machine.jdk("jdk21", 21);
    machine.jdk("jvm/jdk-25", 25);

    assertThat(machine.vigie(Map.of("JAVA_HOME", jdk21.toString()), "x").out())
        .doesNotContain("--sun-misc-unsafe-memory-access");
    assertThat(machine.vigie(Map.of("VIGIE_JAVA_OPTS", "-Xmx3g -Da=b"), "x").out())
        .contains("[--sun-misc-unsafe-memory-access=allow]\n")
        .contains("[-Xmx3g]\n[-Da=b]\n");
  }

  @Test
  void findsItsProjectThroughLinks() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();
    Path link = folder.resolve("link to vigie");
    Files.createSymbolicLink(link, Path.of("second link"));
    Files.createSymbolicLink(folder.resolve("second link"), Path.of("a project's folder/vigie"));

    Ended ended = machine.vigie(link, Map.of(), "x");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("[-Dvigie.home=" + machine.project.toRealPath() + "]")
        .endsWith("[x]\n");
  }

  @Test
  void testRunsMavensVerifyWithTheChosenJdkAndItsExitCode() throws Exception {
    Path jdk = machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    assertThat(machine.vigie(Map.of(), "test", "-pl", "search").code()).isZero();
    assertThat(machine.builds()).containsExactly(jdk + ": -B -ntp verify -pl search");

    Ended failed = machine.vigie(Map.of("FAIL", "yes"), "test");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).contains("[ERROR] A.java does not compile");
  }

  @Test
  void shortCommandsAreCompiledOnceAndLongOnesTwice() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    for (String quick : List.of("search", "show", "alerts", "contact", "--help")) {
      assertThat(machine.vigie(Map.of(), quick, "x").out()).contains("[-XX:TieredStopAtLevel=1]");
    }
    assertThat(machine.vigie(Map.of(), "cluster", "c-1").out()).contains("TieredStopAtLevel");
    for (String lasting : List.of("run", "serve", "crawl", "demo", "export", "cluster")) {
      assertThat(machine.vigie(Map.of(), lasting, "start").out())
          .doesNotContain("TieredStopAtLevel");
    }
  }

  @Test
  void nativeCodeIsAllowedByTheJarItStartsWithWhereJavaReadsThat() throws Exception {
    machine.maven();
    Path jdk21 = machine.jdk("jdk21", 21);
    machine.jdk("jvm/jdk-25", 25);

    assertThat(machine.vigie(Map.of(), "x").out()).doesNotContain("--enable-native-access");
    assertThat(machine.vigie(Map.of("JAVA_HOME", jdk21.toString()), "x").out())
        .contains("[--enable-native-access=ALL-UNNAMED]\n");

    Path app = machine.project.resolve("lab/target/app");
    Path start = app.resolve(Files.readString(app.resolve("current")).strip() + "/vigie.jar");
    assertThat(Files.readAllLines(start))
        .contains("Main-Class: org.vigie.cli.Vigie", "Enable-Native-Access: ALL-UNNAMED")
        .contains("Class-Path: other-1.jar ", "  vigie-lab-1.jar ", "  vigie-search-1.jar ");
  }

  @Test
  void givesCrawlsAndRunsTheOptionsThatSuitThemAndTheUsersAfterThem() throws Exception {
    machine.maven();
    machine.jdk("jvm/jdk-25", 25);

    assertThat(machine.vigie(Map.of("VIGIE_JAVA_OPTS", "-Xmn64m"), "crawl", "status").out())
        .containsSubsequence("[-Xmn16m]", "[-XX:MaxInlineLevel=6]", "[-Xmn64m]", "[crawl]");
    assertThat(machine.vigie(Map.of(), "search", "crawl").out()).doesNotContain("-Xmn16m");
    assertThat(machine.vigie(Map.of(), "run", "crawl").out())
        .contains("[-XX:SweeperThreshold=100]", "[-Xmn256m]")
        .doesNotContain("-Xmn16m");
  }
}
