package org.vigie.casework.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sites on which everybody's pages lie, or which lead to others: as a whole they are no lead. */
final class Platforms {
  private static final String FILE = "platforms.txt";
  private static final String ALONE = " alone";
  private static final Pattern HOSTS = read();

  private Platforms() {}

  /**
   * Returns whether a host is one of theirs.
   *
   * @param host in lower case
   */
  static boolean isOne(String host) {
    return HOSTS.matcher(host).matches();
  }

  private static Pattern read() {
    try (InputStream file = Objects.requireNonNull(Platforms.class.getResourceAsStream(FILE))) {
      return Pattern.compile(
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Platforms::pattern)
              .collect(Collectors.joining("|")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pattern(String line) {
    boolean alone = line.endsWith(ALONE);
    String domain = alone ? line.substring(0, line.length() - ALONE.length()) : line;
    String ending = domain.replace(".", "\\.").replace("*", "(?:com?\\.)?[a-z]{2,3}");
    return (alone ? "(?:www\\.)?" : "(?:[^.]+\\.)*") + ending;
  }
}
