package org.vigie.casework.config;

import java.util.Arrays;
import java.util.List;
import org.vigie.files.yaml.Section;

/**
 * The {@code web} section of {@code vigie.yaml}.
 *
 * @param alone whether one person runs the console alone, so that nobody is asked for a second one
 * @param trustedProxies addresses of the reverse proxies whose word on who asks is believed
 */
public record WebSettings(boolean alone, List<String> trustedProxies) {
  public WebSettings {
    trustedProxies = List.copyOf(trustedProxies);
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
                .toList());
    section.done();
    return read;
  }
}
