package org.vigie.text.safe;

/**
 * Addresses written so that no program takes them for links: {@code hxxps://ex[.]ample/path}.
 * Nothing an advert names may be contacted by a slip of the mouse.
 */
public final class Defanged {
  private Defanged() {}

  /** Returns a text, or a URL alone, in which no address is left that a terminal would open. */
  public static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    int i = 0;
    while (i < text.length()) {
      int host = hostAfter(text, i);
      if (host < 0) {
        safe.append(text.charAt(i++));
        continue;
      }
      appendStart(text, i, host, safe);
      i = host;
      while (i < text.length() && !endsHost(text.charAt(i)) && schemeEnd(text, i) < 0) {
        char c = text.charAt(i++);
        safe.append(c == '.' ? "[.]" : String.valueOf(c));
      }
    }
    return safe.toString();
  }

  /** Returns where the host of an address that starts here starts, or -1 if none starts here. */
  private static int hostAfter(String text, int at) {
    int end = schemeEnd(text, at);
    if (end >= 0) {
      return end;
    }
    boolean atWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    return atWord && text.regionMatches(true, at, "www.", 0, 4) ? at : -1;
  }

  /** Returns where a scheme that starts here ends, or -1 if none starts here. */
  private static int schemeEnd(String text, int at) {
    for (String start : new String[] {"https://", "http://", "ftp://"}) {
      if (text.regionMatches(true, at, start, 0, start.length())) {
        return at + start.length();
      }
    }
    return -1;
  }

  private static void appendStart(String text, int from, int to, StringBuilder safe) {
    safe.append(
        text.substring(from, to).replace("tt", "xx").replace("TT", "XX").replace("ftp", "fxp"));
  }

  private static boolean endsHost(char c) {
    return c == '/' || c == '?' || c == '#' || Character.isWhitespace(c);
  }
}
