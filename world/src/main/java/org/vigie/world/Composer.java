package org.vigie.world;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A maker of sentences: it opens the braces of a phrase until none is left.
 *
 * <p>{@code {a|b}} is one of the alternatives; {@code {2-9}} a number in that range; {@code {name}}
 * the variable of that name or else a line of that section, never the same line twice in one
 * advert. {@code @} in a name stands for the topic, such as {@code farm}.
 */
final class Composer {
  private final PhraseTable phrases;
  private final Draw draw;
  private final long turn;
  private final String topic;
  private final Map<String, Supplier<String>> variables;
  private final Map<String, Set<Integer>> used = new HashMap<>();

  /**
   * @param turn rank of the advert among those of its language and kind, from 0
   */
  Composer(
      PhraseTable phrases,
      Draw draw,
      long turn,
      String topic,
      Map<String, Supplier<String>> variables) {
    this.phrases = phrases;
    this.draw = draw;
    this.turn = turn;
    this.topic = topic;
    this.variables = variables;
  }

  /** Returns a line of a section with all its braces opened. */
  String compose(String section) {
    return open(line(section));
  }

  private String open(String phrase) {
    StringBuilder text = new StringBuilder(phrase.length() * 2);
    int at = 0;
    while (at < phrase.length()) {
      char c = phrase.charAt(at);
      if (c == '{') {
        int end = matching(phrase, at);
        text.append(choose(phrase.substring(at + 1, end)));
        at = end + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private String choose(String inside) {
    int alternatives = 1;
    int depth = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      alternatives += c == '|' && depth == 0 ? 1 : 0;
    }
    return alternatives == 1 ? name(inside) : open(alternative(inside, draw.below(alternatives)));
  }

  private static String alternative(String inside, int wanted) {
    int start = 0;
    int depth = 0;
    int index = 0;
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '|' && depth == 0) {
        if (index == wanted) {
          return inside.substring(start, i);
        }
        index++;
        start = i + 1;
      }
    }
    return inside.substring(start);
  }

  private String name(String inside) {
    String name = inside.replace("@", topic);
    Supplier<String> variable = variables.get(name);
    if (variable != null) {
      return variable.get();
    }
    int dash = name.indexOf('-');
    if (dash > 0 && Character.isDigit(name.charAt(0))) {
      int low = Integer.parseInt(name.substring(0, dash));
      int high = Integer.parseInt(name.substring(dash + 1));
      return Integer.toString(draw.between(low, high));
    }
    return open(line(name));
  }

  private String line(String section) {
    List<String> lines = phrases.require(section);
    Set<Integer> taken = used.computeIfAbsent(section, key -> new HashSet<>());
    if (taken.size() == lines.size()) {
      taken.clear();
    }
    boolean dealt = taken.isEmpty() && isSentence(lines.getFirst());
    int index = dealt ? deal(section, lines.size()) : draw.below(lines.size());
    while (!taken.add(index)) {
      index = (index + 1) % lines.size();
    }
    return lines.get(index);
  }

  /**
   * Deals lines as an affine plane puts points on lines: two adverts that meet in one section meet
   * in few others, because each section steps on by a slope of its own from round to round.
   */
  private int deal(String section, int size) {
    long place = turn % size;
    long round = turn / size;
    return (int) ((place + slope(phrases.place(section), size) * round) % size);
  }

  /** Returns a number that has no divisor in common with the size. */
  private static long slope(int section, int size) {
    int slope = 1 + section % Math.max(1, size - 1);
    while (!BigInteger.valueOf(slope).gcd(BigInteger.valueOf(size)).equals(BigInteger.ONE)) {
      slope = slope % size + 1;
    }
    return slope;
  }

  private static boolean isSentence(String line) {
    return line.endsWith(".") || line.endsWith("?");
  }

  private int matching(String phrase, int open) {
    int depth = 0;
    for (int i = open; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException(
        "braces must match in " + phrases.name() + ", but do not in: " + phrase);
  }
}
