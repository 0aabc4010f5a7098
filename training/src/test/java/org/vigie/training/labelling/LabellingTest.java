package org.vigie.training.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabellingTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void needsTwoReviewersForRiskAndOneForNone() {
    Verdicts verdicts =
        Verdicts.of(
            List.of(
                label("once", "anna", true),
                label("twice", "anna", true),
                label("twice", "ben", true),
                label("plain", "ben", false),
                label("differ", "anna", true),
                label("differ", "ben", false),
                label("outvoted", "anna", true),
                label("outvoted", "ben", false),
                label("outvoted", "eva", true)));

    assertThat(verdicts.of("once")).isEmpty();
    assertThat(verdicts.of("twice")).contains(true);
    assertThat(verdicts.of("plain")).contains(false);
    assertThat(verdicts.of("differ")).isEmpty();
    assertThat(verdicts.of("outvoted")).contains(true);
    assertThat(verdicts.needsAnother("once")).isTrue();
    assertThat(verdicts.needsAnother("differ")).isTrue();
    assertThat(verdicts.needsAnother("never seen")).isFalse();
  }

  @Test
  void countsAReviewerOnceHoweverOftenTheyAnswer() {
    List<Label> labels = List.of(label("a", "anna", true), label("a", "anna", true));

    assertThat(Verdicts.of(labels).of("a")).isEmpty();
  }

  @Test
  void measuresAgreementAsCohenDid() {
    List<Label> labels = new ArrayList<>();
    // 20 both risky, 5 and 10 where they differ, 15 both ordinary: kappa is 0.4.
    for (int i = 0; i < 50; i++) {
      labels.add(label("a" + i, "anna", i < 25));
      labels.add(label("a" + i, "ben", i < 20 || i >= 25 && i < 35));
    }

    List<Agreement> agreements = Agreement.of(Verdicts.of(labels));

    assertThat(agreements).hasSize(1);
    assertThat(agreements.getFirst().adverts()).isEqualTo(50);
    assertThat(agreements.getFirst().kappa()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void asksFirstWhereTheModelIsUnsureAndNotTwiceTheSame() {
    List<Candidate> candidates =
        List.of(
            new Candidate("sure", "1", "bakery assistant wanted in the old town", 0.01),
            new Candidate("unsure", "2", "parcels to forward from your own home", 0.5),
            new Candidate("repost", "2", "parcels to forward from your own home!", 0.49),
            new Candidate("other", "3", "dancers sought abroad with travel arranged", 0.7));

    assertThat(InformativeOrder.of(candidates, List.of(), 3))
        .extracting(Candidate::id)
        .containsExactly("unsure", "other", "sure");
    assertThat(InformativeOrder.of(candidates, List.of(candidates.get(1)), 1))
        .extracting(Candidate::id)
        .containsExactly("other");
  }

  @Test
  void keepsEachAnswerAndNamesALineThatIsNone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("labels.jsonl");
    LabelFile labels = new LabelFile(file);
    assertThat(labels.read()).isEmpty();

    labels.add(label("a", "anna", true));
    labels.add(label("b", "ben", false));

    assertThat(new LabelFile(file).read())
        .containsExactly(label("a", "anna", true), label("b", "ben", false));
    Files.writeString(file, "{\"id\":\"a\"}\n");
    assertThatThrownBy(labels::read).hasMessageStartingWith(file + ":1 must be a JSON object");
  }

  private static Label label(String id, String reviewer, boolean risky) {
    return new Label(id, reviewer, risky, NOON);
  }
}
