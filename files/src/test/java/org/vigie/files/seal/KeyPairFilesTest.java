package org.vigie.files.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPairFilesTest {
  @TempDir Path folder;

  @Test
  void keepsAPairInThePlaceOfNoFormerOneThatLacksAHalf() throws IOException {
    KeyPairFiles pair = pair(folder.resolve("key"), "third");
    KeyPairFiles first = pair(folder.resolve("key.former-1"), "first");
    KeyPairFiles second = pair(folder.resolve("key.former-2"), "second");
    Files.delete(first.key());
    pair(pair.next().key(), "fourth");

    pair.promote();

    assertThat(first.publicKey()).hasContent("first public");
    assertThat(pair.former())
        .isEqualTo(List.of(first, second, new KeyPairFiles(folder.resolve("key.former-3"))));
    assertThat(folder.resolve("key.former-3")).hasContent("third");
    assertThat(folder.resolve("key.former-3.pub")).hasContent("third public");
    assertThat(pair.key()).hasContent("fourth");
    assertThat(pair.publicKey()).hasContent("fourth public");
  }

  @Test
  void endsAPromotionThatWasKilledBeforeTheFormerPrivateKeyWasKept() throws IOException {
    KeyPairFiles pair = pair(folder.resolve("key"), "first");
    pair(pair.next().key(), "second");
    Files.copy(pair.publicKey(), folder.resolve("key.former-1.pub"));

    pair.promote();

    assertThat(pair.former()).hasSize(1);
    assertThat(folder.resolve("key.former-1")).hasContent("first");
    assertThat(pair.key()).hasContent("second");
  }

  private static KeyPairFiles pair(Path key, String name) throws IOException {
    KeyPairFiles pair = new KeyPairFiles(key);
    Files.writeString(pair.key(), name);
    Files.writeString(pair.publicKey(), name + " public");
    return pair;
  }
}
