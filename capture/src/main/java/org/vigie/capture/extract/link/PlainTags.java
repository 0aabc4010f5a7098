package org.vigie.capture.extract.link;

import java.util.Locale;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a text of HTML, one after the other, as far as they are written plainly.
 *
 * <p>It knows where a tag ends, what it is called and what its attributes say, by the HTML standard
 * (section 13.2.5, "Tokenization"). Where the standard takes to mending what is written, it stops
 * at {@link Kind#ODD}.
 */
final class PlainTags {
  /** What was come upon. */
  enum Kind {
    START,
    END,
    /** A comment or a document type. */
    ASIDE,
    TEXT_END,
    /** Something that takes a whole parser to tell what it is. */
    ODD
  }

  /** More attributes of one tag are odd. */
  private static final int MAX_ATTRIBUTES = 60;

  /** A power of two; pages use some dozens of names. */
  private static final int NAMES = 256;

  private static final int MAX_USUAL_NAME = 16;

  /** Names of elements that were met lately, so that each need not be made anew. */
  private static final String[] USUAL_NAMES = new String[NAMES];

  /** Places kept of an attribute: where name and value begin and end. */
  private static final int PLACES = 4;

  private final String text;
  private final int[] places = new int[MAX_ATTRIBUTES * PLACES];
  private int attributes;
  private int at;
  private int wordsStart;
  private int wordsEnd;
  private boolean closesItself;
  private String name = "";

  PlainTags(String text) {
    this.text = text;
  }

  /** Goes on to the next tag. */
  Kind next() {
    wordsStart = at;
    int open = text.indexOf('<', at);
    wordsEnd = open < 0 ? text.length() : open;
    if (open < 0) {
      return Kind.TEXT_END;
    }
    if (isLetter(open + 1)) {
      return start(open + 1);
    }
    if (is(open + 1, '/') && isLetter(open + 2)) {
      return end(open + 2);
    }
    return is(open + 1, '!') ? aside(open) : Kind.ODD;
  }

  /** Returns the name of the tag in lower case. */
  String name() {
    return name;
  }

  /** Returns whether a slash stands before its end. */
  boolean closesItself() {
    return closesItself;
  }

  int attributes() {
    return attributes;
  }

  /** Returns an attribute of the tag, empty if it has no value, or null if there is none. */
  @Nullable String attribute(String wanted) {
    for (int i = 0; i < attributes * PLACES; i += PLACES) {
      int length = places[i + 1] - places[i];
      if (length == wanted.length()
          && text.regionMatches(true, places[i], wanted, 0, wanted.length())) {
        return unescaped(text.substring(places[i + 2], places[i + 3]), true);
      }
    }
    return null;
  }

  /** Returns what stands before the tag. */
  String words() {
    return unescaped(text.substring(wordsStart, wordsEnd), false);
  }

  int wordsLength() {
    return wordsEnd - wordsStart;
  }

  boolean hasWords() {
    return wordsStart < wordsEnd;
  }

  /**
   * Leaves the content of an element out that holds no tags, such as a script; returns false if its
   * end isn't plain.
   */
  boolean skip(String element) {
    String closing = "</" + element;
    for (int i = at; i >= 0; i++) {
      i = text.indexOf("</", i);
      if (i < 0) {
        return false;
      }
      if (text.regionMatches(true, i, closing, 0, closing.length())) {
        int from = at;
        int found = skipSpace(i + closing.length());
        at = found + 1;
        return is(found, '>') && !hidesItsEnd(text.substring(from, i));
      }
    }
    return false;
  }

  /** A script within a comment of a script ends that one, not its own ("script data escaped"). */
  private static boolean hidesItsEnd(String content) {
    return content.contains("<!--") && content.toLowerCase(Locale.ROOT).contains("<script");
  }

  private static String unescaped(String value, boolean attribute) {
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, attribute);
  }

  private Kind aside(int open) {
    boolean comment = text.startsWith("<!--", open);
    int close = text.indexOf(comment ? "-->" : ">", open + (comment ? 4 : 2));
    at = close + (comment ? 3 : 1);
    if (close < 0) {
      return Kind.ODD;
    }
    boolean plain =
        comment
            ? !is(open + 4, '>') && !text.startsWith("->", open + 4) && !hasOddEnd(open, close)
            : text.regionMatches(true, open + 2, "doctype ", 0, 8);
    return plain ? Kind.ASIDE : Kind.ODD;
  }

  private boolean hasOddEnd(int open, int close) {
    return text.indexOf("--!>", open + 4, close) >= 0;
  }

  private Kind end(int from) {
    int end = nameEnd(from);
    name = lower(from, end);
    int close = skipSpace(end);
    at = close + 1;
    return is(close, '>') ? Kind.END : Kind.ODD;
  }

  private Kind start(int from) {
    int i = nameEnd(from);
    name = lower(from, i);
    attributes = 0;
    closesItself = false;
    if (!isSpace(i) && !is(i, '>') && !is(i, '/')) {
      return Kind.ODD;
    }
    while (true) {
      i = skipSpace(i);
      if (is(i, '>')) {
        at = i + 1;
        return Kind.START;
      }
      if (is(i, '/')) {
        i++;
        closesItself = is(i, '>');
      } else {
        i = attribute(i);
        if (i < 0) {
          return Kind.ODD;
        }
      }
    }
  }

  /** Keeps where an attribute stands; returns where it ends, or -1 if it is odd. */
  private int attribute(int from) {
    int end = from;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    int i = skipSpace(end);
    if (end == from || i >= text.length() || attributes == MAX_ATTRIBUTES) {
      return -1;
    }
    if (!is(i, '=')) {
      boolean plain = i > end || is(i, '>') || is(i, '/');
      return plain ? keep(from, end, end, end) : -1;
    }
    i = skipSpace(i + 1);
    if (is(i, '"') || is(i, '\'')) {
      int close = text.indexOf(text.charAt(i), i + 1);
      boolean plain = close > 0 && (isSpace(close + 1) || is(close + 1, '>') || is(close + 1, '/'));
      return plain ? keep(from, end, i + 1, close) + 1 : -1;
    }
    int close = i;
    while (close < text.length() && !isSpace(close) && !is(close, '>')) {
      if ("\"'<=`".indexOf(text.charAt(close)) >= 0) {
        return -1;
      }
      close++;
    }
    return close == i ? -1 : keep(from, end, i, close);
  }

  private int keep(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    int first = attributes++ * PLACES;
    places[first] = nameStart;
    places[first + 1] = nameEnd;
    places[first + 2] = valueStart;
    places[first + 3] = valueEnd;
    return valueEnd;
  }

  private int nameEnd(int from) {
    int i = from;
    while (isLetter(i) || is(i, '-') || isDigit(i)) {
      i++;
    }
    return i;
  }

  private String lower(int from, int to) {
    int length = to - from;
    int slot = (text.charAt(from) * 31 + text.charAt(to - 1) * 7 + length) & (NAMES - 1);
    String usual = USUAL_NAMES[slot];
    if (usual != null && usual.length() == length && text.startsWith(usual, from)) {
      return usual;
    }
    String lower = text.substring(from, to).toLowerCase(Locale.ROOT);
    if (length <= MAX_USUAL_NAME) {
      USUAL_NAMES[slot] = lower;
    }
    return lower;
  }

  private int skipSpace(int from) {
    int i = from;
    while (isSpace(i)) {
      i++;
    }
    return i;
  }

  private boolean is(int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private boolean isLetter(int index) {
    return index < text.length()
        && (text.charAt(index) | 0x20) >= 'a'
        && (text.charAt(index) | 0x20) <= 'z';
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean isSpace(int index) {
    return index < text.length()
        && switch (text.charAt(index)) {
          case ' ', '\t', '\n', '\r', '\f' -> true;
          default -> false;
        };
  }

  private static boolean isName(char c) {
    return c > ' ' && c != '>' && c != '/' && c != '=' && c != '"' && c != '\'' && c != '<';
  }
}
