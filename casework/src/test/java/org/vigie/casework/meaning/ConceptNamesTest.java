package org.vigie.casework.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.Readme;
import org.vigie.search.query.QueryLexicon;

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
}
