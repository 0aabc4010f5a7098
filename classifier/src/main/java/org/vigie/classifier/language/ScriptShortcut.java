package org.vigie.classifier.language;

import java.lang.Character.UnicodeScript;

/**
 * Tells languages apart by letters that only one of them writes, at a fraction of a model's cost.
 */
final class ScriptShortcut {
  private ScriptShortcut() {}

  /** Returns an ISO 639-1 code, or nothing where letters don't decide. */
  static String language(UnicodeScript script, CharSequence text) {
    return switch (script) {
      case GREEK -> "el";
      case HEBREW -> "he";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      case THAI -> "th";
      case HANGUL -> "ko";
      case HIRAGANA, KATAKANA -> "ja";
      case HAN -> "zh";
      case ETHIOPIC -> EthiopicLetters.language(text);
      case ARABIC -> arabic(text);
      case CYRILLIC -> cyrillic(text);
      case LATIN -> YorubaSigns.in(text) ? "yo" : "";
      default -> "";
    };
  }

  private static String arabic(CharSequence text) {
    if (count(text, "\u0679\u0688\u06BA\u06D2\u06BE") > 0) {
      return "ur";
    }
    return count(text, "\u067E\u0686\u06AF\u0698\u06A9\u06CC") > 0 ? "fa" : "ar";
  }

  private static String cyrillic(CharSequence text) {
    int ukrainian = count(text, "\u0457\u0454\u0491\u0407\u0404\u0490");
    int dottedI = count(text, "\u0456\u0406");
    int russian = count(text, "\u044B\u044D\u0451\u042B\u042D\u0401");
    int macedonian = count(text, "\u0453\u045C\u0455\u0403\u040C\u0405");
    int serbian = count(text, "\u0452\u045B\u0402\u040B");
    int shortU = count(text, "\u045E\u040E");
    if (shortU > 0 && dottedI > 0) {
      return "be";
    }
    if (ukrainian + dottedI > 0 && russian == 0) {
      return "uk";
    }
    if (macedonian > 0) {
      return "mk";
    }
    if (serbian > 0) {
      return "sr";
    }
    return russian > 0 && ukrainian + dottedI == 0 ? "ru" : "";
  }

  private static int count(CharSequence text, String letters) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += letters.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return found;
  }
}
