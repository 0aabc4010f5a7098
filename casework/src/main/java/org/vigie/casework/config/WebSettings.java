package org.vigie.casework.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.files.yaml.Section;

/**
 * The {@code web} section of {@code vigie.yaml}.
 *
 * @param alone whether one person runs the console alone, so that nobody is asked for a second one
 * @param trustedProxies addresses of the reverse proxies whose word on who asks is believed
 * @param requestsHold how long what one asked for waits for a second person before it lapses
 * @param lettersAt where the console takes letters of partners too, if it does
 */
public record WebSettings(
    boolean alone,
    List<String> trustedProxies,
    Duration requestsHold,
    Optional<ListenAddress> lettersAt) {
  private static final int MOST_DAYS = 365;

  public WebSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Settings by which requests wait as long as they do by default. */
  public WebSettings(boolean alone, List<String> trustedProxies) {
    this(alone, trustedProxies, Duration.ofDays(14), Optional.empty());
  }

  /** Returns the defaults: two admins, and a proxy on this machine alone. */
  public static WebSettings defaults() {
    return new WebSettings(false, List.of("127.0.0.1", "::1"));
  }

  static WebSettings read(Section section) {
    WebSettings absent = defaults();
    WebSettings read =
        new WebSettings(
            section.flag("alone", absent.alone),
            Arrays.stream(
                    section
                        .text("trusted-proxies", String.join(", ", absent.trustedProxies))
                        .split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList(),
            Duration.ofDays(
                section.days("requests-hold", (int) absent.requestsHold.toDays(), MOST_DAYS)),
            ListenAddress.read(section, "letters-at"));
    section.done();
    return read;
  }
}
