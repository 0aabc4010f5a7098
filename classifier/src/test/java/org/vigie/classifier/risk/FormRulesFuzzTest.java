package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Whatever bytes {@code forms.yaml} holds, it is read and used, or refused. */
class FormRulesFuzzTest {
  private static Path folder;
  private static Taxonomy taxonomy;

  @BeforeAll
  static void load() throws IOException {
    folder = Files.createTempDirectory("forms-fuzz");
    folder.toFile().deleteOnExit();
    taxonomy = Taxonomy.load(ModelsFolder.path());
  }

  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesFormsOfAnyBytes(byte[] bytes) throws IOException {
    Files.write(folder.resolve(FormRules.FILE), bytes);

    FormRules rules;
    try {
      rules = FormRules.load(folder, taxonomy);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(folder.toString());
      return;
    }
    NormalizedText text = NormalizedText.of("Marriage, my own work.");
    var said = rules.said(text, Words.of(text), "en");
    assertThat(rules.names()).containsAll(rules.open(said.keySet(), List.of()));
    for (String form : rules.names()) {
      assertThat(rules.votes(form, said.keySet(), List.of(), List.of())).isNotNull();
    }
  }
}
