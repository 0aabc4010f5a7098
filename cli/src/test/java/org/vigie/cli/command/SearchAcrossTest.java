package org.vigie.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** What people find in languages that they don't read, by command. */
class SearchAcrossTest {
  @TempDir static Path folder;
  private static Here here = Here.in(Path.of(""));

  @BeforeAll
  static void read() throws Exception {
    ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    here.piped(
        "{\"text\":\"Ищем официанток. Паспорт остаётся в сейфе\",\"language\":\"ru\"}\n"
            + "{\"text\":\"መኖሪያ እና ፓስፖርት\",\"language\":\"am\"}\n");
    assertThat(here.vigie("run", "--input", "-")).as(here.err()).isZero();
  }

  private static String out(String... words) {
    assertThat(here.vigie(words)).as(here.err()).isZero();
    return here.out();
  }

  @Test
  void findAWordInOtherLanguagesAndAreToldWhatItWasTakenFor() {
    assertThat(out("search", "passport orchard", "--across"))
        .contains("passport → id-document: паспорт, ", ", in 54 languages")
        .contains("orchard: no form of a concept; searched as it is written");
    assertThat(out("search", "passport", "--across")).contains("Паспорт", "ፓስፖርት");
    assertThat(out("search", "passport")).doesNotContain("Паспорт", " → ");
    assertThat(out("search", "passeport", "--across", "--query-lang", "fr")).contains("Паспорт");
  }

  @Test
  void findConceptsByTheirNamesAndSignsByTheirs() {
    assertThat(out("search", "concept:id-document lang:am")).contains("ፓስፖርት");
    assertThat(here.err()).containsOnlyOnce("preparing the word forms of all languages");
    assertThat(out("search", "concept:passport-kept"))
        .isEqualTo(out("search", "indicator:LX-07"))
        .contains("match");
    assertThat(here.vigie("search", "concept:id-dokument")).isEqualTo(2);
    assertThat(here.err()).contains("id-document", "'id-dokument'");
    assertThat(out("concepts", "list", "--lang", "fr"))
        .contains("id-document", "pièce d’identité", "passport-kept", "LX-07");
  }

  @Test
  void getWhatWordsWereTakenForAsJsonToo() throws Exception {
    JsonNode answer = new ObjectMapper().readTree(out("search", "passport", "--across", "--json"));
    assertThat(answer.at("/takenFor/0/typed").asText()).isEqualTo("passport");
    assertThat(answer.at("/takenFor/0/meanings/0/concept").asText()).isEqualTo("id-document");
  }

  @Test
  void areRefusedALanguageThatIsNoneOrStandsAlone() {
    assertThat(here.vigie("search", "visa", "--query-lang", "fr")).isNotZero();
    assertThat(here.err()).contains("--query-lang must be a code such as fr, beside --across");
    assertThat(here.vigie("search", "visa", "--across", "--query-lang", "french")).isNotZero();
    assertThat(here.vigie("concepts", "list", "--lang", "xx")).isNotZero();
    assertThat(here.err()).contains("--lang must be en or fr, but was 'xx'");
  }

  @Test
  void readAGlossOfAForeignAdvertAndNoneOfTheirOwn() throws Exception {
    String id = id("lang:am ፓስፖርት");
    assertThat(out("show", id))
        .contains("GLOSS (made by a machine, word by word; no translation)")
        .contains("ፓስፖርት [p", "identity document");
    assertThat(out("show", id, "--gloss", "fr")).contains("pièce d’identité");
    assertThat(out("show", id("lang:en"))).doesNotContain("GLOSS");
    assertThat(here.vigie("show", id, "--gloss", "xx")).isNotZero();
    assertThat(out("search", "\"identity document\" lang:am")).contains("No advert matches");
  }

  private static String id(String query) throws Exception {
    return new ObjectMapper().readTree(out("search", query, "--json")).at("/hits/0/id").asText();
  }
}
