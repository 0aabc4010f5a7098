package org.vigie.classifier.entity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;

/** What kind of line a phone number reaches, by its country's numbering plan. */
public enum PhoneType {
  MOBILE,
  FIXED,
  /** Plans such as that of North America don't part the two. */
  FIXED_OR_MOBILE,
  /** Free for who calls. */
  FREE,
  PREMIUM,
  SHARED_COST,
  /** Over the internet, of no place. */
  VOIP,
  /** A person's, sent on to wherever they are. */
  PERSONAL,
  /** A pager, a firm's universal number or a voice mailbox. */
  OTHER,
  UNKNOWN;

  /**
   * Returns the type of a number, as libphonenumber's metadata has it.
   *
   * @param e164 a number in E.164 form; anything else is of {@link #UNKNOWN} type
   */
  public static PhoneType of(String e164) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      return of(util.getNumberType(util.parse(e164, "ZZ")));
    } catch (NumberParseException e) {
      return UNKNOWN; // the library's way to say that it is no number
    }
  }

  /** Returns the words for it, such as {@code fixed or mobile}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static PhoneType of(PhoneNumberUtil.PhoneNumberType type) {
    return switch (type) {
      case MOBILE -> MOBILE;
      case FIXED_LINE -> FIXED;
      case FIXED_LINE_OR_MOBILE -> FIXED_OR_MOBILE;
      case TOLL_FREE -> FREE;
      case PREMIUM_RATE -> PREMIUM;
      case SHARED_COST -> SHARED_COST;
      case VOIP -> VOIP;
      case PERSONAL_NUMBER -> PERSONAL;
      case PAGER, UAN, VOICEMAIL -> OTHER;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
