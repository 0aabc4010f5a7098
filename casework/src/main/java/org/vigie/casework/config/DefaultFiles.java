package org.vigie.casework.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The commented files that a new workspace starts with. */
public final class DefaultFiles {
  private DefaultFiles() {}

  /** Returns {@code vigie.yaml} with every default spelled out. */
  public static String settings() {
    return resource("vigie.yaml");
  }

  /** Returns {@code queries.yaml} without a query. */
  public static String queries() {
    return resource("queries.yaml");
  }

  private static String resource(String name) {
    try (InputStream in = DefaultFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " must be beside DefaultFiles, but is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
