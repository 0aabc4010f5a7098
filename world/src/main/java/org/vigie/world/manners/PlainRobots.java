package org.vigie.world.manners;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Robots rules by RFC 9309 read word for word, slowly: the oracle that owes nothing to a library.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
public final class PlainRobots {
  private static final char ENCODED = '\uE000';

  private record Rule(boolean allow, int octets, Pattern regex) {}

  private final List<Rule> rules = new ArrayList<>();

  /**
   * Reads a file.
   *
   * @param text the whole robots.txt
   * @param token the product token of who asks
   */
  public PlainRobots(String text, String token) {
    List<Rule> own = new ArrayList<>();
    List<Rule> everybody = new ArrayList<>();
    boolean named = false;
    boolean toUs = false;
    boolean toAll = false;
    boolean heading = false;
    for (String line : text.split("\r\n|\r|\n")) {
      String record = line.replaceFirst("#.*", "");
      int colon = record.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String name = record.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = record.substring(colon + 1).strip();
      if (name.equals("user-agent") && !value.isEmpty()) {
        if (!heading) {
          toUs = false;
          toAll = false;
        }
        heading = true;
        boolean us = value.replaceFirst("[^A-Za-z_-].*", "").equalsIgnoreCase(token);
        named |= us;
        toUs |= us;
        toAll |= value.equals("*");
      } else if (name.equals("allow") || name.equals("disallow")) {
        heading = false;
        if (value.startsWith("/") || value.startsWith("*")) {
          Rule rule = rule(name.equals("allow"), value);
          if (toUs) {
            own.add(rule);
          }
          if (toAll) {
            everybody.add(rule);
          }
        }
      }
    }
    rules.addAll(named ? own : everybody);
  }

  /** Returns whether the path of a page, with its query, may be asked for. */
  public boolean allows(String target) {
    if (target.equals("/robots.txt")) {
      return true;
    }
    String path = encode(target, false);
    int longest = -1;
    boolean allowed = true;
    for (Rule rule : rules) {
      if (rule.regex.matcher(path).matches()) {
        if (rule.octets > longest || (rule.octets == longest && rule.allow)) {
          allowed = rule.allow;
          longest = rule.octets;
        }
      }
    }
    return allowed;
  }

  private static Rule rule(boolean allow, String value) {
    boolean end = value.endsWith("$");
    String body = encode(end ? value.substring(0, value.length() - 1) : value, true);
    StringBuilder regex = new StringBuilder();
    for (String piece : body.split("(?<=\\*)|(?=\\*)")) {
      regex.append(piece.equals("*") ? ".*" : Pattern.quote(piece));
    }
    int octets = body.chars().map(c -> c >= ENCODED ? 3 : 1).sum() + (end ? 1 : 0);
    return new Rule(allow, octets, Pattern.compile(regex + (end ? "" : ".*"), Pattern.DOTALL));
  }

  /**
   * Section 2.2.2: unreserved octets as they are, others but the reserved ones encoded. An encoded
   * octet is one character beyond {@link #ENCODED}, so that no rule matches the digits of one.
   */
  private static String encode(String text, boolean pattern) {
    StringBuilder encoded = new StringBuilder();
    byte[] octets = text.getBytes(UTF_8);
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xff;
      if (octet == '%' && isHex(octets, i + 1) && isHex(octets, i + 2)) {
        int value = Integer.parseInt(new String(octets, i + 1, 2, UTF_8), 16);
        encoded.append((char) (isUnreserved(value) ? value : ENCODED + value));
        i += 2;
      } else if (octet == '*' ? pattern : octet != '$' && isPlain(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append((char) (ENCODED + octet));
      }
    }
    return encoded.toString();
  }

  private static boolean isHex(byte[] octets, int at) {
    return at < octets.length && Character.digit(octets[at], 16) >= 0;
  }

  private static boolean isUnreserved(int octet) {
    return octet < 128 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
  }

  private static boolean isPlain(int octet) {
    return isUnreserved(octet) || ":/?#[]@!&'()+,;=".indexOf(octet) >= 0;
  }
}
