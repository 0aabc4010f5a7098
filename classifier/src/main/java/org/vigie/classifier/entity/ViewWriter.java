package org.vigie.classifier.entity;

/** What is written so far of a view of a text, each character with its place in the text. */
final class ViewWriter {
  /** Characters looked back at for the host that a dot continues. */
  static final int LONGEST_HOST = 130;

  /** RFC 5321, section 4.5.3.1. */
  private static final int LONGEST_NAME = 64;

  private final ContactWords words;
  private final char[] chars;
  private final int[] starts;
  private final int[] ends;
  private final boolean[] undone;
  private int length;

  /**
   * @param most characters that may be written
   */
  ViewWriter(int most, ContactWords words) {
    this.words = words;
    chars = new char[most];
    starts = new int[most];
    ends = new int[most];
    undone = new boolean[most];
  }

  String text() {
    return new String(chars, 0, length);
  }

  /** Returns where the character at a position begins in the text. */
  int start(int position) {
    return starts[position];
  }

  /** Returns where the character before a position ends in the text. */
  int end(int position) {
    return ends[position - 1];
  }

  /** Returns how many signs were read out of words or brackets in a stretch. */
  int undone(int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += undone[i] ? 1 : 0;
    }
    return count;
  }

  void put(char c, int start, int end, boolean wasUndone) {
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    undone[length] = wasUndone;
    length++;
  }

  void dropSpaces() {
    while (length > 0 && chars[length - 1] == ' ') {
      length--;
    }
  }

  /** Returns whether what was written last has a dot, a digit or an underscore inside. */
  boolean endsWithTellingName() {
    int end = length;
    while (end > 0 && chars[end - 1] == ' ') {
      end--;
    }
    int floor = Math.max(0, end - LONGEST_NAME);
    boolean letter = false;
    boolean sign = false;
    for (int i = end; i > floor && (isLabelChar(chars[i - 1]) || chars[i - 1] == '.'); i--) {
      char c = chars[i - 1];
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
    while (end > 0 && chars[end - 1] == ' ') {
      end--;
    }
    int floor = Math.max(0, end - LONGEST_HOST);
    int start = end;
    while (start > floor && (isLabelChar(chars[start - 1]) || chars[start - 1] == '.')) {
      start--;
    }
    String host = String.valueOf(chars, start, end - start);
    boolean afterScheme = start > 1 && chars[start - 1] == '/' && chars[start - 2] == '/';
    boolean www = host.equals("www") || host.startsWith("www.");
    return (afterScheme || www)
        && (host.indexOf('.') < 0
            || !words.address().topLevelDomains().contains(Hosts.topLevelDomain(host)));
  }

  /** Returns whether what was written last is {@code name@host}, which a dot may continue. */
  boolean addressIsOpen() {
    int i = length;
    while (i > 0 && chars[i - 1] == ' ') {
      i--;
    }
    int floor = Math.max(0, i - LONGEST_HOST);
    while (i > floor && (isLabelChar(chars[i - 1]) || chars[i - 1] == '.')) {
      i--;
    }
    return i > 0 && chars[i - 1] == '@';
  }

  boolean endsWithName() {
    int i = length;
    int floor = Math.max(0, length - 4);
    while (i > floor && chars[i - 1] == ' ') {
      i--;
    }
    return i > 0 && isLabelChar(chars[i - 1]);
  }

  boolean endsWithSpace() {
    return length > 0 && chars[length - 1] == ' ';
  }

  static boolean isLabelChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }
}
