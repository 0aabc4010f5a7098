package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.lab.launcher.FakeMachine.Ended;

/** Which JDK the launcher takes, and how it comes by what is missing. */
class LauncherToolsTest extends SourceLauncher {
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
}
