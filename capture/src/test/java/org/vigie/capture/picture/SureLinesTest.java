package org.vigie.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SureLinesTest {
  private static final String TABLE =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
          + "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n"
          + "5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t31.5\tOb\n"
          + "5\t1\t1\t1\t1\t2\t0\t0\t9\t9\t40\tAg\n"
          + "5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t93.3\tWork\n"
          + "5\t1\t2\t1\t1\t2\t0\t0\t9\t9\t45\tnow\n";

  @Test
  void leavesOutLinesThatTesseractIsNotSureOf() {
    assertThat(SureLines.of(TABLE + "Ob Ag\n\nWork now\n")).containsExactly("Work now");
  }

  @Test
  void keepsAllWhereTheTableHasOtherLines() {
    assertThat(SureLines.of(TABLE + "Ob Ag\nWork\nnow\n")).containsExactly("Ob Ag", "Work", "now");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(SureLines.of("")).isEmpty();
  }
}
