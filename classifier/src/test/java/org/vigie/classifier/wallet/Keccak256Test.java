package org.vigie.classifier.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Keccak256Test {
  @Test
  void hashesAsTheKeccakTeamPublished() {
    byte[] digest = Keccak256.digest("".getBytes(StandardCharsets.US_ASCII));

    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThatThrownBy(() -> Keccak256.digest(new byte[136]))
        .hasMessage("a message must be shorter than 136 bytes, but has 136");
  }
}
