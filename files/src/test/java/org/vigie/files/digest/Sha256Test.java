package org.vigie.files.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hash of "abc", as NIST's examples of SHA-256 (FIPS 180-4) have it. */
class Sha256Test {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void hashesTextsBytesAndFilesAlike() throws Exception {
    byte[] bytes = "abc".getBytes(StandardCharsets.US_ASCII);
    Path file = Files.write(folder.resolve("abc"), bytes);

    assertThat(Sha256.digest("abc")).isEqualTo(HexFormat.of().parseHex(ABC));
    assertThat(Sha256.digest(bytes)).isEqualTo(HexFormat.of().parseHex(ABC));
    assertThat(Sha256.hex("abc")).isEqualTo(ABC);
    assertThat(Sha256.hex(bytes)).isEqualTo(ABC);
    assertThat(Sha256.hex(file)).isEqualTo(ABC);
    assertThat(Sha256.of("abc")).isEqualTo("sha256:" + ABC);
    assertThat(Sha256.of(bytes)).isEqualTo("sha256:" + ABC);
    assertThat(Sha256.of(file)).isEqualTo("sha256:" + ABC);
  }
}
