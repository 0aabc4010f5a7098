package org.vigie.capture.state.wire;

/** A place in a script, which moves over its words, strings and spaces. */
final class ScriptCursor {
  /** No longer comment is passed over: many that nothing ends would be looked through each. */
  private static final int MAX_COMMENT = 1_000;

  /** Thrown where a text isn't a literal, without a trace, since most scripts aren't. */
  static final class NoLiteral extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoLiteral() {
      super("no literal", null, false, false);
    }
  }

  private final String script;
  private int at;

  ScriptCursor(String script, int start) {
    this.script = script;
    this.at = start;
  }

  int at() {
    return at;
  }

  void next() {
    at++;
  }

  boolean isAt(char c) {
    return at < script.length() && script.charAt(at) == c;
  }

  /** Passes over the characters that are among some; returns them. */
  String whileIn(String some) {
    int start = at;
    while (at < script.length() && some.indexOf(script.charAt(at)) >= 0) {
      at++;
    }
    return script.substring(start, at);
  }

  /** Passes over a name; returns it. */
  String identifier() {
    int start = at;
    while (at < script.length() && isOfName(script.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new NoLiteral();
    }
    return script.substring(start, at);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
  }

  /** Passes over a string; returns what it stands for. */
  String string() {
    char quote = script.charAt(at++);
    StringBuilder text = new StringBuilder();
    while (at < script.length()) {
      char c = script.charAt(at++);
      if (c == quote) {
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : String.valueOf(c));
    }
    throw new NoLiteral();
  }

  private String escaped() {
    char c = at < script.length() ? script.charAt(at++) : '\\';
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'u' -> coded(4);
      case 'x' -> coded(2);
      case '\n' -> "";
      default -> String.valueOf(c);
    };
  }

  private String coded(int digits) {
    try {
      int code = Integer.parseInt(script, at, Math.min(at + digits, script.length()), 16);
      at += digits;
      return String.valueOf((char) code);
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /** Passes over spaces and comments. */
  void skipSpace() {
    while (at < script.length()) {
      if (Character.isWhitespace(script.charAt(at)) || script.charAt(at) == '\uFEFF') {
        at++;
      } else if (script.startsWith("/*", at)) {
        int end = script.indexOf("*/", at, Math.min(script.length(), at + MAX_COMMENT));
        if (end < 0) {
          throw new NoLiteral();
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  /** Returns the character at the place. */
  char peek() {
    if (at >= script.length()) {
      throw new NoLiteral();
    }
    return script.charAt(at);
  }

  /** Passes over a character that must stand here. */
  void expect(char c) {
    if (peek() != c) {
      throw new NoLiteral();
    }
    at++;
  }
}
