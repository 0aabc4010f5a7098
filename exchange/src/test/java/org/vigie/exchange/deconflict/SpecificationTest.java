package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The specification that lies beside the classes, held to what they compute. */
class SpecificationTest {
  private static final BigInteger KEY =
      new BigInteger("ca5d94c8807817669a51b196c34c1b7f8442fde4334a7121ae4736364312fca6", 16);

  @Test
  void printsTheOutputsThatTheFunctionHas() throws IOException {
    List<String> rows = text().lines().filter(line -> line.matches("\\| `[a-z]+:.*")).toList();

    assertThat(rows).hasSize(5);
    for (String row : rows) {
      assertThat(row).isEqualTo(row(Selector.of(row.substring(3, row.indexOf("` |")))));
    }
  }

  @Test
  void namesTheSizesThatTheClassesUse() throws IOException {
    assertThat(text())
        .contains(
            KEY.toString(16),
            "entries of %d bytes".formatted(HeldTags.ENTRY),
            "for each %,d of them a proof".formatted(Batches.SIZE),
            "next power of two, %d at least".formatted(SetSize.of(0)));
  }

  private static String row(Selector selector) {
    byte[] output = new OprfKey(OprfSuite.VOPRF, KEY).outputs(List.of(selector.input()))[0];
    return "| `%s` | `%s` | `%s` |"
        .formatted(
            selector.key(),
            HexFormat.of().formatHex(selector.input()),
            HexFormat.of().formatHex(output));
  }

  private static String text() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SpecificationTest.class.getResourceAsStream("deconfliction.md"),
            "the specification must lie beside the classes")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
