package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.classifier.registry.Manifest;
import org.vigie.files.digest.Sha256;

/**
 * Carries out the command that stands in the data sheet of each shipped model, in a copy of the
 * models without it, and compares every file with the hash that the manifest lists.
 *
 * <p>The training of recruitment takes a quarter of an hour and data that is not part of the
 * repository: it is carried out with {@code -Dvigie.rebuild=true} alone. Without, what it is made
 * of is compared with the sheet, and {@code RiskTrainingTest} asks that little data give the same
 * bytes twice. Of the forms that one recipe trains, one is carried out; the others are with {@code
 * -Dvigie.rebuild=forms}, as {@code .ci/run} sets it, or {@code true}.
 */
class ModelRebuildTest {
  private static final Path HOME = Path.of(System.getProperty("vigie.root", ".."));
  private static final Path MODELS = HOME.resolve("models");
  private static final String DATA = "--data";
  private static final String REBUILD = System.getProperty("vigie.rebuild", "");

  /** Trained as {@code risk-work-1} is, of other invented adverts. */
  private static final Set<String> LIKE_WORK =
      Set.of("risk-forced-criminality-1", "risk-other-1", "risk-sexual-1");

  static List<String> models() throws IOException {
    return Manifest.read(MODELS).models();
  }

  static List<String> rebuilt() throws IOException {
    return models().stream()
        .filter(model -> !REBUILD.isEmpty() || !LIKE_WORK.contains(model))
        .toList();
  }

  /** So that none is left out of both. */
  @Test
  void leavesToCiOnlyFormsOfTheRecipeThatItCarriesOut() throws IOException {
    assertThat(HOME.resolve(".ci/run")).content().contains("-Dvigie.rebuild=forms");
    assertThat(rebuilt()).contains("risk-work-1");
    for (String model : LIKE_WORK) {
      String form = model.substring("risk-".length(), model.length() - "-1".length());
      assertThat(sheet(model).path("command").asText())
          .isEqualTo(sheet("risk-work-1").path("command").asText().replace("work", form));
    }
  }

  @ParameterizedTest
  @MethodSource("rebuilt")
  void isMadeAgainToTheByteByTheCommandOfItsSheet(String model, @TempDir Path folder)
      throws IOException {
    List<String> words = List.of(sheet(model).path("command").asText().split(" "));
    assertThat(words).startsWith("./vigie", "train").endsWith("--name", model);
    Path data = folder;
    if (words.contains(DATA)) {
      assumeTrue(Boolean.getBoolean("vigie.rebuild"), model + " is trained anew on demand alone");
      data = shared();
      Path file = data.resolve(words.get(words.indexOf(DATA) + 1));
      assumeTrue(Files.exists(file), file.getFileName() + " is absent");
    }
    Path copy = folder.resolve("models");
    SharedFixture.copy(MODELS, copy, "");
    FileTime start = FileTime.from(Instant.now());
    Set<Path> old = lastChangedBefore(start, copy.resolve(model));
    List<String> command = new ArrayList<>(words.subList(1, words.size()));
    command.addAll(List.of("--models", copy.toAbsolutePath().toString()));

    Here here = Here.in(data).home(HOME);
    assertThat(here.vigie(command.toArray(String[]::new))).as(here.err()).isZero();

    assertThat(hashes(copy.resolve(model), model)).isEqualTo(listed(model));
    assertThat(old).isNotEmpty();
    assertThat(lastChangedBefore(start, copy.resolve(model))).as("not made anew").isEmpty();
    assertThat(Manifest.read(copy)).isEqualTo(Manifest.read(MODELS));
  }

  @ParameterizedTest
  @MethodSource("models")
  void tellsInItsSheetWhichListsItWasMadeWith(String model) throws IOException {
    JsonNode sheet = sheet(model);
    for (String key : List.of("data", "tuned")) {
      for (Map.Entry<String, JsonNode> entry : sheet.path(key).properties()) {
        Path file = MODELS.resolve(entry.getKey());
        if (Files.exists(file)) {
          assertThat(Sha256.of(file)).as(entry.getKey()).isEqualTo(entry.getValue().asText());
        } else {
          assertThat(key).as(entry.getKey()).isEqualTo("data");
        }
      }
    }
  }

  @Test
  void namesTheDataOutsideTheRepositoryByItsHash() throws IOException {
    Map<String, JsonNode> data = new TreeMap<>();
    for (String model : models()) {
      JsonNode sheet = sheet(model);
      if (sheet.path("command").asText().contains(DATA)) {
        sheet.path("data").properties().forEach(e -> data.put(e.getKey(), e.getValue()));
      }
    }
    assertThat(data).isNotEmpty();
    for (Map.Entry<String, JsonNode> entry : data.entrySet()) {
      Path file = shared().resolve(entry.getKey());
      assumeTrue(Files.exists(file), entry.getKey() + " is absent");
      assertThat(Sha256.of(file)).as(entry.getKey()).isEqualTo(entry.getValue().asText());
    }
  }

  private static Set<Path> lastChangedBefore(FileTime time, Path folder) throws IOException {
    Set<Path> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).compareTo(time) < 0) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static JsonNode sheet(String model) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(MODELS.resolve(model).resolve("data-sheet.json")));
  }

  private static SortedMap<String, String> hashes(Path folder, String model) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        hashes.put(model + "/" + file.getFileName(), Sha256.of(file));
      }
    }
    return hashes;
  }

  private static SortedMap<String, String> listed(String model) throws IOException {
    SortedMap<String, String> listed = new TreeMap<>(Manifest.read(MODELS).files());
    listed.keySet().removeIf(path -> !path.startsWith(model + "/"));
    return listed;
  }

  private static Path shared() {
    String given = System.getenv().getOrDefault("VIGIE_SHARED", "");
    Path shared = given.isBlank() ? HOME.resolve("../shared") : Path.of(given);
    return shared.resolve("data/job-ads").toAbsolutePath().normalize();
  }
}
