package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignExcerptsTest {
  private static final String ORDINARY =
      "The hours are from eight to four with a break at noon. Tea and fruit are on the house every"
          + " day. The bus number nine stops in front of the gate. Gloves and boots are handed out on"
          + " the first morning.";

  private static SignLine line(String family, String stance, String text) {
    return SignLine.parse("en", String.join("\t", family, stance, "offer", "plain", text), "here");
  }

  @Test
  void learnsFromTheMarkedPassageThatItSaysTheSignAndFromWhatStandsBesideItThatItDoesNot() {
    SignLine line =
        line(
            "debt",
            "said",
            "We grow tomatoes near the coast. ⟦The ticket is worked off first.⟧ Ask for Jo on the phone.");

    List<SignLine> excerpts = SignExcerpts.of(line);

    assertThat(excerpts)
        .extracting(SignLine::text, SignLine::isSaid)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "We grow tomatoes near the coast. The ticket is worked off first. Ask for Jo on the phone.",
                true),
            org.assertj.core.groups.Tuple.tuple("The ticket is worked off first.", true),
            org.assertj.core.groups.Tuple.tuple("We grow tomatoes near the coast.", false),
            org.assertj.core.groups.Tuple.tuple("Ask for Jo on the phone.", false));
  }

  @Test
  void learnsFromEachSentenceOfALongTextThatSaysNothing() {
    assertThat(SignExcerpts.of(line("none", "other", ORDINARY)))
        .hasSize(5)
        .noneMatch(SignLine::isSaid);
  }

  @Test
  void learnsFromShortTextsAndUnmarkedOnesAsAWhole() {
    assertThat(SignExcerpts.of(line("debt", "denied", "Nobody works off a ticket here.")))
        .hasSize(1);
    assertThat(SignExcerpts.of(line("debt", "said", ORDINARY))).hasSize(1);
  }

  @Test
  void refusesAMarkThatIsNotClosed() {
    assertThatThrownBy(() -> line("debt", "said", "The ticket ⟦is worked off first."))
        .hasMessage("here must have no mark or a passage between ⟦ and ⟧");
  }
}
