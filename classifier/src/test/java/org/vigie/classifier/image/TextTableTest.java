package org.vigie.classifier.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final long SEED = 20_261_129L;

  /** Short words of few letters, so that many begin alike and share a slot. */
  private static List<String> texts() {
    Random random = new Random(SEED);
    Set<String> texts = new LinkedHashSet<>(List.of("", "straße", "москва", "東京", "Aa", "BB"));
    while (texts.size() < 5_000) {
      StringBuilder text = new StringBuilder();
      for (int left = 1 + random.nextInt(8); left > 0; left--) {
        text.append((char) ('a' + random.nextInt(6)));
      }
      texts.add(text.toString());
    }
    return new ArrayList<>(texts);
  }

  @Test
  void numbersTextsInTheOrderTheyWereGiven() {
    List<String> texts = texts();
    TextTable table = TextTable.of(texts);

    assertThat(table.size()).isEqualTo(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(table.find(texts.get(i))).isEqualTo(i);
      assertThat(table.text(i)).isEqualTo(texts.get(i));
    }
    assertThat(table.find("abcg")).isEqualTo(TextTable.ABSENT);
    assertThat(TextTable.of(List.of()).find("")).isEqualTo(TextTable.ABSENT);
  }

  @Test
  void isReadAsItWasWritten() {
    List<String> texts = texts();
    ImageOut out = new ImageOut();
    TextTable.of(texts).write(out);
    TextTable read = TextTable.read(new ImageIn(out.written()));

    for (int i = 0; i < texts.size(); i++) {
      assertThat(read.find(texts.get(i))).isEqualTo(i);
    }
  }

  @Test
  void refusesATextThatIsThereTwice() {
    assertThatThrownBy(() -> TextTable.of(List.of("Lyon", "Cork", "Lyon")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("texts must differ, but number 2 is number 0 again");
  }

  @Test
  void refusesATableThatNoLookupWouldLeave() {
    ImageOut out = new ImageOut();
    out.letters(new char[] {'a'});
    out.ints(new int[] {1});
    out.ints(new int[] {1});

    assertThatThrownBy(() -> TextTable.read(new ImageIn(out.written())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
