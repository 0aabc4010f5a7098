package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.registry.Manifest;

/** Assessors that share what was read from one models folder. */
class SharedAssessorTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 25;

  /** Names, places, disguises, sentences that deny, and forms beside recruitment. */
  private static final List<String> TEXTS =
      List.of(
          "Earn money from home in Galway. We never keep your passport. Ask for Maria Kowalska.",
          "Travail de serveuse à Lyon, logement fourni, 06 39 98 00 01, on garde les papiers.",
          "S e n d a copy of your p4ssp0rt and pay the fee, zero seven seven zero zero nine zero zero"
              + " one two three. They said they would keep my documents.",
          "Kitchen help wanted in Dublin, 12 hours a day, 300 € a week, housing deducted from wages.",
          "Private massage, new in town for three days, call +44 7700 900123, outcall only.",
          "Шукаємо працівників на склад у Варшаві, житло надаємо, документи зберігаємо.");

  @TempDir Path folder;

  @Test
  void assessTheSameOnManyThreadsAtOnceAsOneAlone() throws Exception {
    AdvertAssessor alone = AdvertAssessor.load(ModelsFolder.path());
    List<AssessedAdvert> expected = TEXTS.stream().map(text -> alone.assess(advert(text))).toList();
    Callable<List<AssessedAdvert>> all =
        () -> {
          AdvertAssessor own = AdvertAssessor.load(ModelsFolder.path());
          List<AssessedAdvert> found = new ArrayList<>();
          for (int round = 0; round < ROUNDS; round++) {
            TEXTS.forEach(text -> found.add(own.assess(advert(text))));
          }
          return found;
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<List<AssessedAdvert>> found :
          threads.invokeAll(Collections.nCopies(THREADS, all))) {
        for (int i = 0; i < ROUNDS * TEXTS.size(); i++) {
          assertThat(found.get().get(i)).isEqualTo(expected.get(i % TEXTS.size()));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"taxonomy.yaml", "gazetteer/cities.tsv.gz", NameFinder.FORM})
  void areNotHandedOutOnceAFileWasAltered(String file) throws IOException {
    copy(ModelsFolder.path(), folder);
    AdvertAssessor.load(folder);
    Path altered =
        file.equals(NameFinder.FORM)
            ? folder.resolve(Manifest.read(folder).requireActive(file)).resolve("model.bin")
            : folder.resolve(file);
    Files.writeString(altered, "\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> AdvertAssessor.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(altered.toString())
        .hasMessageContaining("must have the hash");
  }

  private static Advert advert(String text) {
    return Advert.builder(Channel.CLASSIFIEDS, "board.example.org", Instant.EPOCH)
        .body(text)
        .build();
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
