package org.vigie.casework.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.files.yaml.Section;

/**
 * The {@code web} section of {@code vigie.yaml}.
 *
 * @param alone whether one person runs the console alone, so that nobody is asked for a second one
 * @param trustedProxies addresses of the reverse proxies whose word on who asks is believed
 * @param allowedHosts names under which browsers reach the console, beside those of this machine
 * @param requestsHold how long what one asked for waits for a second person before it lapses
 * @param lettersAt where the console takes letters of partners too, if it does
 */
public record WebSettings(
    boolean alone,
    List<String> trustedProxies,
    List<String> allowedHosts,
    Duration requestsHold,
    Optional<ListenAddress> lettersAt) {
  private static final int MOST_DAYS = 365;
  private static final String NAME = "\\p{Alnum}([\\p{Alnum}._-]*\\p{Alnum})?";
  private static final String IPV6 = "\\[?[0-9a-fA-F.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?";
  private static final Pattern HOST = Pattern.compile(NAME + "|" + IPV6);

  public WebSettings {
    trustedProxies = List.copyOf(trustedProxies);
    allowedHosts = List.copyOf(allowedHosts);
  }

  /** Settings by which requests wait as long as they do by default. */
  public WebSettings(boolean alone, List<String> trustedProxies) {
    this(alone, trustedProxies, List.of(), Duration.ofDays(14), Optional.empty());
  }

  /** Returns the defaults: two admins, and a proxy on this machine alone. */
  public static WebSettings defaults() {
    return new WebSettings(false, List.of("127.0.0.1", "::1"));
  }

  /** Returns the same, run alone or not. */
  public WebSettings with(boolean other) {
    return new WebSettings(other, trustedProxies, allowedHosts, requestsHold, lettersAt);
  }

  static WebSettings read(Section section) {
    WebSettings absent = defaults();
    WebSettings read =
        new WebSettings(
            section.flag("alone", absent.alone),
            words(section.text("trusted-proxies", String.join(", ", absent.trustedProxies))),
            hosts(section),
            Duration.ofDays(
                section.days("requests-hold", (int) absent.requestsHold.toDays(), MOST_DAYS)),
            ListenAddress.read(section, "letters-at"));
    section.done();
    return read;
  }

  /** A port, or a whole address, would never be equal to a host. */
  private static List<String> hosts(Section section) {
    List<String> hosts = words(section.text("allowed-hosts", ""));
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw section.must(
            "allowed-hosts",
            "be names or addresses without scheme and port, apart by commas",
            TextNode.valueOf(host));
      }
    }
    return hosts;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
