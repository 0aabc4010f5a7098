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
      case ETHIOPIC -> ethiopic(text);
      case ARABIC -> arabic(text);
      case CYRILLIC -> cyrillic(text);
      case LATIN -> latin(text);
      default -> "";
    };
  }

  private static String arabic(CharSequence text) {
    if (count(text, "\u0679\u0688\u06BA\u06D2\u06BE") > 0) {
      return "ur";
    }
    return count(text, "\u067E\u0686\u06AF\u0698\u06A9\u06CC") > 0 ? "fa" : "ar";
  }

  /**
   * Tigrinya begins words with the fourth form of alef and keeps the series of qh and kx; Amharic
   * lost them.
   */
  private static String ethiopic(CharSequence text) {
    int tigrinya =
        count(text, "\u12A3") + range(text, '\u1250', '\u125F') + range(text, '\u12B8', '\u12BE');
    return tigrinya > count(text, "\u12A0") ? "ti" : "am";
  }

  /** Yoruba's dotted letters; Vietnamese has two of them, and letters of its own. */
  private static String latin(CharSequence text) {
    int dotted = count(text, "\u1EB9\u1ECD\u1E63\u1EB8\u1ECC\u1E62");
    int vietnamese = count(text, "\u0103\u0111\u01A1\u01B0\u1EA1\u1EA3\u1ECB\u1EE5");
    return dotted > 1 && vietnamese == 0 ? "yo" : "";
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

  private static int range(CharSequence text, char from, char to) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += text.charAt(i) >= from && text.charAt(i) <= to ? 1 : 0;
    }
    return found;
  }

  private static int count(CharSequence text, String letters) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += letters.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return found;
  }
}
