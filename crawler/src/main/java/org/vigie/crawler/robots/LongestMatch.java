package org.vigie.crawler.robots;

import static java.nio.charset.StandardCharsets.UTF_8;

import crawlercommons.robots.SimpleRobotRules.RobotRule;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * The rule of longest match (RFC 9309, section 2.2.2) over the rules of one group.
 *
 * <p>It stands beside crawler-commons' own matcher, which allows some of what the RFC disallows:
 * after a {@code *} it tries the first place alone, so that {@code /*.gif$} misses {@code
 * /a.gif.gif}; a {@code $} within a rule matches nothing; {@code Allow: /index.html} also allows
 * {@code /}; {@code /*A} matches the {@code A} of {@code /%C3%A9}; and reserved characters differ
 * from their percent encoding.
 *
 * <p>The RFC contradicts itself on these: section 2.2.2 wants all of them encoded before
 * comparison, its table leaves some. Here they are equal in a rule that disallows, and differ in
 * one that allows.
 */
final class LongestMatch {
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

  /** Delimiters that mean something else when encoded, wherever they stand. */
  private static final String TELLING = "#&=";

  /** Delimiters of the path: within the query they are as good as encoded. */
  private static final String TELLING_IN_PATH = "/?";

  /** A {@code *}, as a step of a pattern. */
  private static final int ANYTHING = -1;

  /** Added to an octet that stands for itself, not for a delimiter. */
  private static final int ENCODED = 256;

  private final List<Rule> rules;

  LongestMatch(List<RobotRule> rules) {
    this.rules = rules.stream().map(Rule::of).toList();
  }

  /**
   * One rule.
   *
   * @param strict what stands at each place: an octet, an encoded octet or anything
   * @param loose the same, where encoded delimiters count as plain ones
   * @param octets how specific the rule is
   */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  private record Rule(int[] strict, int[] loose, int octets, boolean allow) {
    static Rule of(RobotRule rule) {
      String pattern = rule.getPrefix();
      boolean atEnd = pattern.endsWith("$");
      String body = atEnd ? pattern.substring(0, pattern.length() - 1) : pattern + "*";
      // A $ within is one of its own, which takes three octets once it is encoded.
      int octets = pattern.length() + 2 * (int) body.chars().filter(c -> c == '$').count();
      return new Rule(
          stepsOf(body, true, false), stepsOf(body, true, true), octets, rule.isAllow());
    }

    boolean matches(int[] strictTarget, int[] looseTarget) {
      return LongestMatch.matches(strict, strictTarget)
          || (!allow && LongestMatch.matches(loose, looseTarget));
    }
  }

  /** Returns whether the longest rule that matches allows a page; of two as long, one suffices. */
  boolean allows(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    if (target.equals("/robots.txt")) {
      return true; // RFC 9309, section 2.2.2
    }
    int[] strict = stepsOf(target, false, false);
    int[] loose = stepsOf(target, false, true);
    boolean allowed = true;
    int longest = -1;
    for (Rule rule : rules) {
      if (rule.octets >= longest && rule.matches(strict, loose)) {
        allowed = rule.octets == longest ? allowed || rule.allow : rule.allow;
        longest = rule.octets;
      }
    }
    return allowed;
  }

  private static int[] stepsOf(String text, boolean pattern, boolean loose) {
    byte[] octets = text.getBytes(UTF_8);
    int[] steps = new int[octets.length];
    int length = 0;
    boolean query = false;
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xff;
      int encoded = octet == '%' ? encoded(octets, i) : -1;
      if (encoded >= 0) {
        i += 2;
        steps[length++] =
            isUnreserved(encoded) || (loose && isAsGoodAsRaw(encoded, query))
                ? encoded
                : ENCODED + encoded;
        continue;
      }
      // Behind a * the query may have begun.
      query |= octet == '?' || (pattern && octet == '*');
      boolean plain = isUnreserved(octet) || RESERVED.indexOf(octet) >= 0;
      boolean special = octet == '*' || octet == '$';
      if (pattern && octet == '*') {
        steps[length++] = ANYTHING;
      } else {
        steps[length++] = plain && !special ? octet : ENCODED + octet;
      }
    }
    return Arrays.copyOf(steps, length);
  }

  private static boolean isAsGoodAsRaw(int octet, boolean query) {
    return RESERVED.indexOf(octet) >= 0
        && octet != '*'
        && octet != '$'
        && TELLING.indexOf(octet) < 0
        && (query || TELLING_IN_PATH.indexOf(octet) < 0);
  }

  /** Returns the octet that a percent sign and two hexadecimal digits stand for, or -1. */
  private static int encoded(byte[] octets, int percent) {
    if (percent + 2 >= octets.length) {
      return -1;
    }
    int high = Character.digit(octets[percent + 1], 16);
    int low = Character.digit(octets[percent + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** RFC 3986, section 2.3. */
  private static boolean isUnreserved(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '.'
        || octet == '_'
        || octet == '~';
  }

  /** Only the last {@code *} needs to be tried again: an earlier one can gain nothing by it. */
  private static boolean matches(int[] pattern, int[] text) {
    int p = 0;
    int t = 0;
    int lastAnything = -1;
    int tried = 0;
    while (t < text.length) {
      if (p < pattern.length && pattern[p] == ANYTHING) {
        if (p == pattern.length - 1) {
          return true;
        }
        lastAnything = p++;
        tried = t;
      } else if (p < pattern.length && pattern[p] == text[t]) {
        p++;
        t++;
      } else if (lastAnything >= 0) {
        p = lastAnything + 1;
        t = ++tried;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == ANYTHING) {
      p++;
    }
    return p == pattern.length;
  }
}
