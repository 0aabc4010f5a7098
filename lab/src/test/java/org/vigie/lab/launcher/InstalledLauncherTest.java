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

class InstalledLauncherTest {
  private static final int TOOLS_MISSING = 7;

  @TempDir Path folder;
  private FakeMachine machine;
  private Path launcher;
  private Path jar;
  private Path jdk;

  @BeforeEach
  void install() throws Exception {
    machine = FakeMachine.in(folder);
    jdk = machine.jdk("jdk-25", 25);
    launcher = folder.resolve("opt/bin/vigie");
    jar = folder.resolve("opt/lib/vigie.jar");
    Files.createDirectories(launcher.getParent());
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "Vigie-Jars: 1\n");
    Files.copy(
        Readme.project().resolve("deploy/dist/vigie"),
        launcher,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Test
  void startsWithItsJarWhichAllowsNativeCodeWhereJavaReadsThat() throws Exception {
    Path jdk21 = machine.jdk("jdk-21", 21);

    assertThat(vigie(jdk, "search", "two words").out())
        .contains("[-XX:TieredStopAtLevel=1]\n", "/opt/warm]\n")
        .doesNotContain("--enable-native-access", "AOTCache")
        .endsWith("/opt/lib/vigie.jar]\n[search]\n[two words]\n");
    assertThat(vigie(jdk21, "run").out())
        .contains("[--enable-native-access=ALL-UNNAMED]\n", "[-Xmn256m]\n")
        .doesNotContain("TieredStopAtLevel", "--sun-misc-unsafe-memory-access");
  }

  @Test
  void startsWarmOnceItWasWarmedUpForThisJavaAndTheseJarsAlone() throws Exception {
    Ended warmed = vigie(jdk, "warm-up");
    assertThat(warmed.code()).as(warmed.err()).isZero();
    assertThat(warmed.err()).endsWith("commands start warm now, until Java or Vigie changes\n");

    assertThat(vigie(jdk, "run").out()).containsPattern("\\[-XX:AOTCache=.*/run-25-[0-9]+\\.aot]");
    assertThat(vigie(jdk, "show").out()).containsPattern("\\[-XX:AOTCache=.*/read-25-");
    assertThat(vigie(machine.jdk("jdk-26", 26), "run").out()).doesNotContain("AOTCache");

    Files.writeString(jar, "Vigie-Jars: 2\n");
    assertThat(vigie(jdk, "run").out()).doesNotContain("AOTCache");
    assertThat(vigie(jdk, "warm-up").code()).isZero();
    assertThat(vigie(jdk, "run").out()).contains("AOTCache");
    assertThat(folder.resolve("opt/warm").toFile().list()).hasSize(4);
  }

  @Test
  void runsColdWhereNothingMayBeWrittenWhichOnlyTheWarmUpMinds() throws Exception {
    Files.writeString(folder.resolve("opt/warm"), "no folder");

    Ended refused = vigie(jdk, "warm-up");
    assertThat(refused.code()).isEqualTo(TOOLS_MISSING);
    assertThat(refused.err()).contains("/opt/warm, but may not; commands are the same without it");
    assertThat(vigie(jdk, "run").code()).isZero();
    assertThat(vigie(jdk, "run").err()).isEmpty();
  }

  @Test
  void leavesNothingOfAWarmUpThatFailed() throws Exception {
    Ended cold =
        machine.vigie(launcher, Map.of("JAVA_HOME", jdk.toString(), "COLD", "yes"), "warm-up");

    assertThat(cold.code()).isEqualTo(TOOLS_MISSING);
    assertThat(cold.err()).contains("the warm-up failed at run");
    assertThat(folder.resolve("opt/warm").toFile().list()).isEmpty();
  }

  private Ended vigie(Path java, String... words) throws Exception {
    return machine.vigie(launcher, Map.of("JAVA_HOME", java.toString()), words);
  }
}
