package org.vigie.capture.extract.address;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host of an address as it is asked for: in ASCII, whatever letters it is written with.
 *
 * <p>Whoever takes an address must take it through here before judging it: full-width digits make a
 * number, and three other characters make dots (RFC 3490, section 3.1). What no name may hold is
 * refused, and so are the four letters that the JDK's IDNA 2003 and today's UTS #46 take for
 * different hosts (UTS #46, section 7, "deviations").
 */
public final class AsciiHost {
  /** Sharp s, small and capital, final sigma, and the two joiners. */
  private static final String DEVIATIONS = "\u00df\u1e9e\u03c2\u200c\u200d";

  /** RFC 1035, section 2.3.4, in letters. */
  private static final int MAX_LENGTH = 253;

  private AsciiHost() {}

  /**
   * Returns an address, with or without scheme, with its host in ASCII. One that has no host, or
   * has it in ASCII already, is returned as it is; null if its host has no form in ASCII.
   */
  public static @Nullable String in(String address) {
    int start = authority(address);
    int end = start < 0 ? -1 : end(address, start);
    if (start < 0 || isAscii(address, start, end)) {
      return address;
    }
    int colon = address.lastIndexOf(':', end - 1);
    int hostEnd = colon >= start ? colon : end;
    String host = of(address.substring(start, hostEnd));
    return host == null || !isAscii(address, hostEnd, end)
        ? null
        : address.substring(0, start) + host + address.substring(hostEnd);
  }

  /**
   * As {@link #in}, of a header line: its octets come as ISO 8859-1 (RFC 9110, section 5.5). Those
   * of a host are UTF-8 where a server sends letters; all others are sent back as they came,
   * percent-encoded, whatever letters they are.
   */
  public static @Nullable String inHeader(String line) {
    String text = line.strip();
    int start = Math.max(0, authority(text));
    int end = authority(text) < 0 ? 0 : end(text, start);
    try {
      byte[] host = text.substring(start, end).getBytes(ISO_8859_1);
      String letters = UTF_8.newDecoder().decode(ByteBuffer.wrap(host)).toString();
      return in(text.substring(0, start) + letters + escaped(text.substring(end)));
    } catch (CharacterCodingException e) {
      return null; // nobody can say which letters are meant
    }
  }

  private static String escaped(String octets) {
    StringBuilder escaped = new StringBuilder();
    for (char octet : octets.toCharArray()) {
      if (octet < 0x80) {
        escaped.append(octet);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) octet));
      }
    }
    return escaped.toString();
  }

  private static @Nullable String of(String host) {
    if (host.chars().anyMatch(c -> DEVIATIONS.indexOf(c) >= 0)) {
      return null;
    }
    try {
      String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      // A name that means another one once it is read back is a disguise.
      boolean lasts = isName(ascii) && IDN.toASCII(IDN.toUnicode(ascii)).equals(ascii);
      return lasts ? ascii : null;
    } catch (IllegalArgumentException e) {
      return null; // a letter that no name may hold, or a label that is too long
    }
  }

  private static boolean isName(String ascii) {
    return ascii.length() <= MAX_LENGTH
        && !ascii.startsWith(".")
        && !ascii.contains("..")
        && ascii
            .chars()
            .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
  }

  /** Returns where the authority begins (RFC 3986, section 3), or -1 if there is none. */
  private static int authority(String address) {
    int slashes = address.indexOf("//");
    if (slashes < 0) {
      return -1;
    }
    String scheme = address.substring(0, slashes).toLowerCase(Locale.ROOT);
    boolean web = scheme.isEmpty() || scheme.equals("http:") || scheme.equals("https:");
    return web ? slashes + 2 : -1;
  }

  private static int end(String address, int start) {
    int end = start;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isAscii(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }
}
