package org.vigie.casework.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.Readme;
import org.vigie.classifier.Taxonomy;
import org.vigie.search.query.QueryLexicon;
import org.vigie.search.query.ValueDoubts;

/** The names by which people call concepts and signs. */
class ConceptNamesTest {
  private static final Path MODELS = Readme.project().resolve("models");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void tellWhatEachConceptStandsForInTheReadersLanguage(String language) {
    ConceptLabels labels = ConceptLabels.in(Locale.forLanguageTag(language));
    assertThat(ModelWords.read(MODELS).concepts().keySet())
        .hasSizeGreaterThan(150)
        .filteredOn(name -> name.contains("-") && labels.of(name).equals(name))
        .isEmpty();
    assertThat(labels.of("no-such-concept")).isEqualTo("no-such-concept");
  }

  @Test
  void areTheirOwnInEachLanguageThatHasLabels() {
    assertThat(ConceptLabels.in(Locale.FRENCH).of("debt")).isEqualTo("dette");
    assertThat(ConceptLabels.in(Locale.ENGLISH).of("debt")).isEqualTo("debt");
    assertThat(ConceptLabels.in(Locale.forLanguageTag("pl")).of("id-document"))
        .isEqualTo("identity document");
  }

  @Test
  void ofSignsAreThoseOfRowsFamiliesAndShortOnesThatTheTaxonomyHas() throws IOException {
    QueryLexicon lexicon = ModelWords.lexicon(MODELS);
    assertThat(lexicon.signs())
        .containsEntry("passport-kept", List.of("LX-07"))
        .containsEntry("retention-of-identity-documents", List.of("LX-07"))
        .containsEntry("documents-kept", List.of("LX-07"))
        .containsEntry("marriage", List.of("OT-04"));
    assertThat(lexicon.signs().keySet())
        .containsAll(SignNames.shortNames().stringPropertyNames())
        .doesNotContain("child-transfer", "youth-suggesting-wording");
  }

  @Test
  void knowNoSignOfARowThatATaxonomyQuarantinesWhicheverItIs(@TempDir Path models)
      throws IOException {
    String rows = Files.readString(MODELS.resolve("taxonomy.yaml"));
    String control = rows.substring(rows.indexOf("id: LX-07"));
    String more = control.replaceFirst("category: [^\n]+", "category: minor-risk route");
    Files.writeString(
        models.resolve("taxonomy.yaml"),
        rows.replace(control, more.replaceFirst("scored: true", "scored: false")));
    Taxonomy taxonomy = Taxonomy.load(models);

    assertThat(taxonomy.minorRisk()).containsExactlyInAnyOrder("SX-04", "OT-02", "LX-07");
    assertThat(SignNames.of(taxonomy)).doesNotContainKeys("passport-kept", "documents-kept");
    assertThat(ValueDoubts.withoutIndex(List.of(), taxonomy.minorRisk()).in("indicator:lx-07"))
        .hasSize(1);
  }
}
