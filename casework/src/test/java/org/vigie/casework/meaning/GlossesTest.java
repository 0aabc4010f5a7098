package org.vigie.casework.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.casework.Readme;

class GlossesTest {
  @TempDir Path folder;

  @Test
  void tellEachConceptWithTheWordAsItIsWrittenAndAsItSounds() {
    List<GlossWord> gloss = glosses().of(russian(), Locale.ENGLISH);

    assertThat(gloss)
        .anySatisfy(word -> {
          assertThat(word.written()).isEqualTo("Паспорт");
          assertThat(word.romanised()).isEqualTo("pasport");
        });
    assertThat(glosses().of(russian(), Locale.of("ru"))).isEmpty();
  }

  @Test
  void areBoundedWhateverIsWrittenTogether() {
    AssessedAdvert chinese = advert("zh", "护照没有工资".repeat(20_000));

    assertThat(glosses().of(chinese, Locale.ENGLISH))
        .isNotEmpty()
        .allSatisfy(word -> assertThat(word.written()).hasSizeLessThanOrEqualTo(121));
  }

  @Test
  void areLeftOutWhereTheConceptsCannotBeRead() throws IOException {
    Files.createDirectories(folder.resolve("concepts"));
    Files.writeString(folder.resolve("concepts/ru.yaml"), "language: [");

    assertThat(new Glosses(folder).of(russian(), Locale.ENGLISH)).isEmpty();
  }

  private static Glosses glosses() {
    return new Glosses(Readme.project().resolve("models"));
  }

  private static AssessedAdvert russian() {
    return advert("ru", "Ищем официанток. Паспорт остаётся в сейфе");
  }

  private static AssessedAdvert advert(String language, String text) {
    return AssessedText.of(language, text);
  }
}
