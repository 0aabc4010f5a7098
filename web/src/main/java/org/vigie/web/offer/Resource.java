package org.vigie.web.offer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that comes with the offer checker. */
final class Resource {
  private Resource() {}

  /**
   * Returns its text.
   *
   * @throws IOException if there is no such file
   */
  static String text(String name) throws IOException {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " must be on the class path, but isn't");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
