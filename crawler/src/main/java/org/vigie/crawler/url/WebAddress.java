package org.vigie.crawler.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.address.AsciiHost;

/**
 * An http(s) address without login and fragment, taken apart.
 *
 * <p>A page has a hundred of them: those of plain characters are cut by hand, all others by {@link
 * URI}, with the same result.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case and ASCII
 * @param port the port, or -1 for the scheme's own
 * @param rest path and query, beginning with a slash, in ASCII
 */
public record WebAddress(String scheme, String host, int port, String rest) {
  private static final int MAX_PORT = 65_535;

  /** The last scheme, host and port that only {@link URI} could judge: most links share them. */
  private static volatile Judged judged = new Judged("http://?", new WebAddress("", "", -1, ""));

  /**
   * A beginning that was judged.
   *
   * @param start scheme and authority as written
   * @param as what they are
   */
  private record Judged(String start, WebAddress as) {
    /** Returns an address that begins so and goes on plainly, or null if it doesn't. */
    @Nullable WebAddress goOn(String url) {
      int from = start.length();
      if (!url.startsWith(start) || url.length() == from || url.charAt(from) != '/') {
        return null;
      }
      return isPlainTo(url, from)
          ? new WebAddress(as.scheme, as.host, as.port, url.substring(from))
          : null;
    }
  }

  /** Returns an address taken apart, or null if it is none. */
  public static @Nullable WebAddress parse(String text) {
    String url = text.strip();
    WebAddress plain = cut(url);
    if (plain == null) {
      plain = judged.goOn(url);
    }
    return plain == null ? general(url) : plain;
  }

  /**
   * Returns the host of a normalized address.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String hostOf(String url) {
    WebAddress address = parse(url);
    if (address == null) {
      throw new IllegalArgumentException("a URL must be normalized, but one is not");
    }
    return address.host();
  }

  /** Returns the form under which it is known. */
  public String url() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port) + rest;
  }

  /** Returns the path, which begins with a slash. */
  public String path() {
    int query = rest.indexOf('?');
    return query < 0 ? rest : rest.substring(0, query);
  }

  /** Returns the query without its question mark, or empty. */
  public String query() {
    int query = rest.indexOf('?');
    return query < 0 ? "" : rest.substring(query + 1);
  }

  private static @Nullable WebAddress cut(String url) {
    String scheme = url.startsWith("http://") ? "http" : url.startsWith("https://") ? "https" : "";
    if (scheme.isEmpty()) {
      return null;
    }
    int start = scheme.length() + 3;
    int end = start;
    while (end < url.length() && isHost(url.charAt(end))) {
      end++;
    }
    boolean whole = end == url.length();
    if (end == start || !Character.isLetter(url.charAt(end - 1)) || !isSound(url, start, end)) {
      return null; // numbers and odd names are judged in full
    }
    if (!whole && url.charAt(end) != '/') {
      return null;
    }
    int stop = end;
    while (stop < url.length() && isPlain(url.charAt(stop))) {
      stop++;
    }
    if (stop < url.length() && url.charAt(stop) != '#') {
      return null;
    }
    if (stop < url.length() && !isPlainTo(url, stop + 1)) {
      return null;
    }
    return new WebAddress(
        scheme, url.substring(start, end), -1, whole ? "/" : url.substring(end, stop));
  }

  private static boolean isPlainTo(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      if (!isPlain(url.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHost(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
  }

  /** Labels begin and end with a letter or digit, and the last begins with a letter. */
  private static boolean isSound(String url, int start, int end) {
    char before = '.';
    int label = start;
    for (int i = start; i <= end; i++) {
      char c = i == end ? '.' : url.charAt(i);
      boolean edge = c == '.' || c == '-';
      if (edge && before == '.' || c == '.' && before == '-') {
        return false;
      }
      label = c == '.' && i < end ? i + 1 : label;
      before = c;
    }
    return url.charAt(label) >= 'a' && url.charAt(label) <= 'z';
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-._~/?&=+,;:@!$'()*".indexOf(c) >= 0;
  }

  private static @Nullable WebAddress general(String written) {
    String url = AsciiHost.in(written);
    if (url == null) {
      return null;
    }
    try {
      WebAddress address = of(new URI(url));
      int path = url.indexOf('/', url.indexOf("//") + 2);
      if (address != null && path > 0) {
        judged = new Judged(url.substring(0, path), address);
      }
      return address;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static @Nullable WebAddress of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return null;
    }
    if (uri.getPort() > MAX_PORT) {
      return null;
    }
    int ownPort = scheme.equals("http") ? 80 : 443;
    int port = uri.getPort() == ownPort ? -1 : uri.getPort();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String rest = octets(path + query);
    return rest == null
        ? null
        : new WebAddress(scheme, uri.getHost().toLowerCase(Locale.ROOT), port, rest);
  }

  /**
   * Returns what is sent: of letters, their UTF-8 (RFC 3987, section 3.1), of which no request can
   * hold more than ASCII. Null if half a letter has none.
   */
  private static @Nullable String octets(String rest) {
    if (rest.chars().allMatch(c -> c < 0x80)) {
      return rest;
    }
    StringBuilder sent = new StringBuilder();
    try {
      ByteBuffer octets = UTF_8.newEncoder().encode(CharBuffer.wrap(rest));
      while (octets.hasRemaining()) {
        byte octet = octets.get();
        if (octet >= 0) {
          sent.append((char) octet);
        } else {
          sent.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
        }
      }
      return sent.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
