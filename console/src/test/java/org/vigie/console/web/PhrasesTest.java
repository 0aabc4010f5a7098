package org.vigie.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final Pattern SAID = Pattern.compile("frame\\.say\\(\"([a-z.-]+)\"[,)]");

  @Test
  void areCompleteInEveryLanguage() throws IOException {
    Properties english = file("");
    for (Locale language : Phrases.LANGUAGES.subList(1, Phrases.LANGUAGES.size())) {
      assertThat(file("_" + language).keySet()).isEqualTo(english.keySet());
    }
  }

  @Test
  void haveAWordForAllThatTemplatesSay() throws IOException {
    Phrases phrases = Phrases.in(Locale.ENGLISH);
    try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
      for (Path template : templates.toList()) {
        Matcher said = SAID.matcher(Files.readString(template));
        while (said.find()) {
          assertThat(phrases.of(said.group(1))).as(said.group(1)).isNotBlank();
        }
      }
    }
  }

  @Test
  void followTheBrowsersWish() {
    assertThat(Phrases.preferred("fr-BE, en;q=0.5")).isEqualTo(Locale.FRENCH);
    assertThat(Phrases.preferred("ro, en;q=0.5")).isEqualTo(Locale.ENGLISH);
    assertThat(Phrases.preferred(";;;")).isEqualTo(Locale.ENGLISH);
    assertThat(Phrases.preferred("")).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void keepApostrophesAndBendWithNumbers() {
    assertThat(Phrases.in(Locale.ENGLISH).of("error.title")).isEqualTo("This can't be shown");
    assertThat(Phrases.in(Locale.ENGLISH).of("search.total", 1L)).isEqualTo("One advert matches.");
    assertThat(Phrases.in(Locale.ENGLISH).of("search.total", 1_234L))
        .isEqualTo("1,234 adverts match.");
    assertThat(Phrases.in(Locale.FRENCH).of("search.total", 0L))
        .isEqualTo("Aucune annonce ne correspond.");
  }

  private static Properties file(String ending) throws IOException {
    Properties properties = new Properties();
    String name = "phrases" + ending + ".properties";
    try (InputStreamReader in =
        new InputStreamReader(Phrases.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
