package org.vigie.exchange.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecipientKeyTest {
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

  private static List<String> askedToLink(Class<?> type) throws ClassNotFoundException {
    Noting loader = new Noting();
    Class.forName(type.getName(), true, loader);
    return loader.asked;
  }
}
