package org.vigie.exchange.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.Pem;
import org.vigie.files.failure.UserError;

class RecipientKeyTest {
  @TempDir Path folder;

  /** Defines classes of this package anew, and notes which others their linking asks for. */
  private static final class Noting extends ClassLoader {
    private final List<String> asked = new ArrayList<>();

    Noting() {
      super(RecipientKeyTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      if (!name.startsWith(RecipientKey.class.getPackageName())) {
        return super.loadClass(name, resolve);
      }
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(getResourceAsStream(file), file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void isLinkedWithoutBouncyCastle() throws Exception {
    assertThat(askedToLink(RecipientKey.class)).noneMatch(name -> name.contains("bouncycastle"));
    assertThat(askedToLink(EnvelopeOpener.class)).anyMatch(name -> name.contains("bouncycastle"));
  }

  @Test
  void saysOfAKeyThatIsNoTextHowToWriteIt() throws Exception {
    Path key = folder.resolve("reader.key");
    Path certificate = folder.resolve("reader.pem");
    ReaderPair.make(key, certificate, "Unit 3", Instant.parse("2026-03-01T12:00:00Z"));
    Files.write(key, Pem.read("PRIVATE KEY", Files.readString(key)));

    assertThatThrownBy(() -> RecipientKey.read(key, certificate))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("openssl pkey -in FILE writes it so");
  }

  private static List<String> askedToLink(Class<?> type) throws ClassNotFoundException {
    Noting loader = new Noting();
    Class.forName(type.getName(), true, loader);
    return loader.asked;
  }
}
