package org.vigie.classifier.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.classifier.ModelsFolder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Whatever bytes a name finder's file holds, they are read and used, or refused. */
class NameModelFuzzTest {
  private static Path folder;
  private static NameList list;
  private static NameCues cues;

  @BeforeAll
  static void load() throws IOException {
    folder = Files.createTempDirectory("name-fuzz");
    folder.toFile().deleteOnExit();
    list = NameList.load(ModelsFolder.path());
    cues = NameCues.load(ModelsFolder.path());
  }

  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesWeightsOfAnyBytes(byte[] bytes) throws IOException {
    Files.write(folder.resolve(NameModel.NAME), bytes);

    NameModel model;
    try {
      model = NameModel.read(folder);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(folder.toString());
      return;
    }
    NormalizedText text = NormalizedText.of("Call Anna Example, or ask for Mr John.");
    assertThat(new NameFinder(list, cues, model).score(text, Words.of(text))).isNotNull();
  }
}
