package org.vigie.training.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdinaryWordsBuildTest {
  @TempDir Path models;
  @TempDir Path texts;

  /** "Dame" is used as a word, "Bebe" is a form of a concept, and "Maria" is in use there. */
  @Test
  void countsGivenNamesThatAreWordsOfALanguage() throws IOException {
    list(
        "dame\tDame\ten\t1", "bebe\tBebe\ten ro\t1", "maria\tMaria\tes it\t1", "rose\tRose\ten\t5");
    concepts("es", "newborn: [bebé, recién nacido]", "drugs: [maría]");
    text("es", "Un bebé nuevo.", "Maria y Dame.");
    text("cs", "Zítra ti dame klíč.", "Nic vám dame. Rose rose rose.");

    assertThat(OrdinaryWordsBuild.count(models, texts))
        .isEqualTo(Map.of("es", List.of("bebe"), "cs", List.of("dame")));
  }

  private void list(String... lines) throws IOException {
    Path file = Files.createDirectories(models.resolve("names")).resolve("names.tsv.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private void concepts(String language, String... lines) throws IOException {
    Path folder = Files.createDirectories(models.resolve("concepts"));
    Files.writeString(
        folder.resolve(language + ".yaml"), "concepts:\n  " + String.join("\n  ", lines) + "\n");
  }

  private void text(String language, String... lines) throws IOException {
    Files.write(texts.resolve(language + ".txt"), List.of(lines));
  }
}
