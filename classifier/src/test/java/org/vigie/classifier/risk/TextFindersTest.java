package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;

class TextFindersTest {
  @TempDir Path folder;
  private Path models = Path.of("");

  @BeforeEach
  void copyLists() throws IOException {
    models = copyTo(folder.resolve("models"));
  }

  @Test
  void areThoseOfAnotherFolderWithTheSameLists() throws IOException {
    TextFinders first = TextFinders.load(models, Taxonomy.load(models));
    Path other = copyTo(folder.resolve("other"));

    TextFinders second = TextFinders.load(other, Taxonomy.load(other));

    assertThat(second.quantities()).isSameAs(first.quantities());
    assertThat(second.indicators()).as("one per thread").isNotSameAs(first.indicators());
  }

  @Test
  void areReadAnewOnceAListIsAnother() throws IOException {
    TextFinders first = TextFinders.load(models, Taxonomy.load(models));
    Path list = models.resolve("contact-words.yaml");
    String text = Files.readString(list);
    Files.writeString(list, text + "# a remark\n");

    assertThat(TextFinders.load(models, Taxonomy.load(models)).contacts())
        .isNotSameAs(first.contacts());

    Files.writeString(list, "unknown: key\n");
    assertThatThrownBy(() -> TextFinders.load(models, Taxonomy.load(models)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(list.toString());
  }

  private static Path copyTo(Path target) throws IOException {
    Path source = ModelsFolder.path();
    List<Path> lists;
    try (Stream<Path> files = Files.walk(source)) {
      lists = files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    for (Path file : lists) {
      Path copy = target.resolve(source.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return target;
  }
}
