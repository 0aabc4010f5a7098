package org.vigie.classifier.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The country code that people tell beside a national number, as in {@code 07700 900655 (UK, +44)}
 * and {@code 06 39 98 22 80, country code 33}, or the plus sign that they tell it lacks.
 *
 * @param digits the country code, or empty
 * @param plus whether the number lacks nothing but its plus sign
 */
record DialCodeBeside(String digits, boolean plus) {
  private static final int REACH = 48;

  private static final String CODE_WORDS =
      "code|indicatif|vorwahl|landesvorwahl|prefijo|prefisso|indicativo|landnummer|landcode|kierunkowy"
          + "|prefiks|prefix|prefixul|kod|kodi|kodu|код|кодом|pozivni|позивни|predvolba|predvoľba"
          + "|předvolba|előhívó|κωδικος|κωδικοσ|landekode|landskod|رمز|مفتاح";

  private static final String PLUS_WORDS =
      "plus|más|mas|più|piu|mais|плюс|plusz|plusem|artı|arti|زائد";

  /** Without one of these, a word for plus mostly means more: "para mais informações". */
  private static final String BEFORE_WORDS =
      "front|before|devant|avant|davor|vorne|delante|davanti|frente|antes|voor|vooraan|przed|inainte"
          + "|înainte|foran|framför|eteen|elé|pred|před|перед|спереди|отпред|попереду|başına|قبل|أمام";

  /** A code stands alone: another number after it begins another phone. */
  private static final Pattern CODE =
      Pattern.compile(
          "^[^\\d\\n+]{0,28}(?:\\+|\\b(?:"
              + CODE_WORDS
              + ")\\b[^\\d\\n]{0,14})(\\d{1,3})(?![ .()/-]*\\d)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern PLUS =
      Pattern.compile(
          "^[^\\d\\n]{0,24}\\b(?:"
              + PLUS_WORDS
              + ")\\b[^\\d\\n]{0,14}\\b(?:"
              + BEFORE_WORDS
              + ")\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final DialCodeBeside NONE = new DialCodeBeside("", false);

  /** Reads what stands behind the numbers of one text. */
  static final class Reader {
    private final Matcher code;
    private final Matcher plus;
    private final int length;

    Reader(String folded) {
      // What stands behind the reach tells whether a code is cut off there.
      code = CODE.matcher(folded).useTransparentBounds(true);
      plus = PLUS.matcher(folded);
      length = folded.length();
    }

    /** Returns what stands behind a number that ends there. */
    DialCodeBeside after(int end) {
      int to = Math.min(length, end + REACH);
      if (code.region(end, to).find()) {
        return new DialCodeBeside(code.group(1), false);
      }
      return plus.region(end, to).find() ? new DialCodeBeside("", true) : NONE;
    }
  }
}
