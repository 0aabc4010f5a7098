package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeobfuscationTest {
  @Test
  void readsEachOfManyWordsThatSignsStandBetween() {
    String text = "call!now!for!the!best!work!in!town!with!no!f33s!today!already!p4ssp0rt";

    assertThat(words(text))
        .containsExactly(
            "call",
            "now",
            "for",
            "the",
            "best",
            "work",
            "in",
            "town",
            "with",
            "no",
            "fees",
            "today",
            "already",
            "passport");
  }

  @Test
  void readsEachOfManyWordsAlsoWhereTheFirstIsDisguised() {
    String text = "w0rk!now!for!the!best!there!is!in!town!with!no!worry!today!already!p4ssp0rt";

    assertThat(words(text)).startsWith("work", "now", "for").endsWith("already", "passport");
  }

  @Test
  void readsAWordWithSignsInItAsOne() {
    assertThat(words("your p@ssp0r! here")).containsExactly("your", "passpor", "here");
    assertThat(words("your p@s$p0rt here")).containsExactly("your", "passport", "here");
  }

  @Test
  void readsALetterThatIsComparedAsTwoAsOneOfThoseSetApart() {
    assertThat(words("auf der S.t.r.a.ß.e stehen"))
        .containsExactly("auf", "der", "strasse", "stehen");
    assertThat(words("g r o ß")).containsExactly("gross");
    assertThat(undone("№ 5 and № 7")).isEmpty();
  }

  @Test
  void keepsThePlaceOfEachWord() {
    String text = "w0rk!now!for!the!best!there!is!in!town!with!no!worry!today!already!p4ssp0rt";
    Deobfuscation undone = undone(text).orElseThrow();

    for (int i = 0; i < undone.words().size(); i++) {
      Word word = undone.words().get(i);
      assertThat(word.end() - word.start()).isEqualTo(word.text().length());
      assertThat(undone.rawIndex(i)).isEqualTo(i);
    }
  }

  @Test
  void isTheSameReadingWhereNothingIsDisguised() {
    assertThat(undone("call now, for work in town")).isEmpty();
    assertThat(undone("call!".repeat(30))).isEmpty();
  }

  /** Then there are more words than were written. */
  @Test
  void readsLettersComparedAsTwoThatAreAWordEach() {
    NormalizedText text = NormalizedText.of("w0rk \uFB01 \uFB01 \uFB01");
    KnownWords everyLetter = (letters, from, ends) -> ends.accept(from + 1);

    Deobfuscation undone = Deobfuscation.of(text, Words.of(text), everyLetter).orElseThrow();

    assertThat(undone.words())
        .extracting(Word::text)
        .containsExactly("work", "f", "i", "f", "i", "f", "i");
    assertThat(undone.rawIndex(6)).isEqualTo(3);
  }

  private static List<String> words(String text) {
    return undone(text).orElseThrow().words().stream().map(Word::text).toList();
  }

  private static Optional<Deobfuscation> undone(String text) {
    NormalizedText normalized = NormalizedText.of(text);
    return Deobfuscation.of(normalized, Words.of(normalized), KnownWords.NONE);
  }
}
