package org.vigie.classifier.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.digit.DigitGroup;
import org.vigie.text.NormalizedText;

/** Reads numbers that begin with a country's code without plus or 00. */
final class BareCodes {
  private static final int THOUSANDS = 3;

  /** No id is written in so many groups. */
  private static final int WRITTEN_IN_GROUPS = 3;

  /** Shorter ones also begin house numbers, ages and lists. */
  private static final int LONG_CODE = 3;

  private final NormalizedText text;
  private final NotPhones notPhones;
  private final boolean declared;

  /**
   * @param declared whether the text's country is
   */
  BareCodes(NormalizedText text, NotPhones notPhones, boolean declared) {
    this.text = text;
    this.notPhones = notPhones;
    this.declared = declared;
  }

  /**
   * Reads digits that begin with a country's code without plus or 00, as in {@code 1 (202)
   * 555-01-16} and {@code 353 20 914 22 68}: groups of it must not be counted off, as pages are, or
   * by thousands, as amounts are.
   */
  PhoneNumbers.@Nullable Phone read(List<DigitGroup> groups, String digits) {
    if (groups.size() < 2 || groups.get(1).digits().startsWith("0")) {
      return null;
    }
    List<Integer> lengths = groups.stream().skip(1).map(group -> group.digits().length()).toList();
    boolean isCounted = lengths.stream().skip(1).anyMatch(length -> length < 2);
    boolean isAmount = isByThousands(groups);
    String between = text.folded().substring(groups.get(0).end(), groups.get(1).start());
    String code = groups.getFirst().digits();
    boolean isWritten =
        between.chars().anyMatch(c -> "-()".indexOf(c) >= 0)
            || code.length() == LONG_CODE && !isAmount
            || notPhones.isAnnounced(groups.getFirst().start());
    return !isCounted && isWritten && between.chars().allMatch(c -> " -()".indexOf(c) >= 0)
        ? PhoneNumbers.findWithBareCode(digits, code)
        : null;
  }

  /**
   * Reads digits that are a mobile with its country's code, without plus: no fixed number, and if a
   * country is declared, only what is disguised.
   *
   * @param national what they are without that code, or null
   */
  PhoneNumbers.@Nullable Phone mobile(
      List<DigitGroup> groups, String digits, PhoneNumbers.@Nullable Phone national) {
    int start = groups.getFirst().start();
    int end = groups.getLast().end();
    if (!PhoneNumbers.mayHaveCode(digits) || national != null && PhoneNumbers.isMobile(national)) {
      return null;
    }
    boolean disguised =
        groups.stream().anyMatch(group -> group.step() != DigitGroup.Step.NONE)
            || Disguise.of(text, start, end) > 0;
    boolean believed =
        disguised
            || !declared
                && (national != null
                    || notPhones.isAnnounced(start)
                    || groups.size() >= WRITTEN_IN_GROUPS
                        && groups.getFirst().digits().length() <= LONG_CODE
                        && !isByThousands(groups));
    return believed ? PhoneNumbers.mobileWithBareCode(digits) : null;
  }

  private static boolean isByThousands(List<DigitGroup> groups) {
    return groups.stream().skip(1).allMatch(group -> group.digits().length() == THOUSANDS);
  }

  /** Sizes and hours are told in parts as well. */
  static boolean beginsAsPhone(List<DigitGroup> groups, String digits) {
    DigitGroup first = groups.getFirst();
    return first.plus()
        || first.digits().charAt(0) == '0'
        || PhoneNumbers.mobileWithBareCode(digits) != null;
  }
}
