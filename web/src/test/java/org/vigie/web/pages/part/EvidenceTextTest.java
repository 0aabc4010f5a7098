package org.vigie.web.pages.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Span;

class EvidenceTextTest {
  @Test
  void marksStretchesAndTheirOverlap() {
    assertThat(
            new EvidenceText("no fee today")
                .mark(new Span(0, 6), "indicator", "RC-04")
                .mark(new Span(3, 12), "match", "")
                .pieces())
        .containsExactly(
            new Piece("no ", "indicator", "RC-04"),
            new Piece("fee", "indicator match", "RC-04"),
            new Piece(" today", "match", ""));
  }

  @Test
  void showsCharactersThatHideOrReorderOthersAsBadges() {
    assertThat(new EvidenceText("a\u202Eb\u200Bc").pieces())
        .containsExactly(
            Piece.plain("a"),
            new Piece("U+202E", "badge", "RIGHT-TO-LEFT OVERRIDE"),
            Piece.plain("b"),
            new Piece("U+200B", "badge", "ZERO WIDTH SPACE"),
            Piece.plain("c"));
  }

  @Test
  void putsABadgeBehindAWordThatMixesScripts() {
    assertThat(new EvidenceText("a p\u0430ss now").mark(new Span(2, 6), "match", "").pieces())
        .containsExactly(
            Piece.plain("a "),
            new Piece("p\u0430ss", "mixed match", ""),
            new Piece("Latn+Cyrl", "badge", "letters of two scripts, like «pass»"),
            Piece.plain(" now"));
    assertThat(new EvidenceText("\u0436ob").pieces())
        .containsExactly(
            new Piece("\u0436ob", "mixed", ""),
            new Piece("Latn+Cyrl", "badge", "letters of two scripts"));
    assertThat(new EvidenceText("\u0440\u0430\u0431\u043E\u0442\u0430 now").pieces())
        .containsExactly(Piece.plain("\u0440\u0430\u0431\u043E\u0442\u0430 now"));
  }

  @Test
  void leavesNoAddressThatABrowserWouldOpen() {
    assertThat(new EvidenceText("see https://www.example.org/x").pieces())
        .containsExactly(Piece.plain("see hxxps://www[.]example[.]org/x"));
  }

  @Test
  void losesNothingWhateverIsMarked() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      String text =
          random
              .ints(random.nextInt(40), 'a', 'e')
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      EvidenceText evidence = new EvidenceText(text);
      for (int i = random.nextInt(6); i > 0; i--) {
        int start = random.nextInt(45);
        evidence.mark(new Span(start, start + random.nextInt(10)), "match", "");
      }
      assertThat(evidence.pieces().stream().map(Piece::text).collect(Collectors.joining()))
          .as("seed %d", seed)
          .isEqualTo(text);
    }
  }
}
