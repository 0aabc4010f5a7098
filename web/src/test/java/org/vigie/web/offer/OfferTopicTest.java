package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.casework.Readme;
import org.vigie.classifier.Taxonomy;

class OfferTopicTest {
  /** Rows about the adverts of persons who sell sex, and what a person can't ask about. */
  private static final Set<String> LEFT_OUT =
      Set.of("OA-10", "SX-01", "SX-02", "SX-10", "SX-11", "SX-12", "FI-01", "MV-02");

  @Test
  void isThereForEveryRowThatAnOfferCanShow() throws Exception {
    Taxonomy taxonomy = Taxonomy.load(Readme.project().resolve("models"));

    Set<String> without =
        taxonomy.rows().stream()
            .filter(row -> row.scored() && (row.level().contains("A") || row.level().contains("S")))
            .map(Taxonomy.Row::id)
            .filter(id -> OfferTopic.ofRow(id).isEmpty())
            .collect(Collectors.toSet());

    assertThat(without).isEqualTo(LEFT_OUT);
  }

  @Test
  void knowsTheStrongSignsOfControl() {
    assertThat(OfferTopic.DEBT.isControl()).isTrue();
    assertThat(OfferTopic.MOVEMENT.isControl()).isTrue();
    assertThat(OfferTopic.HURRY.isControl()).isFalse();
    assertThat(OfferTopic.NEED.isControl()).isFalse();
  }
}
