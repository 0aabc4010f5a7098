package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts looked for all at once, against looking for one after the other. */
class NeedlesTest {
  @Test
  void areFoundWhereLookingForEachFindsThem() {
    Random random = new Random(4);
    int found = 0;
    for (int round = 0; round < 20_000; round++) {
      List<String> needles = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        needles.add(word(random, 1 + random.nextInt(5)));
      }
      String text = read(word(random, random.nextInt(12)));
      boolean each = needles.stream().map(NeedlesTest::read).anyMatch(text::contains);
      assertThat(new Needles(needles).areIn(text)).as("%s in %s", needles, text).isEqualTo(each);
      found += each ? 1 : 0;
    }
    assertThat(found).isBetween(2_000, 18_000);
  }

  @Test
  void endWhereTheyMay() {
    Needles needles = new Needles(List.of("/a", "/ab"));
    assertThat(needles.areIn("x/abc", end -> end == 4)).isTrue();
    assertThat(needles.areIn("x/abc", end -> end == 3)).isTrue();
    assertThat(needles.areIn("x/abc", end -> end == 5)).isFalse();
  }

  @Test
  void areNowhereIfThereAreNoneOrTheyAreEmpty() {
    assertThat(new Needles(List.of()).areIn("anything")).isFalse();
    assertThat(new Needles(List.of("")).areIn("anything")).isFalse();
  }

  /** Few letters, so that many begin as others end; one takes two bytes. */
  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("ab\u00e9".charAt(random.nextInt(3)));
    }
    return word.toString();
  }

  private static String read(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
