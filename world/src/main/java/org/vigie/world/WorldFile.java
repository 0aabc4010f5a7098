package org.vigie.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text file of this module. */
public final class WorldFile {
  private WorldFile() {}

  /** Returns the text of a file beside this class or below, such as {@code campaigns/index.txt}. */
  public static String read(String name) {
    try (InputStream in = WorldFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource must exist: org/vigie/world/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
