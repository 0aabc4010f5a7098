package org.vigie.web;

import java.util.HashMap;
import java.util.Map;

/**
 * The headers that keep a page from doing what criminals' text might ask of it: nothing comes from
 * or goes to another host, no script is in a page, no page stands in a frame, nothing is kept.
 */
public final class SecurityHeaders {
  /** Those of any page, whatever it may load. */
  private static final Map<String, String> OF_ANY =
      Map.of(
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "X-DNS-Prefetch-Control",
          "off",
          "Cache-Control",
          "no-store");

  /** What no page may do, whatever it may load. */
  private static final String FORBIDDEN = "; base-uri 'none'; frame-ancestors 'none'";

  static final Map<String, String> ALL =
      loading(
          "script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src"
              + " 'self'; form-action 'self'");

  /** Told over TLS alone (RFC 6797, section 7.2). */
  static final String TRANSPORT = "Strict-Transport-Security";

  static final String TRANSPORT_VALUE = "max-age=31536000; includeSubDomains";

  /** Told to whoever signs out; not of cookies, of which that of the device stays. */
  static final String CLEAR = "Clear-Site-Data";

  static final String CLEAR_VALUE = "\"cache\", \"storage\"";

  private SecurityHeaders() {}

  /**
   * Returns the headers of pages that load what a policy says, and nothing else.
   *
   * @param policy directives of Content Security Policy, apart by semicolons
   * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
   */
  public static Map<String, String> loading(String policy) {
    Map<String, String> headers = new HashMap<>(OF_ANY);
    headers.put("Content-Security-Policy", "default-src 'none'; " + policy + FORBIDDEN);
    return Map.copyOf(headers);
  }
}
