package org.vigie.world;

/** A judge of whether a text is one JSON value (RFC 8259), by recursive descent. */
final class JsonCheck {
  private final String text;
  private int at;

  private JsonCheck(String text) {
    this.text = text;
  }

  static boolean isJson(String text) {
    JsonCheck check = new JsonCheck(text.strip());
    return check.value() && check.at == check.text.length();
  }

  private boolean value() {
    return switch (at < text.length() ? text.charAt(at) : ' ') {
      case '{' -> members('}', true);
      case '[' -> members(']', false);
      case '"' -> string();
      default -> literal();
    };
  }

  private boolean members(char close, boolean named) {
    at++;
    if (eat(close)) {
      return true;
    }
    do {
      if (named && !(string() && eat(':'))) {
        return false;
      }
      if (!value()) {
        return false;
      }
    } while (eat(','));
    return eat(close);
  }

  private boolean string() {
    if (!eat('"')) {
      return false;
    }
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) < ' ') {
        return false;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return eat('"');
  }

  private boolean literal() {
    int start = at;
    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).matches("true|false|null|-?\\d+(\\.\\d+)?");
  }

  private boolean eat(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }
}
