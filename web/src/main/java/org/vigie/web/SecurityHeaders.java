package org.vigie.web;

import java.util.Map;

/**
 * The headers that keep a page from doing what criminals' text might ask of it: nothing comes from
 * or goes to another host, no script is in a page, no page stands in a frame, nothing is kept.
 */
final class SecurityHeaders {
  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
              + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
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

  /** Told over TLS alone (RFC 6797, section 7.2). */
  static final String TRANSPORT = "Strict-Transport-Security";

  static final String TRANSPORT_VALUE = "max-age=31536000; includeSubDomains";

  /** Told to whoever signs out; not of cookies, of which that of the device stays. */
  static final String CLEAR = "Clear-Site-Data";

  static final String CLEAR_VALUE = "\"cache\", \"storage\"";

  private SecurityHeaders() {}
}
