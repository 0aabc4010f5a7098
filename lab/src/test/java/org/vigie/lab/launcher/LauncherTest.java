package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.lab.launcher.FakeMachine.Ended;

class LauncherTest {
  private static final int TOOLS_MISSING = 7;

  /** What is so for people, but for no test that doesn't say so. */
  private static final Map<String, String> WARM = Map.of("VIGIE_WARM_UP", "");

  @TempDir Path folder;
  private FakeMachine machine;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "the launcher needs a POSIX system");
    machine = FakeMachine.in(folder);
  }

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

  @Test
  void takesJavaHomeFirstIfItIsNewEnough() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();
    Path chosen = machine.jdk("chosen", 21);
    Path old = machine.jdk("old", 17);

    assertThat(machine.vigie(Map.of("JAVA_HOME", chosen.toString()), "x").out())
        .startsWith("java 21\n");
    assertThat(machine.vigie(Map.of("JAVA_HOME", old.toString()), "x").out())
        .startsWith("java 25\n");
  }

  @Test
  void takesTheJdkOnThePathBeforeTheUsualFolders() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();
    Path onPath = machine.jdk("on path", 22);
    Files.createSymbolicLink(folder.resolve("bin/javac"), onPath.resolve("bin/javac"));

    assertThat(machine.vigie(Map.of(), "x").out()).startsWith("java 22\n");
  }

  @Test
  void prefers25AmongTheUsualFoldersAndPassesOverWhatIsTooOldOrNoJdk() throws Exception {
    machine.maven();
    machine.jdk("jvm/a-17", 17);
    machine.jdk("jvm/b-21", 21);
    assertThat(machine.vigie(Map.of(), "x").out()).startsWith("java 21\n");

    machine.jdk("jvm/c-26", 26);
    Files.delete(machine.jdk("jvm/d-jre-25", 25).resolve("bin/javac"));
    assertThat(machine.vigie(Map.of(), "x").out()).startsWith("java 26\n");

    machine.jdk("jvm/e-25", 25);
    assertThat(machine.vigie(Map.of(), "x").out()).startsWith("java 25\n");
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
  void saysTheOneLineToTypeWhereItMayNotInstall() throws Exception {
    Ended noJdk = machine.vigie(Map.of(), "demo");
    assertThat(noJdk.code()).isEqualTo(TOOLS_MISSING);
    assertThat(noJdk.err())
        .isEqualTo(
            "vigie: a JDK 21 or newer is needed, but none was found; type: install a JDK 21 and"
                + " Maven, and set JAVA_HOME\n");

    machine.tool("apt-get", "exit 99");
    assertThat(machine.vigie(Map.of(), "demo").err())
        .endsWith("type: sudo apt-get install -y openjdk-21-jdk-headless maven\n");

    machine.jdk("jvm/jdk-21", 21);
    Ended noMaven = machine.vigie(Map.of(), "demo");
    assertThat(noMaven.code()).isEqualTo(TOOLS_MISSING);
    assertThat(noMaven.err()).startsWith("vigie: Maven is needed, but mvn is not on the PATH");
  }

  @Test
  void installsWhatIsMissingAsRootOnDebian() throws Exception {
    machine.tool("id", "echo 0");
    Path shelf = folder.resolve("shelf");
    machine.jdk("shelf/jdk-21", 21);
    machine.maven();
    Files.move(folder.resolve("bin/mvn"), shelf.resolve("mvn"));
    machine.tool(
        "apt-get",
        """
        echo "$*" >>"%1$s/apt.log"
        case "$*" in
          *openjdk-25*) exit 100 ;;
          *openjdk-21*) mkdir -p "%1$s/jvm"; mv "%1$s/shelf/jdk-21" "%1$s/jvm/" ;;
          *maven*) mv "%1$s/shelf/mvn" "%1$s/bin/" ;;
        esac
        """
            .formatted(folder));

    Ended ended = machine.vigie(Map.of(), "--help");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("java 21\n");
    assertThat(Files.readAllLines(folder.resolve("apt.log")))
        .hasSize(4)
        .first()
        .isEqualTo("update -qq");
    assertThat(ended.err())
        .contains("vigie: installing openjdk-21-jdk-headless\n")
        .contains("vigie: installing maven\n");
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
  void eachKindOfCommandKeepsItsOwnClassesWhereNothingIsWarm() throws Exception {
    machine.maven();
    Path jdk21 = machine.jdk("jvm/jdk-21", 21);

    assertThat(machine.vigie(WARM, "search").out())
        .containsPattern("\\[-XX:SharedArchiveFile=.*/read-21\\.jsa]")
        .doesNotContain("AOTCache");
    assertThat(machine.vigie(Map.of(), "run").out())
        .containsPattern("\\[-XX:SharedArchiveFile=.*/run-21\\.jsa]");
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
