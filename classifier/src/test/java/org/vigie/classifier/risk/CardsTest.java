package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.registry.Manifest;

/** What the card of each shipped model says of what its figures are worth. */
class CardsTest {
  @Test
  void ofEachModelOfRiskSayThatItsFiguresAreNotThoseOfFindingTrafficking() throws IOException {
    List<String> models = risk();

    assertThat(models).hasSizeGreaterThanOrEqualTo(6);
    for (String model : models) {
      assertThat(opening(model))
          .as(model)
          .contains("not the accuracy of finding trafficking", "a lead for a person to judge");
    }
  }

  @Test
  void ofRecruitmentSaysThatItIsOfEmploymentScamAProxy() throws IOException {
    assertThat(opening("risk-recruitment-1"))
        .contains("An employment-scam model, used as a stand-in for deceptive recruitment");
  }

  @Test
  void ofTheOtherFormsSayThatTheyAreTrainedByWeakSupervisionOnInventedText() throws IOException {
    List<String> others = risk().stream().filter(name -> !name.contains("recruitment")).toList();

    assertThat(others).hasSizeGreaterThanOrEqualTo(5);
    for (String model : others) {
      assertThat(opening(model)).as(model).contains("Trained by weak supervision on invented");
    }
  }

  private static List<String> risk() throws IOException {
    return Manifest.read(ModelsFolder.path()).models().stream()
        .filter(name -> name.startsWith("risk-"))
        .toList();
  }

  /** What stands before the first heading of a card, on one line. */
  private static String opening(String model) throws IOException {
    String card = Files.readString(ModelsFolder.path().resolve(model).resolve("card.md"));
    return card.substring(0, card.indexOf("\n## ")).replaceAll("\\s+", " ");
  }
}
