package org.vigie.page;

/** What blanks are to Java: to JavaScript, a space that breaks no line is one too. */
public final class Blanks {
  private Blanks() {}

  public static boolean isBlank(String text) {
    return start(text) == text.length();
  }

  public static String strip(String text) {
    return stripTrailing(stripLeading(text));
  }

  public static String stripLeading(String text) {
    return text.substring(start(text));
  }

  public static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static int start(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }
}
