package org.vigie.classifier.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.classifier.digit.SpokenNumber;
import org.vigie.classifier.place.CountryNames;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/**
 * The country that people tell beside a national number, by its code as in {@code 07700 900655 (UK,
 * +44)} and {@code 06 39 98 22 80, country code 33} or by its name as in {@code 020 914 2277
 * (Ireland)}, or the plus sign that they tell it lacks.
 *
 * @param region ISO 3166-1 alpha-2 code, or empty
 * @param plus whether the number lacks nothing but its plus sign
 */
record DialCodeBeside(String region, boolean plus) {
  private static final int REACH = 48;

  private static final String CODE_WORDS =
      "code|indicatif|vorwahl|landesvorwahl|prefijo|prefisso|indicativo|landnummer|landcode|kierunkowy"
          + "|prefiks|prefix|prefixul|kod|kodi|kodu|код|кодом|pozivni|позивни|predvolba|predvoľba"
          + "|đầu số|mã|suuntanumero|kodas|kods|předvolba|előhívó|κωδικος|κωδικοσ|landekode|landskod|رمز|مفتاح";

  static final String PLUS_WORDS =
      "plus|плюс|плус|plusz|plusem|artı|arti|زائد|συν|پلس|pliusas|pluss|cộng"
          + "|tambah|บวก|加|प्लस|প্লাস|ፕላስ|պլյուս|პლუს";

  /** Before a number they mostly mean more. */
  private static final String PLUS_BEHIND = PLUS_WORDS + "|más|mas|più|piu|mais";

  /** Without one of these, a word for plus mostly means more: "para mais informações". */
  private static final String BEFORE_WORDS =
      "front|before|devant|avant|davor|vorne|delante|davanti|frente|antes|voor|vooraan|przed|inainte"
          + "|înainte|foran|framför|eteen|elé|pred|před|перед|спереди|отпред|попереду|başına|قبل|أمام";

  /** A code stands alone: another number after it begins another phone. */
  private static final Pattern CODE =
      Pattern.compile(
          "^[^\\d\\n+]{0,28}(?:\\+|\\b(?:"
              + CODE_WORDS
              + ")\\b[^\\d\\n]{0,14}(?:00)?)(\\d{1,3})(?![ .()/-]*\\d)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /**
   * A name alone in brackets behind a number, or behind a word for a code; a place of work in
   * brackets has more words.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "^(?: ?\\((?:(?:"
              + CODE_WORDS
              + ") )?|[^\\d\\n]{0,24}\\b(?:"
              + CODE_WORDS
              + ") )(?:\\p{L}{1,3} )?([\\p{L} ]{2,24}?)(?=[,.;)\\n]|$| (?:"
              + BEFORE_WORDS
              + ")\\b)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** A code in words: "più quarantaquattro". */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "^[^\\d\\n]{0,28}?\\b(?:" + PLUS_BEHIND + "|" + CODE_WORDS + ")\\b\\W{1,3}(?=\\p{L})",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern PLUS =
      Pattern.compile(
          "^[^\\d\\n]{0,24}\\b(?:"
              + PLUS_BEHIND
              + ")\\b[^\\d\\n]{0,14}\\b(?:"
              + BEFORE_WORDS
              + ")\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final DialCodeBeside NONE = new DialCodeBeside("", false);

  /** Reads what stands behind the numbers of one text. */
  static final class Reader {
    private final Matcher code;
    private final Matcher plus;
    private final Matcher name;
    private final Matcher spoken;
    private final SpokenNumber numbers;
    private final int length;
    private final String language;

    /**
     * @param language ISO 639-1 code of the text's, in which countries are named
     */
    Reader(String folded, ContactWords words, String language) {
      // What stands behind the reach tells whether a code is cut off there.
      code = CODE.matcher(folded).useTransparentBounds(true);
      plus = PLUS.matcher(folded);
      name = NAME.matcher(folded);
      spoken = SPOKEN.matcher(folded).useTransparentBounds(true);
      numbers = new SpokenNumber(folded, words.spoken(), language);
      length = folded.length();
      this.language = language;
    }

    /** Returns what stands behind a number that ends there. */
    DialCodeBeside after(int end) {
      int to = Math.min(length, end + REACH);
      if (code.region(end, to).find()) {
        return new DialCodeBeside(PhoneNumbers.regionOf(code.group(1)), false);
      }
      String said = spoken.region(end, to).find() ? numbers.digitsFrom(spoken.end()) : "";
      if (said.length() > 1 && !PhoneNumbers.regionOf(said).isEmpty()) {
        return new DialCodeBeside(PhoneNumbers.regionOf(said), false);
      }
      if (plus.region(end, to).find()) {
        return new DialCodeBeside("", true);
      }
      return name.region(end, to).find()
          ? named(name.group(1)).map(found -> new DialCodeBeside(found, false)).orElse(NONE)
          : NONE;
    }

    private Optional<String> named(String words) {
      return CountryNames.called(Words.of(NormalizedText.of(words)), language)
          .filter(PhoneNumbers::knows);
    }
  }
}
