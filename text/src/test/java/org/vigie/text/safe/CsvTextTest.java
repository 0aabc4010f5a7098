package org.vigie.text.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @Test
  void quotesEveryCellAndDoublesQuotes() {
    assertThat(CsvText.row(List.of("a", "", "say \"x\", y", "two\nlines")))
        .isEqualTo("\"a\",\"\",\"say \"\"x\"\", y\",\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+33639980001",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u200B=1",
        "\u00A0=1",
        "\uFF1D1",
        "\u0000=1",
        "|cmd",
        "%0A"
      })
  void putsAnApostropheBeforeWhateverWouldBeAFormula(String text) {
    assertThat(CsvText.row(List.of(text))).startsWith("\"'");
  }

  @Test
  void leavesOrdinaryTextAlone() {
    assertThat(CsvText.row(List.of("0.93", "mail a@example.org"))).doesNotContain("'");
  }
}
