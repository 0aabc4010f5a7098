package org.vigie.classifier.language;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Tells languages apart by their script, and by letters that only one of them writes, at a fraction
 * of a model's cost.
 */
final class ScriptShortcut {
  /** Languages with concepts that their script, or letters of it, tell. */
  private static final Set<String> TOLD =
      Set.of("el ka hy th zh bn am ti ur ps fa ar be uk mk sr ru".split(" "));

  private ScriptShortcut() {}

  /** Returns an ISO 639 code, the shortest there is, or nothing where letters don't decide. */
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
      case GURMUKHI -> "pa";
      case GUJARATI -> "gu";
      case ORIYA -> "or";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case KANNADA -> "kn";
      case MALAYALAM -> "ml";
      case SINHALA -> "si";
      case MYANMAR -> "my";
      case KHMER -> "km";
      case LAO -> "lo";
      case TIBETAN -> "bo";
      case THAANA -> "dv";
      case BENGALI -> count(text, "\u09F0\u09F1") > 0 ? "as" : "bn";
      case ETHIOPIC -> EthiopicLetters.language(text);
      case ARABIC -> arabic(text);
      case CYRILLIC -> cyrillic(text);
      case LATIN -> YorubaSigns.in(text) ? "yo" : "";
      default -> "";
    };
  }

  /** Returns whether a language has a script, or letters, by which it is told. */
  static boolean tells(String language) {
    return TOLD.contains(language);
  }

  private static String arabic(CharSequence text) {
    if (count(text, "\u0679\u0688\u06BA\u06D2\u06BE") > 0) {
      return "ur";
    }
    if (count(text, "\u067C\u0689\u0693\u0696\u069A\u0681\u0685\u06BC\u06D0\u06CD") > 0) {
      return "ps";
    }
    if (count(text, "\u0695\u06B5\u06C6\u06CE") > 0) {
      return "ckb";
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
    if (shortU > 0 && dottedI == 0 && count(text, "\u049B\u0493\u04B3") > 0) {
      return "uz";
    }
    String asian = centralAsian(text);
    if (!asian.isEmpty()) {
      return asian;
    }
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

  /** Letters of Kazakh, Kyrgyz, Tajik, Tatar and Mongolian that no Slavic language writes. */
  private static String centralAsian(CharSequence text) {
    if (count(text, "\u04B3\u04B7\u04E3\u04EF\u04B2\u04B6\u04E2\u04EE") > 0) {
      return "tg";
    }
    int schwa = count(text, "\u04D9\u04D8");
    int tatar = count(text, "\u0497\u04BB\u0496\u04BA");
    if (count(text, "\u049B\u0493\u04B1\u049A\u0492\u04B0") > 0) {
      return "kk";
    }
    if (schwa + tatar > 0) {
      return tatar > 0 ? "tt" : "kk";
    }
    if (count(text, "\u04A3\u04A2") > 0) {
      return "ky";
    }
    return count(text, "\u04E9\u04AF\u04E8\u04AE") > 1 ? "mn" : "";
  }

  private static int count(CharSequence text, String letters) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += letters.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return found;
  }
}
