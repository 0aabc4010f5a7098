package org.vigie.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;

class PackageSizesTest {
  @TempDir Path project;

  @Test
  void noPackageIsLargeWithoutAReason() throws IOException {
    assertThat(PackageSizes.withoutReason(Readme.project())).isEmpty();
  }

  @Test
  void asksForAReasonFromTheFirstFileThatIsTooMany() throws IOException {
    Path folder = packageOf(PackageSizes.MOST);
    info(folder, "/** Things. */");
    assertThat(PackageSizes.withoutReason(project)).isEmpty();

    Files.createFile(folder.resolve("OneMore.java"));

    assertThat(PackageSizes.withoutReason(project))
        .singleElement()
        .asString()
        .startsWith("org.example.large: 41 files; ");
  }

  @Test
  void asksForOneWhereNoPackageInfoIs() throws IOException {
    packageOf(PackageSizes.MOST + 1);

    assertThat(PackageSizes.withoutReason(project)).hasSize(1);
  }

  @Test
  void takesAReasonThatRunsOverTwoLines() throws IOException {
    Path folder = packageOf(PackageSizes.MOST + 1);

    info(folder, "/**\n * Things.\n *\n * <p>More than 40\n * files: each is a value.\n */");

    assertThat(PackageSizes.withoutReason(project)).isEmpty();
  }

  @Test
  void takesNoMarkWithoutAReason() throws IOException {
    Path folder = packageOf(PackageSizes.MOST + 1);

    info(folder, "/**\n * Things.\n *\n * <p>More than 40 files:\n */");

    assertThat(PackageSizes.withoutReason(project)).hasSize(1);
  }

  private Path packageOf(int files) throws IOException {
    Path folder =
        Files.createDirectories(project.resolve("module/src/main/java/org/example/large"));
    for (int i = 0; i < files; i++) {
      Files.createFile(folder.resolve("Thing" + i + ".java"));
    }
    return folder;
  }

  private static void info(Path folder, String comment) throws IOException {
    Files.writeString(
        folder.resolve("package-info.java"), comment + "\npackage org.example.large;\n");
  }
}
