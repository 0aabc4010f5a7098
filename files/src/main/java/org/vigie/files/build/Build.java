package org.vigie.files.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The build that runs, as it names itself to others. */
public final class Build {
  /** What the program is called where it has no version, as among classes that nobody packed. */
  public static final String NAME = "Vigie";

  private static final Optional<String> VERSION = read();

  private Build() {}

  /** Returns the version, such as {@code 0.2.0}; nothing if the build wrote none down. */
  public static Optional<String> version() {
    return VERSION;
  }

  /** Returns name and version as one token, such as {@code Vigie/0.2.0}, else the name alone. */
  public static String product() {
    return product(VERSION);
  }

  static String product(Optional<String> version) {
    return version.map(known -> NAME + "/" + known).orElse(NAME);
  }

  private static Optional<String> read() {
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      if (in == null) {
        return Optional.empty();
      }
      Properties written = new Properties();
      written.load(in);
      return known(written.getProperty("version", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A place holder that no build filled in is no version. */
  static Optional<String> known(String written) {
    return written.isEmpty() || written.contains("$") ? Optional.empty() : Optional.of(written);
  }
}
