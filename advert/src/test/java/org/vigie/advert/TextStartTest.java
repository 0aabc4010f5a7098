package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextStartTest {
  /** A family of four: four people of two units each, joined by U+200D. */
  private static final String FAMILY =
      "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

  @Test
  void isTheTextIfThatHasRoom() {
    assertThat(start("abc", 3)).isEqualTo("abc");
    assertThat(start("", 0)).isEmpty();
  }

  @Test
  void isNothingWhereThereIsNoRoom() {
    assertThat(start("abc", 0)).isEmpty();
  }

  @Test
  void hasNoBlanksAroundIt() {
    assertThat(start(" \n abc \n", 9)).isEqualTo("abc");
    assertThat(start("  abc  \n def", 6)).isEqualTo("abc");
    assertThat(start(" \n ", 3)).isEmpty();
  }

  @Test
  void knowsHowLongTheWholeIs() {
    assertThat(TextStart.of(" abcdef\n", 3)).isEqualTo(new TextStart("abc", 6));
    assertThat(TextStart.of(" abc\n", 3)).isEqualTo(new TextStart("abc", 3));
  }

  @Test
  void partsNoSurrogates() {
    assertThat(start("a\uD83D\uDC68b", 2)).isEqualTo("a");
    assertThat(start("a\uD83D\uDC68b", 3)).isEqualTo("a\uD83D\uDC68");
  }

  @Test
  void partsNoLetterFromItsMarks() {
    assertThat(start("ae\u0301\u0302bc", 3)).isEqualTo("a");
    assertThat(start("ae\u0301\u0302bc", 4)).isEqualTo("ae\u0301\u0302");
  }

  @Test
  void partsNoEmojiThatAreJoined() {
    for (int room = 1; room < FAMILY.length(); room++) {
      assertThat(start("a" + FAMILY + "b", room + 1)).isEqualTo("a");
    }
  }

  @Test
  void partsMarksThatArePiledUpWithoutAnEnd() {
    assertThat(start("e" + "\u0301".repeat(1_000), 500)).hasSize(500);
    String pairs = "a" + "\uD83C\uDFFB".repeat(500);
    assertThat(start(pairs, 500)).hasSize(499);
  }

  private static String start(String declared, int room) {
    return TextStart.of(declared, room).text();
  }
}
