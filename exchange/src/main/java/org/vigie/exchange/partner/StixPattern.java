package org.vigie.exchange.partner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a STIX pattern (STIX 2.1, 9) names, if it is no more than a choice among things: {@code
 * [email-addr:value = 'a@example.org'] OR [url:value = 'https://example.org']}, where several
 * properties of one thing may stand together with {@code AND}.
 *
 * <p>Any other pattern says when several things come together, or which ones are alike; each of
 * them watched alone would find what the pattern doesn't.
 */
final class StixPattern {
  private final String text;
  private int at;

  private StixPattern(String text) {
    this.text = text;
  }

  /**
   * One thing that is named.
   *
   * @param type the observable's type
   * @param properties its properties by their paths
   */
  record Thing(String type, Map<String, String> properties) {}

  /** Returns the things that a pattern names, or nothing if it says more than that. */
  static Optional<List<Thing>> things(String pattern) {
    try {
      return Optional.of(new StixPattern(pattern).choice());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Thing> choice() {
    List<Thing> things = new ArrayList<>();
    do {
      expect("[");
      observation(things);
      expect("]");
    } while (accept("OR"));
    if (!rest().isEmpty()) {
      throw other();
    }
    return things;
  }

  /** Comparisons: with {@code OR} between them several things, with {@code AND} one. */
  private void observation(List<Thing> things) {
    do {
      Thing thing = null;
      do {
        thing = comparison(thing);
      } while (accept("AND"));
      things.add(thing);
    } while (accept("OR"));
  }

  private Thing comparison(@Nullable Thing known) {
    String type = word();
    expect(":");
    String path = word();
    expect("=");
    String value = string();
    Thing thing = known == null ? new Thing(type, new LinkedHashMap<>()) : known;
    if (!thing.type.equals(type) || thing.properties.put(path, value) != null) {
      throw other();
    }
    return thing;
  }

  private String word() {
    space();
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "-_.'".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (start == at) {
      throw other();
    }
    return text.substring(start, at);
  }

  private String string() {
    expect("'");
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\') {
        at++;
      }
      if (at < text.length()) {
        value.append(text.charAt(at++));
      }
    }
    if (at >= text.length()) {
      throw other();
    }
    at++;
    return value.toString();
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw other();
    }
  }

  private boolean accept(String token) {
    space();
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private String rest() {
    space();
    return text.substring(at);
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static IllegalArgumentException other() {
    return new IllegalArgumentException("a pattern must name things alone, but says more");
  }
}
