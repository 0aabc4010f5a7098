package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.GroupFacts.Spread;
import org.vigie.training.risk.GroupExample;
import org.vigie.training.risk.GroupScores;
import org.vigie.training.risk.GroupTraining;

class GroupModelTest {
  private static final Path MODELS = Path.of("..", "models");

  @TempDir Path folder;

  @Test
  void givesReasonsThatAddUpToTheLogOddsOfItsProbability() throws Exception {
    GroupAssessment made = published().assess(organised());

    double sum = made.reasons().stream().mapToDouble(Reason::contribution).sum();
    assertThat(sum).isCloseTo(made.logOdds(), within(1e-9));
    assertThat(made.riskProbability())
        .isCloseTo(1 / (1 + Math.exp(-made.logOdds())), within(1e-12))
        .isGreaterThan(0.9);
    assertThat(made.model()).isEqualTo("risk-group-1");
    assertThat(made.reasons())
        .extracting(Reason::feature)
        .contains("4 persons named", "SX-01 obscured contact (grade T+) in 9 of 14 adverts");
  }

  @Test
  void saysWhatWasExpectedOfItWhenItWasTrained() throws Exception {
    assertThat(GroupScores.compute(published()))
        .zipSatisfy(
            ExpectedScoresFile.read(MODELS.resolve("risk-group-1"), GroupScores.Expected.class),
            (now, then) -> {
              assertThat(now.group()).isEqualTo(then.group());
              assertThat(now.logOdds()).isCloseTo(then.logOdds(), within(1e-6));
            });
  }

  @Test
  void weighsNoFlagNoCounterSignAndNothingOfOrigin() throws Exception {
    Taxonomy taxonomy = Taxonomy.load(MODELS);
    GroupWeights weights = GroupWeights.read(MODELS.resolve("risk-group-1"));

    assertThat(weights.table().features())
        .filteredOn(GroupFeatures::isSign)
        .isNotEmpty()
        .allSatisfy(name -> {
          String id = name.substring(name.indexOf(':') + 1);
          assertThat(taxonomy.indicator(id).scored()).as(id).isTrue();
          assertThat(weights.table().weight(name)).as(id).isNotNegative();
        });
    GroupFacts shown =
        new GroupFacts(
            4, 0, new Spread(1, 1, 1, 1), 0.1, 0.1, Map.of("SX-03", 4L, "SX-05", 4L), List.of());
    assertThat(new GroupFeatures(taxonomy).features(shown))
        .extracting(Feature::name)
        .noneMatch(GroupFeatures::isSign);
  }

  @Test
  void saysNoMoreOfAThousandAdvertsThanOfThirtyOne() throws Exception {
    GroupModel model = published();

    assertThat(model.assess(sized(1_000)).logOdds()).isEqualTo(model.assess(sized(31)).logOdds());
  }

  @Test
  void learnsWhatTellsPlantedGroupsApartAndIsTheSameTwice() throws Exception {
    copyTuned();
    List<GroupExample> examples = examples();

    GroupTraining.withDefaults().train(examples, folder, "risk-group-7");
    byte[] first = Files.readAllBytes(folder.resolve("risk-group-7/weights.json"));
    var measured = GroupTraining.withDefaults().train(examples, folder, "risk-group-7");

    assertThat(measured.averagePrecision()).isGreaterThan(0.9);
    assertThat(Files.readAllBytes(folder.resolve("risk-group-7/weights.json"))).isEqualTo(first);
    assertThat(Manifest.read(folder).active()).containsEntry("group", "risk-group-7");
    assertThat(Files.readString(folder.resolve("risk-group-7/card.md")))
        .contains("weak supervision on invented clusters");
  }

  @Test
  void refusesWeightsThatWereAltered() throws Exception {
    copyTuned();
    GroupTraining.withDefaults().train(examples(), folder, "risk-group-7");
    Files.writeString(folder.resolve("risk-group-7/weights.json"), "{}");

    assertThatThrownBy(() -> GroupModel.find(folder, Taxonomy.load(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights.json");
  }

  private GroupModel published() throws Exception {
    return GroupModel.find(MODELS, Taxonomy.load(MODELS)).orElseThrow();
  }

  private void copyTuned() throws Exception {
    Files.copy(MODELS.resolve(Taxonomy.FILE), folder.resolve(Taxonomy.FILE));
  }

  /** Campaigns name several persons in several places; some others do so too. */
  private static List<GroupExample> examples() {
    Random random = new Random(3);
    List<GroupExample> examples = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean risky = i % 4 == 0;
      boolean several = random.nextInt(10) < (risky ? 9 : 1);
      examples.add(
          new GroupExample(
              "g" + i,
              risky ? Outcome.RISK : Outcome.BUSINESS,
              List.of("en", "fr", "de", "es", "it", "nl").get(i % 6),
              i >= 200,
              new GroupFacts(
                  2 + random.nextInt(9),
                  several ? 3 : 1,
                  new Spread(1, several ? 4 : 1, 1, 1),
                  risky ? 0.6 : 0.2,
                  risky ? 0.8 : 0.3,
                  Map.of(),
                  List.of())));
    }
    return examples;
  }

  private static GroupFacts sized(long adverts) {
    return new GroupFacts(adverts, 0, new Spread(1, 1, 1, 1), 0.2, 0.3, Map.of(), List.of());
  }

  private static GroupFacts organised() {
    return new GroupFacts(
        14,
        4,
        new Spread(1, 5, 2, 2),
        0.7,
        0.9,
        Map.of("SX-01", 9L, "OA-04", 14L, "SX-11", 14L, "LX-09", 10L),
        List.of());
  }
}
