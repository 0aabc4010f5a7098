package org.vigie.files.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

class SealingKeyTest {
  private static final SealingKey KEY = key(7);
  private static final byte[] PLAIN = "a case file".getBytes(StandardCharsets.UTF_8);

  private static SealingKey key(int seed) {
    byte[] bytes = new byte[SealingKey.BYTES];
    bytes[0] = (byte) seed;
    return new SealingKey(bytes);
  }

  @Test
  void whatIsSealedOpensWithItsKeyInItsPlace() throws Exception {
    byte[] sealed = KEY.seal(PLAIN, "file 1");

    assertThat(SealingKey.isSealed(sealed)).isTrue();
    assertThat(SealingKey.isSealed(PLAIN)).isFalse();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("case");
    assertThat(KEY.open(sealed, "file 1")).isEqualTo(PLAIN);
    assertThat(KEY.open(KEY.seal("a secret", "ana"), "ana")).isEqualTo("a secret");
  }

  @Test
  void nothingIsSealedTwiceTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(seen.add(KEY.seal("a secret", "ana"))).isTrue();
    }
  }

  @Test
  void anotherKeyAnotherPlaceAndEachFlippedBitAreRefused() {
    byte[] sealed = KEY.seal(PLAIN, "file 1");

    assertThatThrownBy(() -> key(8).open(sealed, "file 1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has another");
    assertThatThrownBy(() -> KEY.open(sealed, "file 2")).hasMessageContaining("changed or moved");
    for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThatThrownBy(() -> KEY.open(flipped, "file 1")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aKeyIsReadFromAFileAVariableOrACredential(@TempDir Path folder) throws Exception {
    String text = Base64.getEncoder().encodeToString(new byte[SealingKey.BYTES]);
    Files.writeString(folder.resolve("seal"), text + "\n");
    Map<String, String> environment =
        Map.of("SEAL", text, "CREDENTIALS_DIRECTORY", folder.toString());

    for (String said : new String[] {"file:seal", "env:SEAL", "credential:seal"}) {
      assertThat(new KeySource(said, folder).read(environment)).as(said).isPresent();
    }
    assertThat(new KeySource("", folder).read(environment)).isEmpty();
    for (String said : new String[] {"file:none", "env:NONE", "credential:none", text}) {
      assertThatThrownBy(() -> new KeySource(said, folder).read(environment))
          .as(said)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("files.key must lead to 32 bytes")
          .hasMessageNotContaining(text);
    }
  }
}
