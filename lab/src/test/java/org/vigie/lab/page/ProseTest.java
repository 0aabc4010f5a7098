package org.vigie.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProseTest {
  private static final String WORD = "word ".repeat(29) + "word";

  @Test
  void breaksALongLineAtSpacesAndLosesNoWord() {
    assertThat(Prose.wrapped(WORD + " and more\n\nshort\n"))
        .isEqualTo(WORD + "\nand more\n\nshort\n");
  }

  @Test
  void leavesRowsOfTablesAndSingleWordsWhole() {
    List<String> lines = List.of("| " + WORD.repeat(2) + " |", "x".repeat(200));

    assertThat(Prose.wrapped(lines)).isEqualTo(lines);
  }
}
