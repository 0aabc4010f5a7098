package org.vigie.casework.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sites on which everybody's pages lie, or which lead to others: as a whole they are no lead. */
final class Platforms {
  private static final String FILE = "platforms.txt";
  private static final String ALONE = " alone";

  /** What a star stands for: com, or a country's ending such as de or co.uk. */
  private static final Pattern ENDING = Pattern.compile("\\.(?:com?\\.)?[a-z]{2,3}$");

  private static final Set<String> LINES = read();

  private Platforms() {}

  /**
   * Returns whether a host is one of theirs.
   *
   * @param host in lower case, without {@code www}
   */
  static boolean isOne(String host) {
    if (isListed(host, ALONE)) {
      return true;
    }
    for (String part = host; part.contains("."); part = part.substring(part.indexOf('.') + 1)) {
      if (isListed(part, "")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isListed(String host, String how) {
    return LINES.contains(host + how)
        || LINES.contains(ENDING.matcher(host).replaceFirst(".*") + how);
  }

  private static Set<String> read() {
    try (InputStream file = Objects.requireNonNull(Platforms.class.getResourceAsStream(FILE))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
