package org.vigie.capture.extract.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount with the sign or the name of a currency before or behind it. */
public final class PriceShape {
  private static final String AMOUNT = "\\p{Nd}[\\p{Nd}\\u00a0\\u202f .,']{0,14}\\s{0,3}";

  /** Written before an amount. */
  private static final String BEFORE =
      "EUR|USD|GBP|PLN|DH|MAD|CHF|AED|Rs|RM|PKR|BDT|LKR|NGN|KSh|KES|EGP|SAR|QAR|Rp|US\\$|NT\\$|HK\\$"
          + "|TSh|UGX|TZS|ZMW|GHS|GH₵|XOF|XAF|FCFA|CFA|TND|DZD|KWD|BHD|OMR|JOD|AZN|CUP|ARS|COP|BRL"
          + "|MXN|CAD|AUD|NZD|HKD|SGD|MYR|PHP|IDR|ZAR|TRY|RSD|UAH|KZT";

  /** Written behind it in capitals, or as a word of its own. */
  private static final String BEHIND =
      "EUR|USD|GBP|PLN|DH|MAD|CHF|AED|KGS|KZT|TJS|BYN|MDL|RON|BGN|RSD|DKK|SEK|NOK|F\\s?CFA|FCFA|CFA"
          + "|XOF|XAF|DT|TND|DA|DZD|SAR|QAR|KWD|BHD|OMR|JOD|EGP|AZN|AMD|GEL|UZS|HUF|CZK|ALL|MKD|KM"
          + "|BAM|CUP|ARS|COP|BRL|MXN|HKD|SGD|MYR|THB|VND|IDR|PHP|KES|NGN|RUB|UAH|TRY|ZAR|Lei|TL";

  private static final String WORDS =
      "zł|Kč|руб|грн|сом|лв|р\\.|lei\\b|kr\\b|Ft\\b|дин|دينار|ريال|تومان|درهم|جنيه|тенге|сум|ден|元|円|원"
          + "|บาท|đồng|triệu|〒";

  private static final Pattern PRICE =
      Pattern.compile(
          String.join(
              "|",
              "\\p{Sc}\\s{0,3}\\p{Nd}[\\p{Nd}.,' ]{0,14}",
              "\\b(?:" + BEFORE + ")\\.?\\s{0,3}\\p{Nd}[\\p{Nd}.,' ]{0,14}",
              AMOUNT + "\\p{Sc}",
              AMOUNT + "(?:" + WORDS + ")",
              AMOUNT + "(?:" + BEHIND + ")\\b",
              "(?i)" + AMOUNT + "(?:F\\s?CFA|so.m)\\b"));

  /** Letters that may stand beside a price that is said alone: "from", "per month", "net". */
  private static final int MAX_BESIDE = 16;

  private static final int MAX_CHARS = 60;

  private PriceShape() {}

  /** Returns whether a text has a price in it. */
  public static boolean isIn(String text) {
    return PRICE.matcher(text).find();
  }

  /** Returns whether a text begins with a price. */
  public static boolean begins(String text) {
    return PRICE.matcher(text).lookingAt();
  }

  /** Returns whether a text is a price and hardly more. */
  public static boolean isAlone(String text) {
    Matcher price = text.length() > MAX_CHARS ? null : PRICE.matcher(text);
    if (price == null || !price.find()) {
      return false;
    }
    String rest = price.replaceAll(" ");
    return rest.codePoints().filter(Character::isLetter).count() <= MAX_BESIDE;
  }
}
