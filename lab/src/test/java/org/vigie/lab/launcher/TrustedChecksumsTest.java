package org.vigie.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.files.digest.Sha256;

/**
 * The launcher builds with what {@code .mvn/checksums} lists: Maven itself, which takes the parent
 * of an invented project from a repository of the test.
 */
class TrustedChecksumsTest {
  private static final String PARENT = "org/example/part/1.0/part-1.0.pom";

  @TempDir Path folder;
  private Path project;
  private Path parent;

  @BeforeEach
  void makeProject() throws Exception {
    project = Files.createDirectories(folder.resolve("pro ject/.mvn/checksums")).resolve("../..");
    project = project.normalize();
    parent = folder.resolve("repository").resolve(PARENT);
    Files.createDirectories(parent.getParent());
    for (String file : new String[] {"vigie", ".mvn/maven.config", ".mvn/jvm.config"}) {
      Files.copy(
          Readme.project().resolve(file),
          project.resolve(file),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(
        parent,
        "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId>"
            + "<artifactId>part</artifactId><version>1.0</version><packaging>pom</packaging></project>\n");
    Files.writeString(
        project.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.example</groupId>"
            + "<artifactId>part</artifactId><version>1.0</version><relativePath/></parent>"
            + "<artifactId>whole</artifactId><packaging>pom</packaging></project>\n");
  }

  @Test
  void anArtefactThatIsAsListedIsTaken() throws Exception {
    list(Sha256.hex(parent));

    assertThat(built().code()).isZero();
  }

  @Test
  void anArtefactThatWasTamperedWithEndsTheBuild() throws Exception {
    list(Sha256.hex(parent));
    Files.writeString(parent, "<!-- another -->\n", StandardOpenOption.APPEND);

    Built built = built();

    assertThat(built.code()).isEqualTo(1);
    assertThat(built.said()).contains("org.example:part:pom:1.0 trusted checksum mismatch");
  }

  /** Our own modules aren't listed: they are others with each change. */
  @Test
  void anArtefactThatIsNotListedIsTaken() throws Exception {
    Files.writeString(project.resolve(".mvn/checksums/checksums.sha256"), "");

    assertThat(built().code()).isZero();
  }

  private void list(String hash) throws Exception {
    Files.writeString(
        project.resolve(".mvn/checksums/checksums.sha256"), hash + "  " + PARENT + "\n");
  }

  private record Built(int code, String said) {}

  /** Types the launcher's command from a folder elsewhere. */
  private Built built() throws Exception {
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(
            project.resolve("vigie").toString(),
            "test",
            "-o",
            "-Dmaven.repo.local=" + folder.resolve("repository"));
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_OPTS");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Built(process.exitValue(), Files.readString(said));
  }
}
