package org.vigie.classifier.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.sign.ConceptFile;
import org.vigie.files.yaml.YamlMap;

/** Adverts are read the same by an image as by the files it was made of. */
class ModelImageTest {
  private static final long SEED = 20_261_129L;
  private static final int TEXTS = 1_000;
  private static final byte[] MARK = new byte[32];

  @TempDir static Path folder;

  private static ImageFile file;
  private static AdvertAssessor byFiles;

  @BeforeAll
  static void make() throws IOException {
    file = new ImageFile(folder.resolve("models.image"), MARK);
    ModelImage image = file.open();
    byFiles = AdvertAssessor.load(ModelsFolder.path(), image);
    assertThat(image.hasMore()).isTrue();
    file.keep(image);
  }

  @Test
  void readsEveryTextTheSameAsTheFilesDo() throws IOException {
    ModelImage image = file.open();
    AdvertAssessor byImage = AdvertAssessor.load(ModelsFolder.path(), image);
    AdvertAssessor alone = AdvertAssessor.load(ModelsFolder.path(), ModelImage.none());

    assertThat(image.hasMore()).as("all of it was kept").isFalse();
    for (Advert advert : adverts()) {
      var expected = alone.read(advert);
      assertThat(byImage.read(advert)).isEqualTo(expected);
      assertThat(byFiles.read(advert)).isEqualTo(expected);
    }
  }

  @Test
  void isMadeOfTheSameBytesEachTime() throws IOException {
    ModelImage again = ModelImage.empty();
    AdvertAssessor.load(ModelsFolder.path(), again);

    assertThat(again.parts()).isEqualTo(file.open().parts());
  }

  /** Words of lists and concepts of all languages beside each other, numbers, phones, disguises. */
  private static List<Advert> adverts() throws IOException {
    List<String> words = words();
    Random random = new Random(SEED);
    List<Advert> adverts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      int from = random.nextInt(words.size());
      for (int left = 5 + random.nextInt(40); left > 0; left--) {
        // Half of the words are neighbours in a list, thus mostly of one language.
        boolean near = random.nextBoolean();
        int at = near ? from + random.nextInt(60) : random.nextInt(words.size());
        text.append(written(words.get(at % words.size()), random))
            .append(random.nextInt(8) == 0 ? ". " : " ");
      }
      adverts.add(
          Advert.builder(Channel.CLASSIFIEDS, "board.example.org", Instant.EPOCH)
              .body(text.toString())
              .build());
    }
    return adverts;
  }

  private static String written(String word, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> String.valueOf(random.nextInt(3_000)) + (random.nextBoolean() ? " €" : "");
      case 1 -> "+44 7700 900" + (100 + random.nextInt(900));
      case 2 -> word.replace('e', '3').replace('a', '@');
      case 3 -> String.join(" ", word.split(""));
      case 4 -> word.length() < 4 ? word : word.substring(0, 2) + word.substring(3);
      default -> word;
    };
  }

  private static List<String> words() throws IOException {
    List<String> words = new ArrayList<>();
    for (Path path : ConceptFile.paths(ModelsFolder.path())) {
      ConceptFile.read(path).patterns().values().forEach(words::addAll);
    }
    try (var lexicons = Files.list(ModelsFolder.path().resolve("lexicons"))) {
      for (Path path : lexicons.sorted().toList()) {
        YamlMap phrases = YamlMap.read(path).map("phrases");
        phrases.keys().forEach(language -> words.addAll(phrases.texts(language)));
      }
    }
    words.addAll(YamlMap.read(ModelsFolder.path().resolve("masked-words.yaml")).texts("masked"));
    words.replaceAll(word -> word.replace("*", "en").replace(" ..", ""));
    return words;
  }
}
