package org.vigie.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;

class DoctorTest {
  @TempDir Path folder;

  @Test
  void findsAllWellInAFreshWorkspace() throws Exception {
    Here here = furnished();

    assertThat(here.vigie("doctor")).isZero();
    // Whether the disk of this machine encrypts is no matter of the test's.
    assertThat(here.out().replace(", but for 1 warning.", "."))
        .endsWith("All is well.\n")
        .contains(" encryption  ")
        .doesNotContain("MEND");
  }

  @Test
  void saysOfEachThingAmissWhatToDo() throws Exception {
    Here here = furnished();
    Files.delete(folder.resolve("home/models/taxonomy.yaml"));
    Files.writeString(folder.resolve("vigie-workspace/vigie.yaml"), "crawl: {threads: 0}");
    here.at(Here.NOON.plus(Duration.ofDays(8)));

    assertThat(here.vigie("doctor")).isEqualTo(4);
    assertThat(here.out())
        .contains("MEND  models")
        .contains("crawl.threads: must be a whole number from 1 to 256, but was '0'")
        .contains("MEND  mandate")
        .contains("type ./vigie init --replace")
        .endsWith("3 things to mend.\n");
  }

  @Test
  void saysWhichFileOthersMayOpenAndTheCommandThatClosesIt() throws Exception {
    Here here = furnished();
    Path mandate = folder.resolve("vigie-workspace/mandate.yaml");
    Files.setPosixFilePermissions(mandate, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(here.vigie("doctor")).isEqualTo(4);
    assertThat(here.out())
        .contains(
            "MEND  rights",
            "others may open 1 file or folder, such as vigie-workspace/mandate.yaml",
            "type chmod -R go= vigie-workspace");

    Files.setPosixFilePermissions(mandate, PosixFilePermissions.fromString("rw-------"));
    assertThat(here.vigie("doctor")).isZero();
  }

  @Test
  void readsVariablesWhereThereIsNoFileOfSettings() throws Exception {
    Here here = furnished();
    Files.deleteIfExists(folder.resolve("vigie-workspace/vigie.yaml"));
    here.with("VIGIE_CRAWL_THREADS", "0");

    assertThat(here.vigie("doctor")).isEqualTo(4);
    assertThat(here.out())
        .contains("MEND  settings")
        .contains("crawl.threads: must be a whole number from 1 to 256, but was '0'")
        .contains("or that variable");
  }

  @Test
  void tellsANewcomerToInitialise() {
    Here here = Here.in(folder);

    assertThat(here.vigie("doctor")).isEqualTo(4);
    assertThat(here.out()).contains("type ./vigie init, or ./vigie demo to look around");
  }

  @Test
  void knowsWhichJdkAndHowMuchMemoryItNeeds() {
    assertThat(Doctor.jdk(21).fit()).isTrue();
    assertThat(Doctor.jdk(20).fit()).isFalse();
    assertThat(Doctor.memory(512L << 20).fit()).isTrue();
    assertThat(Doctor.memory((512L << 20) - 1).mend()).contains("VIGIE_JAVA_OPTS");
  }

  private Here furnished() throws Exception {
    Files.createDirectories(folder.resolve("home/models"));
    Files.writeString(folder.resolve("home/models/taxonomy.yaml"), "version: 1\n");
    Here here = Here.in(folder);
    here.vigie("init", "--trial");
    return here;
  }
}
