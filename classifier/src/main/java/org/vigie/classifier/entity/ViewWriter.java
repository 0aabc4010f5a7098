package org.vigie.classifier.entity;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.vigie.text.SourcePositions;

/** What is written so far of a view of a text, each character with its place in the text. */
final class ViewWriter {
  /** Characters looked back at for the host that a dot continues. */
  static final int LONGEST_HOST = 130;

  /** RFC 5321, section 4.5.3.1. */
  private static final int LONGEST_NAME = 64;

  private final ContactWords words;
  private final String source;
  private final SourcePositions places = new SourcePositions();
  private final BitSet undone = new BitSet();

  /** Null as long as what is written is how the source begins. */
  private char @Nullable [] chars;

  private int length;

  /**
   * @param source the text that is viewed; no more characters are written than it has
   */
  ViewWriter(String source, ContactWords words) {
    this.source = source;
    this.words = words;
  }

  String text() {
    return chars == null ? source.substring(0, length) : new String(chars, 0, length);
  }

  private char charAt(int position) {
    return chars == null ? source.charAt(position) : chars[position];
  }

  /** Returns where the character at a position begins in the text. */
  int start(int position) {
    return places.start(position);
  }

  /** Returns where the character before a position ends in the text. */
  int end(int position) {
    return places.end(position - 1);
  }

  /** Returns how many signs were read out of words or brackets in a stretch. */
  int undone(int start, int end) {
    int count = 0;
    for (int i = undone.nextSetBit(start); i >= 0 && i < end; i = undone.nextSetBit(i + 1)) {
      count++;
    }
    return count;
  }

  void put(char c, int start, int end, boolean wasUndone) {
    char[] written = chars;
    if (written == null && (start != length || source.charAt(length) != c)) {
      written = new char[source.length()];
      source.getChars(0, length, written, 0);
      chars = written;
    }
    if (written != null) {
      written[length] = c;
    }
    places.append(start, end);
    undone.set(length, wasUndone);
    length++;
  }

  void dropSpaces() {
    while (length > 0 && charAt(length - 1) == ' ') {
      length--;
    }
    places.cut(length);
  }

  /** Returns whether what was written last has a dot, a digit or an underscore inside. */
  boolean endsWithTellingName() {
    int end = length;
    while (end > 0 && charAt(end - 1) == ' ') {
      end--;
    }
    int floor = Math.max(0, end - LONGEST_NAME);
    boolean letter = false;
    boolean sign = false;
    for (int i = end; i > floor && (isLabelChar(charAt(i - 1)) || charAt(i - 1) == '.'); i--) {
      char c = charAt(i - 1);
      letter |= Character.isLetter(c);
      sign |= c == '.' || c == '_' || Character.isDigit(c);
    }
    return letter && sign;
  }

  /**
   * Returns whether what was written last is {@code http://host} or {@code www.host} without an end
   * that hosts have, which a spoken dot may continue.
   */
  boolean linkIsOpen() {
    int end = length;
    while (end > 0 && charAt(end - 1) == ' ') {
      end--;
    }
    int floor = Math.max(0, end - LONGEST_HOST);
    int start = end;
    while (start > floor && (isLabelChar(charAt(start - 1)) || charAt(start - 1) == '.')) {
      start--;
    }
    String host =
        chars == null ? source.substring(start, end) : String.valueOf(chars, start, end - start);
    boolean afterScheme = start > 1 && charAt(start - 1) == '/' && charAt(start - 2) == '/';
    boolean www = host.equals("www") || host.startsWith("www.");
    return (afterScheme || www)
        && (host.indexOf('.') < 0
            || !words.address().topLevelDomains().contains(Hosts.topLevelDomain(host)));
  }

  /** Returns whether what was written last is {@code name@host}, which a dot may continue. */
  boolean addressIsOpen() {
    int i = length;
    while (i > 0 && charAt(i - 1) == ' ') {
      i--;
    }
    int floor = Math.max(0, i - LONGEST_HOST);
    while (i > floor && (isLabelChar(charAt(i - 1)) || charAt(i - 1) == '.')) {
      i--;
    }
    return i > 0 && charAt(i - 1) == '@';
  }

  /**
   * Returns whether what was written last is a name behind {@code @} or a colon, or has a digit.
   */
  boolean endsWithEvidentName() {
    int start = length;
    boolean digit = false;
    while (start > 0 && length - start < LONGEST_NAME && isLabelChar(charAt(start - 1))) {
      start--;
      digit |= Character.isDigit(charAt(start));
    }
    int sign = start;
    while (sign > 0 && start - sign < 2 && charAt(sign - 1) == ' ') {
      sign--;
    }
    return digit || sign > 0 && "@:".indexOf(charAt(sign - 1)) >= 0;
  }

  boolean endsWithName() {
    int i = length;
    int floor = Math.max(0, length - 4);
    while (i > floor && charAt(i - 1) == ' ') {
      i--;
    }
    return i > 0 && isLabelChar(charAt(i - 1));
  }

  boolean endsWithSpace() {
    return length > 0 && charAt(length - 1) == ' ';
  }

  static boolean isLabelChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }
}
