package org.vigie.text.finding;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * The message of one code, in ICU's message format, taken apart once.
 *
 * <p>Most have nothing but arguments to put in their places: these are joined from their pieces,
 * since the stream says a dozen an advert.
 */
final class FindingMessage {
  private final MessageFormat format;
  private final Set<String> arguments;
  private final Set<String> numbers;

  /** Text and names of arguments in turn, text first; empty if that isn't all there is to it. */
  private final List<String> pieces;

  /**
   * @throws IllegalArgumentException if it is no message format
   */
  FindingMessage(String message, Locale language) {
    this.format = new MessageFormat(message, language);
    MessagePattern pattern = new MessagePattern(message);
    Set<String> all = new TreeSet<>();
    Set<String> whole = new TreeSet<>();
    boolean plain = true;
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START) {
        String name = pattern.getSubstring(pattern.getPart(i + 1));
        all.add(name);
        if (isNumber(part.getArgType())) {
          whole.add(name);
        }
        plain &= part.getArgType() == MessagePattern.ArgType.NONE;
      }
    }
    this.arguments = Set.copyOf(all);
    this.numbers = Set.copyOf(whole);
    this.pieces = plain ? pieces(pattern) : List.of();
  }

  private static boolean isNumber(MessagePattern.ArgType type) {
    return type == MessagePattern.ArgType.PLURAL || type == MessagePattern.ArgType.SIMPLE;
  }

  private static List<String> pieces(MessagePattern pattern) {
    List<String> pieces = new ArrayList<>();
    String text = pattern.getPatternString();
    StringBuilder piece = new StringBuilder();
    int from = 0;
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      switch (part.getType()) {
        case SKIP_SYNTAX -> {
          piece.append(text, from, part.getIndex());
          from = part.getLimit();
        }
        case ARG_START -> {
          pieces.add(piece.append(text, from, part.getIndex()).toString());
          piece.setLength(0);
          pieces.add(pattern.getSubstring(pattern.getPart(i + 1)));
          i = pattern.getLimitPartIndex(i);
          from = pattern.getPart(i).getLimit();
        }
        default -> {}
      }
    }
    pieces.add(piece.append(text.substring(from)).toString());
    return pieces;
  }

  /** Returns the names of what varies. */
  Set<String> arguments() {
    return arguments;
  }

  /** Returns the names of arguments that must be whole numbers. */
  Set<String> numbers() {
    return numbers;
  }

  /** Returns whether these can fill it. */
  boolean isFilledBy(Map<String, String> values) {
    for (String name : arguments) {
      String value = values.get(name);
      if (value == null || (numbers.contains(name) && !isWhole(value))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(String value) {
    int from = value.startsWith("-") ? 1 : 0;
    boolean digits = value.substring(from).chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && value.length() > from && value.length() <= 18;
  }

  /**
   * Returns the message with values that {@link #isFilledBy fill it}.
   *
   * @param said how the value of an argument is said, by its name and itself
   */
  String say(Map<String, String> values, BinaryOperator<String> said) {
    if (pieces.isEmpty()) {
      return formatted(values, said);
    }
    if (pieces.size() == 1) {
      return pieces.getFirst();
    }
    StringBuilder text = new StringBuilder(pieces.getFirst());
    for (int i = 1; i < pieces.size(); i += 2) {
      String name = pieces.get(i);
      text.append(said.apply(name, values.getOrDefault(name, ""))).append(pieces.get(i + 1));
    }
    return text.toString();
  }

  private String formatted(Map<String, String> values, BinaryOperator<String> said) {
    Map<String, Object> typed = new HashMap<>();
    for (String name : arguments) {
      String value = values.getOrDefault(name, "");
      typed.put(name, numbers.contains(name) ? Long.valueOf(value) : said.apply(name, value));
    }
    // A format is for one thread; a copy would make its number formats anew each time.
    synchronized (format) {
      return format.format(typed);
    }
  }
}
