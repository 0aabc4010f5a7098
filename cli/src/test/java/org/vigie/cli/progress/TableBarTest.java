package org.vigie.cli.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableBarTest {
  private static final String ERASE = "\u001B[0J";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TableBar bar = new TableBar(new PrintStream(out, true, UTF_8), 10);

  @Test
  void drawsTheTableAboveTheBarAndGoesBackByItsLines() {
    bar.accept("bar 1");
    assertThat(drawn()).isEqualTo("\r" + ERASE + "bar 1");

    bar.table(List.of("host a", "host b"));
    bar.accept("bar 2");
    assertThat(drawn()).isEqualTo("\r" + ERASE + "host a\nhost b\nbar 2");

    bar.table(List.of("host c"));
    bar.accept("bar 3");
    assertThat(drawn()).isEqualTo("\u001B[2F" + ERASE + "host c\nbar 3");

    bar.clear();
    assertThat(drawn()).isEqualTo("\u001B[1F" + ERASE);
  }

  @Test
  void cutsALineThatWouldWrap() {
    bar.table(List.of("0123456789", "0123456789x"));
    bar.accept("");

    assertThat(drawn()).isEqualTo("\r" + ERASE + "0123456789\n012345678…\n");
  }

  @Test
  void saysWhatHappenedWhereTheTableWas() {
    bar.table(List.of("host a"));
    bar.accept("bar");
    drawn();

    bar.say("paused");
    bar.accept("bar");

    assertThat(drawn()).isEqualTo("\u001B[1F" + ERASE + "paused\n" + "\r" + ERASE + "host a\nbar");
  }

  private String drawn() {
    String text = out.toString(UTF_8);
    out.reset();
    return text;
  }
}
