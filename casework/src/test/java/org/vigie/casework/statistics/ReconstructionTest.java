package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds out who knows all groups but one, and may ask until nothing is left. */
class ReconstructionTest {
  private static final int TRIALS = 2_000;

  @TempDir Path folder;

  @Test
  void doesNotFindOutByDifferenceWhetherAGroupIsInACell() {
    ReconstructionAttack.Outcome outcome = attack(11).byDifference(TRIALS);

    assertThat(outcome.without()).as("the attack works on counts").isEqualTo(TRIALS);
    assertThat(outcome.isBounded()).as("%s", outcome).isTrue();
  }

  @Test
  void doesNotGetRidOfNoiseByAskingAgain() throws Exception {
    ReconstructionAttack.Outcome outcome = attack(12).byAsking(60, folder);

    assertThat(outcome.without())
        .as("the attack works where each answer has noise of its own")
        .isGreaterThan(54);
    assertThat(outcome.isBounded()).as("%s", outcome).isTrue();
  }

  @Test
  void repeatsThreeAnswersAtMostAndRefusesTheRest() throws Exception {
    List<Long> answers = attack(14).answers(folder.resolve("ledger"), true);

    assertThat(answers).isNotEmpty().hasSizeLessThan(200).doesNotContain(0L);
    assertThat(answers.stream().distinct().count()).isLessThanOrEqualTo(3);
  }

  @Test
  void doesNotReadTheSecretsOfGroupsThatStandAlone() {
    ReconstructionAttack.Outcome outcome = attack(13).ofGroupsAlone(40);

    assertThat(outcome.without()).as("the attack works on counts").isEqualTo(outcome.guesses());
    assertThat(outcome.share()).isBetween(0.42, 0.58);
  }

  private static ReconstructionAttack attack(long seed) {
    return new ReconstructionAttack(new Random(seed));
  }
}
