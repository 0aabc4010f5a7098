package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.lab.launcher.FakeMachine.Ended;

class LauncherTest {
  private static final int TOOLS_MISSING = 7;

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
        .endsWith("[org.vigie.cli.Vigie]\n[search]\n[two words]\n[]\n");
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
          .endsWith("[org.vigie.cli.Vigie]\n[bench]\n[" + part + "]\n");
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
    Map<String, String> slow = Map.of("SLOW", "2");
    CompletableFuture<Ended> other = CompletableFuture.supplyAsync(() -> vigie(slow));
    Ended one = vigie(slow);

    assertThat(one.code()).isZero();
    assertThat(other.get().code()).isZero();
    assertThat(machine.builds()).hasSize(1);
    assertThat(one.err() + other.get().err()).contains("vigie: waiting for another build to end");
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
  void crawlsStartWarmOnceTheyWereWarmedUpAndNothingElseDoes() throws Exception {
    machine.jdk("jvm/jdk-25", 25);
    machine.maven();

    assertThat(machine.vigie(Map.of(), "crawl", "x").out()).doesNotContain("AOTCache");
    Ended warmed = machine.vigie(Map.of(), "warm-up");

    assertThat(warmed.code()).isZero();
    assertThat(warmed.out()).isEmpty();
    assertThat(warmed.err()).endsWith("vigie: crawls start warm now, until the next build\n");
    Ended crawl = machine.vigie(Map.of(), "crawl", "two words");
    assertThat(crawl.out())
        .containsPattern("\\[-XX:AOTCache=.*/crawl-25-[0-9]+\\.aot]")
        .doesNotContain("SharedArchiveFile")
        .endsWith("[org.vigie.cli.Vigie]\n[crawl]\n[two words]\n");
    assertThat(crawl.err()).isEmpty();
    assertThat(machine.vigie(Map.of(), "search", "crawl").out()).doesNotContain("AOTCache");
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
    machine.vigie(Map.of(), "warm-up");

    for (Path other : new Path[] {jdk26, patched}) {
      Ended crawl = machine.vigie(Map.of("JAVA_HOME", other.toString()), "crawl");
      assertThat(crawl.out()).contains("SharedArchiveFile").doesNotContain("AOTCache");
      assertThat(crawl.err()).isEmpty();
    }
    assertThat(machine.vigie(Map.of(), "crawl").out()).contains("AOTCache");

    Files.setLastModifiedTime(
        machine.project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(machine.vigie(Map.of(), "crawl").out()).doesNotContain("AOTCache");
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

  private Ended vigie(Map<String, String> environment) {
    try {
      return machine.vigie(environment, "--help");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
