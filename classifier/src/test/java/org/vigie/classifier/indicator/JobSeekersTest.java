package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.files.yaml.YamlMap;

class JobSeekersTest {
  private static JobSeekers seekers;

  @BeforeAll
  static void load() throws IOException {
    seekers = JobSeekers.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, I'm looking for a job in a hotel, from May on.",
        "Bonjour, je cherche du travail pour l'été.",
        "Szukam pracy w Niemczech.",
        "Добрий день, шукаю роботу за кордоном",
        "أبحث عن عمل في أوروبا",
        "Caut un loc de munca in Italia"
      })
  void knowWhoLooksForWork(String text) {
    assertThat(seekers.saysSo(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Are you looking for a job? We need cooks.",
        "Anyone looking for work is welcome.",
        "I am not looking for work, I only ask.",
        "Vous cherchez un emploi ? Nous recrutons.",
        "Suchen Sie Arbeit?",
        "We need a cleaner."
      })
  void knowWhoDoesNot(String text) {
    assertThat(seekers.saysSo(text)).isEmpty();
  }

  @Test
  void sayWhere() {
    assertThat(seekers.saysSo("Hi! I need work.")).contains(new Span(4, 15));
  }

  @Test
  void areListedInTheLanguagesOfTheLexicons() throws IOException {
    YamlMap phrases = YamlMap.read(ModelsFolder.path().resolve(JobSeekers.FILE)).map("phrases");
    YamlMap like = YamlMap.read(ModelsFolder.path().resolve("lexicons/NX-02.yaml")).map("phrases");

    assertThat(phrases.keys()).containsExactlyElementsOf(like.keys());
    for (String language : phrases.keys()) {
      for (String phrase : phrases.texts(language)) {
        assertThat(seekers.saysSo("... " + phrase + " ...")).as(phrase).isPresent();
      }
    }
  }

  @Test
  void refuseAListWithoutWords(@TempDir Path models) throws IOException {
    Files.writeString(models.resolve(JobSeekers.FILE), "phrases:\n  en: [\"!\"]\n");
    assertThatThrownBy(() -> JobSeekers.load(models))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(JobSeekers.FILE)
        .hasMessageContaining("needs phrases with a word");
  }

  /** Adverts of work, English and Polish, real ones: nobody in them looks for work. */
  @Test
  void standInHardlyAnyRealOffer() throws IOException {
    List<String> seeking = new ArrayList<>();
    int offers = 0;
    for (String set : List.of("classifieds_ie_dev", "emscad_dev", "poland_1k")) {
      Path file = ModelsFolder.sharedData().resolve("job-ads").resolve(set + ".jsonl.gz");
      assumeTrue(Files.exists(file), "shared data absent");
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          var advert = new JsonMapper().readTree(line);
          offers++;
          if (seekers.saysSo(advert.get("text").asText()).isPresent()) {
            seeking.add(advert.get("id").asText());
          }
        }
      }
    }
    assertThat(offers).isEqualTo(6_181);
    assertThat(seeking).hasSizeLessThanOrEqualTo(3);
  }
}
