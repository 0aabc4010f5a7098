package org.vigie.world;

import java.util.List;
import java.util.Optional;

/**
 * A telephone number out of the ranges that regulators keep free for fiction, which nobody answers:
 * Ofcom (+44 7700 900xxx), ARCEP (+33 6 39 98 xx xx), ComReg (+353 20 91x xxxx) and NANPA (+1 with
 * 555 01xx).
 *
 * @param country calling code with its plus sign
 * @param digits national digits without trunk prefix
 */
record FictionNumber(String country, String digits) {
  private static final List<String> CALLING_CODES = List.of("+44", "+33", "+353", "+1");

  /** Real area codes; 202 is left to the campaigns. */
  private static final List<String> AREA_CODES =
      List.of("212", "305", "415", "617", "702", "713", "786", "813", "904", "915");

  /** Coprime to the size of every pool, so that ordinals meet each number once. */
  private static final long STRIDE = 7919;

  /** Reads a number in E.164 form. */
  static FictionNumber parse(String e164) {
    for (String code : CALLING_CODES) {
      if (e164.startsWith(code)) {
        return new FictionNumber(code, e164.substring(code.length()));
      }
    }
    throw new IllegalStateException(
        "a planted number must start with one of " + CALLING_CODES + ", but does not");
  }

  /**
   * Returns the number of an ordinary advert, never one used twice nor one that is planted, or
   * nothing once the language has no more: fiction is short of numbers.
   *
   * @param ordinal rank of the advert among those of its language, from 0
   */
  static Optional<FictionNumber> forOrdinary(String language, long ordinal) {
    return switch (language) {
      case "en" ->
          ordinal < 900
              ? number("+44", "7700900", 100 + scramble(ordinal, 900), 3)
              : irish("2", ordinal - 900);
      case "fr" ->
          ordinal < 8_000
              ? number("+33", "63998", 2_000 + scramble(ordinal, 8_000), 4)
              : Optional.empty();
      case "es" -> american(ordinal);
      case "ro" -> irish("3", ordinal);
      case "uk" -> irish("4", ordinal);
      case "ar" -> irish("7", ordinal);
      default -> Optional.empty();
    };
  }

  private static Optional<FictionNumber> irish(String block, long ordinal) {
    return ordinal < 10_000
        ? number("+353", "2091" + block, scramble(ordinal, 10_000), 4)
        : Optional.empty();
  }

  private static Optional<FictionNumber> american(long ordinal) {
    long size = 100L * AREA_CODES.size();
    if (ordinal >= size) {
      return Optional.empty();
    }
    long place = scramble(ordinal, size);
    return number("+1", AREA_CODES.get((int) (place / 100)) + "5550", 100 + place % 100, 3);
  }

  private static Optional<FictionNumber> number(String code, String head, long tail, int width) {
    String digits = String.valueOf(tail);
    return Optional.of(
        new FictionNumber(code, head + "0".repeat(width - digits.length()) + digits));
  }

  private static long scramble(long ordinal, long size) {
    return (ordinal * STRIDE + 17) % size;
  }

  /** Returns whether the number can be written in the national form of a country. */
  boolean isFrom(String countryCode) {
    return switch (countryCode) {
      case "GB" -> country.equals("+44");
      case "FR" -> country.equals("+33");
      default -> false;
    };
  }

  /** Returns the international form in the groups that people of that country write. */
  String international() {
    return country + " " + grouped();
  }

  /** Returns the national form with its trunk prefix 0. */
  String national() {
    return "0" + grouped();
  }

  /** Returns the national digits in groups. */
  private String grouped() {
    return switch (country) {
      case "+33" -> digits.substring(0, 1) + digits.substring(1).replaceAll("(..)", " $1");
      case "+44" -> digits.substring(0, 4) + " " + digits.substring(4);
      case "+353" ->
          digits.substring(0, 2) + " " + digits.substring(2, 5) + " " + digits.substring(5);
      default -> digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    };
  }
}
