package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;

/** Which form of Directive 2011/36/EU an advert is assessed for, by what it says. */
class NamedFormsTest {
  private static AdvertAssessor assessor;

  @BeforeAll
  static void load() throws IOException {
    assessor = AdvertAssessor.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Kidney donor wanted, 20000 euro, operation abroad | organ-removal",
        "fr | Cherche donneur de rein, bon prix, opération à l'étranger | organ-removal",
        "de | Nierenspender gesucht, 20000 Euro, Operation im Ausland | organ-removal",
        "en | Need a wife for papers, I pay 10000 after the wedding | forced-marriage",
        "en | We send you to beg at the station, you give us half of what you collect | begging"
      })
  void isNamedByWhatIsSaid(String language, String text, String form) {
    assertThat(read(text, language).assessments())
        .extracting(Assessment::form)
        .contains(form)
        .doesNotContain(Assessment.OTHER);
  }

  @Test
  void isForcedCriminalityWhereSomebodyStealsAsWell() {
    AssessedAdvert read =
        read(
            "Our boss makes us steal phones each night. They make us beg at the station and hand in"
                + " what we earn",
            "en");

    assertThat(read.assessments())
        .extracting(Assessment::form)
        .contains("forced-criminality")
        .doesNotContain("begging");
  }

  @Test
  void isEachOfTwoThatAreSaid() {
    AssessedAdvert read =
        read(
            "Kidney donor wanted, 20000 euro, operation abroad. Need a wife for papers, I pay 10000"
                + " after the wedding",
            "en");

    assertThat(read.assessments())
        .filteredOn(assessment -> assessment.modelledForm().equals(Assessment.OTHER))
        .extracting(Assessment::form)
        .containsExactlyInAnyOrder("organ-removal", "forced-marriage");
  }

  @Test
  void isNotSaidToBeUnassessedWhereItsModelIsThatOfOthers() {
    AssessedAdvert read = read("Kidney donor wanted, 20000 euro, operation abroad", "en");

    assertThat(read.notAssessedFor()).doesNotContain(Assessment.OTHER, "organ-removal");
  }

  private static AssessedAdvert read(String text, String language) {
    return assessor.assess(
        Advert.builder(Channel.FILE, "test", Instant.EPOCH).body(text).language(language).build());
  }
}
