package org.vigie.casework.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * An address at which something is taken, of this machine or of a partner's.
 *
 * @param host name or number
 * @param port 0 for any that is free
 */
public record ListenAddress(String host, int port) {
  public static final int HIGHEST_PORT = 65_535;
  private static final Pattern WRITTEN = Pattern.compile("([^\\s/@]+):([0-9]{1,5})");

  /** Returns what a key says; nothing if it is empty or absent. */
  static Optional<ListenAddress> read(Section section, String key) {
    String text = section.text(key, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<ListenAddress> address = parse(text);
    if (address.isEmpty()) {
      throw UserError.ofInput(
          section.place(key) + ": must be ADDRESS:PORT, such as 0.0.0.0:8490, but isn't");
    }
    return address;
  }

  /** Returns what is written as {@code HOST:PORT}; nothing if it isn't. */
  public static Optional<ListenAddress> parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches() && Integer.parseInt(parts.group(2)) <= HIGHEST_PORT
        ? Optional.of(new ListenAddress(parts.group(1), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }
}
