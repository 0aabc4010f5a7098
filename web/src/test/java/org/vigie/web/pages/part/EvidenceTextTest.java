package org.vigie.web.pages.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.advert.Span;
import org.vigie.web.Phrases;
import org.vigie.web.Worded;

class EvidenceTextTest {
  private static final Finding NOTE =
      Finding.of("sign-graded").with("sign", "RC-04").with("name", "a fee").with("grade", "E");
  private static final Worded SAID = Worded.said(AlertLine.of(Finding.of("notes"), List.of(NOTE)));
  private static final Finding LIKE =
      Finding.of("letters-of-two-scripts-like").with("likely", "pass");

  private static Worded said(Finding finding) {
    return Worded.said(finding);
  }

  private static Worded character(String name) {
    return said(Finding.of("character").with("character", name));
  }

  @Test
  void saysInTheReadersLanguageWhatAMarkMeans() {
    Finding contact = Finding.of("contact-of-kind").with("kind", "phone").with("contact", "1");
    Piece piece =
        new EvidenceText("a\u202Eb")
            .mark(new Span(0, 3), "contact", contact)
            .mark(new Span(0, 3), "indicator", LIKE)
            .pieces()
            .getFirst();

    assertThat(piece.note().text()).isEqualTo("phone 1; letters of two scripts, like «pass»");
    assertThat(Phrases.in(Locale.FRENCH).tell(piece.note()))
        .isEqualTo("téléphone 1 ; lettres de deux écritures, comme « pass »");
    assertThat(Phrases.in(Locale.FRENCH).tell(character("ZERO WIDTH SPACE")))
        .isEqualTo("ESPACE SANS CHASSE");
  }

  @Test
  void marksStretchesAndTheirOverlap() {
    assertThat(
            new EvidenceText("no fee today")
                .mark(new Span(0, 6), "indicator", NOTE)
                .mark(new Span(3, 12), "match")
                .pieces())
        .containsExactly(
            new Piece("no ", "indicator", SAID),
            new Piece("fee", "indicator match", SAID),
            new Piece(" today", "match", Worded.NONE));
  }

  @Test
  void showsCharactersThatHideOrReorderOthersAsBadges() {
    assertThat(new EvidenceText("a\u202Eb\u200Bc").pieces())
        .containsExactly(
            Piece.plain("a"),
            new Piece("U+202E", "badge", character("RIGHT-TO-LEFT OVERRIDE")),
            Piece.plain("b"),
            new Piece("U+200B", "badge", character("ZERO WIDTH SPACE")),
            Piece.plain("c"));
  }

  @Test
  void putsABadgeBehindAWordThatMixesScripts() {
    assertThat(new EvidenceText("a p\u0430ss now").mark(new Span(2, 6), "match").pieces())
        .containsExactly(
            Piece.plain("a "),
            new Piece("p\u0430ss", "mixed match", Worded.NONE),
            new Piece("Latn+Cyrl", "badge", said(LIKE)),
            Piece.plain(" now"));
    assertThat(new EvidenceText("\u0436ob").pieces())
        .containsExactly(
            new Piece("\u0436ob", "mixed", Worded.NONE),
            new Piece("Latn+Cyrl", "badge", said(Finding.of("letters-of-two-scripts"))));
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
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      String text =
          random
              .ints(random.nextInt(40), 'a', 'e')
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      EvidenceText evidence = new EvidenceText(text);
      for (int i = random.nextInt(6); i > 0; i--) {
        int start = random.nextInt(45);
        evidence.mark(new Span(start, start + random.nextInt(10)), "match");
      }
      assertThat(evidence.pieces().stream().map(Piece::text).collect(Collectors.joining()))
          .as("round %d", round)
          .isEqualTo(text);
    }
  }
}
