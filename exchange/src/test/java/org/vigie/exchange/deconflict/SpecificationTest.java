package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The specification that lies beside the classes, held to what they compute. */
class SpecificationTest {
  @Test
  void namesTheSizesThatTheClassesUse() throws IOException {
    assertThat(text())
        .contains(
            "entries of %d bytes".formatted(HeldTags.ENTRY),
            "for each %,d of them a proof".formatted(Batches.SIZE),
            "next power of two, %d at least".formatted(SetSize.of(0)));
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
