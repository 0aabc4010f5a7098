package org.vigie.classifier.entity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether digits are a phone number, and of which country. */
final class PhoneNumbers {
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  /** ITU-T E.164, section 6.1. */
  private static final int MAX_DIGITS = 15;

  /** The shortest national numbers with an area code that adverts name. */
  private static final int MIN_DIGITS = 7;

  private static final int LONGEST_CODE = 3;

  /** There mobiles have no numbers of their own, and eleven digits begin with a 1 by chance. */
  private static final String NORTH_AMERICA = "+1";

  /** Shorter ones are mostly national numbers whose area code looks like a country's. */
  private static final int LEAST_WITH_CODE = 11;

  /**
   * Ranges that regulators keep free for fiction, so that examples and demonstrations can be read:
   * NANP 555-01xx, Ofcom 07700 900xxx, ARCEP 06 39 98 xx xx, ComReg 020 91x xxxx. The dot stands
   * for any digit.
   */
  private static final List<String> FICTION =
      List.of("+1...55501..", "+447700900...", "+3363998....", "+3532091.....");

  private PhoneNumbers() {}

  /**
   * A phone number.
   *
   * @param e164 in E.164 form
   * @param country ISO 3166-1 alpha-2 code, or empty where it has none
   */
  record Phone(String e164, String country) {}

  /**
   * Returns the phone that digits are, or null.
   *
   * @param digits ASCII digits as dialled
   * @param plus whether a plus stands before them
   * @param region ISO 3166-1 alpha-2 code that completes a national number, or empty
   */
  static @Nullable Phone find(String digits, boolean plus, String region) {
    int most = plus ? MAX_DIGITS : MAX_DIGITS + 2;
    if (digits.length() < MIN_DIGITS || digits.length() > most) {
      return null;
    }
    boolean exit = !plus && digits.startsWith("00") && digits.length() > MIN_DIGITS + 3;
    String international = exit ? digits.substring(2) : digits;
    if (plus || exit) {
      return parse("+" + dropTrunkZero(international), "ZZ");
    }
    return region.isEmpty() ? null : parse(digits, region);
  }

  /** Returns the region whose country code digits are, as ISO 3166-1 alpha-2; empty if none. */
  static String regionOf(String code) {
    String region = UTIL.getRegionCodeForCountryCode(Integer.parseInt(code));
    return region.length() == 2 && !region.equals("ZZ") ? region : "";
  }

  /**
   * Returns the phone that digits are which begin with a country's code without plus or 00, or
   * null.
   *
   * @param code the digits that stand by themselves before the others
   */
  static @Nullable Phone findWithBareCode(String digits, String code) {
    boolean named =
        code.length() <= LONGEST_CODE && digits.charAt(0) != '0' && !regionOf(code).isEmpty();
    return named && digits.length() >= LEAST_WITH_CODE && digits.length() <= MAX_DIGITS
        ? parse("+" + dropTrunkZero(digits), "ZZ")
        : null;
  }

  /** Returns whether digits are as many as those of a mobile with its country's code. */
  static boolean mayHaveCode(String digits) {
    return digits.length() >= LEAST_WITH_CODE
        && digits.length() <= MAX_DIGITS
        && digits.charAt(0) != '0';
  }

  /** Returns the mobile that digits are with its country's code, without plus, or null. */
  static @Nullable Phone mobileWithBareCode(String digits) {
    Phone phone = mayHaveCode(digits) ? parse("+" + dropTrunkZero(digits), "ZZ") : null;
    return phone != null && isMobile(phone) && !phone.e164().startsWith(NORTH_AMERICA)
        ? phone
        : null;
  }

  /** Returns whether a phone is a mobile, or stands for one in fiction. */
  static boolean isMobile(Phone phone) {
    return PhoneType.of(phone.e164()) == PhoneType.MOBILE || isFiction(phone.e164());
  }

  /**
   * Returns the phone that digits after a word for a phone are, or null.
   *
   * <p>Announced numbers are believed more readily. Written with their country's code, they need
   * only be of a possible length, since plans change faster than the library that knows them. A
   * national one may be of any of the regions.
   */
  static @Nullable Phone findAnnounced(String digits, boolean plus, PhoneRegions regions) {
    boolean exit = !plus && digits.startsWith("00") && digits.length() > MIN_DIGITS + 3;
    if (digits.length() < MIN_DIGITS || digits.length() > MAX_DIGITS + (exit ? 2 : 0)) {
      return null;
    }
    if (plus || exit) {
      return parsePossible("+" + dropTrunkZero(exit ? digits.substring(2) : digits));
    }
    Phone first = null;
    for (String region : regions.ofLanguage()) {
      Phone phone = parse(digits, region);
      if (phone != null && isUsual(digits, region)) {
        return phone;
      }
      first = first == null ? phone : first;
    }
    Phone elsewhere = first == null ? findElsewhere(digits, regions.others()) : first;
    return elsewhere == null && digits.charAt(0) != '0' ? parse("+" + digits, "ZZ") : elsewhere;
  }

  /**
   * Returns the phone that digits are in the first of some regions, its country open if several.
   */
  private static @Nullable Phone findElsewhere(String digits, List<String> regions) {
    Phone first = null;
    for (String region : regions) {
      Phone phone = parse(digits, region);
      if (phone != null && first != null && !first.e164().equals(phone.e164())) {
        return new Phone(first.e164(), "");
      }
      first = first == null ? phone : first;
    }
    return first;
  }

  /**
   * Returns whether national digits begin as they are mostly written in a region: with its zero.
   */
  static boolean isUsual(String digits, String region) {
    return digits.charAt(0) == '0' || !"0".equals(UTIL.getNddPrefixForRegion(region, true));
  }

  /** Returns whether digits begin with a region's trunk prefix, as 0, or Hungary's 06. */
  static boolean hasTrunk(String digits, String region) {
    return isDialledWithTrunk(region)
        && digits.startsWith(UTIL.getNddPrefixForRegion(region, true));
  }

  /** Returns whether a trunk prefix is dialled before a region's national numbers. */
  static boolean isDialledWithTrunk(String region) {
    String trunk = UTIL.getNddPrefixForRegion(region, true);
    return trunk != null && !trunk.isEmpty();
  }

  /**
   * Returns whether digits stand in the groups in which a phone's country writes it.
   *
   * @param lengths of the groups
   */
  static boolean isGrouped(Phone phone, List<Integer> lengths) {
    try {
      String national = UTIL.format(UTIL.parse(phone.e164(), "ZZ"), PhoneNumberFormat.NATIONAL);
      return Arrays.stream(national.split("\\D+"))
          .map(String::length)
          .filter(length -> length > 0)
          .toList()
          .equals(lengths);
    } catch (NumberParseException e) {
      return false; // the library's way to say that it is no number
    }
  }

  private static @Nullable Phone parsePossible(String number) {
    try {
      PhoneNumber parsed = UTIL.parse(number, "ZZ");
      String country = UTIL.getRegionCodeForCountryCode(parsed.getCountryCode());
      return UTIL.isPossibleNumber(parsed)
          ? new Phone(
              UTIL.format(parsed, PhoneNumberFormat.E164), country.length() == 2 ? country : "")
          : null;
    } catch (NumberParseException e) {
      return null; // the library's way to say that it is no number
    }
  }

  /**
   * "+44 (0)7700 …" is often written; GB, FR, IE, RO, UA, DE and their neighbours dial no 0 after
   * it.
   */
  private static String dropTrunkZero(String digits) {
    for (String code : TRUNK_ZERO_CODES) {
      if (digits.startsWith(code)
          && digits.length() > code.length() + 8
          && digits.charAt(code.length()) == '0') {
        return code + digits.substring(code.length() + 1);
      }
    }
    return digits;
  }

  private static final List<String> TRUNK_ZERO_CODES =
      List.of(
          "44", "33", "353", "40", "380", "49", "31", "32", "43", "41", "359", "355", "381", "212");

  private static @Nullable Phone parse(String number, String region) {
    PhoneNumber parsed;
    try {
      parsed = UTIL.parse(number, region);
    } catch (NumberParseException e) {
      return null; // the library's way to say that it is no number
    }
    String e164 = UTIL.format(parsed, PhoneNumberFormat.E164);
    boolean fiction = isFiction(e164);
    if (!fiction && !UTIL.isValidNumber(parsed)) {
      return null;
    }
    String country = UTIL.getRegionCodeForNumber(parsed);
    if (country == null && fiction) {
      country = UTIL.getRegionCodeForCountryCode(parsed.getCountryCode());
    }
    return new Phone(e164, country == null || country.length() != 2 ? "" : country);
  }

  static boolean isFiction(String e164) {
    return FICTION.stream().anyMatch(pattern -> matches(pattern, e164));
  }

  private static boolean matches(String pattern, String e164) {
    if (pattern.length() != e164.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '.' && pattern.charAt(i) != e164.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether libphonenumber knows a region. */
  static boolean knows(String region) {
    return UTIL.getSupportedRegions().contains(region);
  }
}
