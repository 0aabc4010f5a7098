package org.vigie.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.text.NormalizedText;

/**
 * The digits of phone numbers, as indexed and as typed.
 *
 * <p>A number is indexed under its last 7, 8, … digits up to all of them. So a typed number finds
 * it with or without country code, area code, trunk zero and separators.
 */
public final class PhoneDigits {
  /** A subscriber number that names someone; shorter runs of digits are prices and ages. */
  public static final int FEWEST = 7;

  /** Fewest digits to compare without a calling code: fewer would be the end of many numbers. */
  private static final int FEWEST_NATIONAL = 8;

  /** Longest international number (ITU-T E.164, 6.2.1). */
  public static final int MOST = 15;

  private PhoneDigits() {}

  /** Returns the digits of a text, whatever their script and style, as ASCII. */
  public static String of(String text) {
    StringBuilder digits = new StringBuilder();
    NormalizedText.fold(text)
        .chars()
        .filter(c -> c >= '0' && c <= '9')
        .forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  /** Returns the forms under which a number in E.164 is indexed. */
  static List<String> indexed(String e164) {
    String digits = of(e164);
    if (digits.length() > MOST) {
      return List.of(Keywords.capped(digits));
    }
    List<String> forms = new ArrayList<>();
    for (int length = FEWEST; length <= digits.length(); length++) {
      forms.add(digits.substring(digits.length() - length));
    }
    return forms;
  }

  /**
   * Returns the forms that a number as typed may be indexed under; empty if it has too few or too
   * many digits for a number.
   */
  public static Set<String> typed(String text) {
    Set<String> forms = new LinkedHashSet<>();
    addTyped(forms, of(text));
    // +44 (0)20 …: the trunk zero is written, but not dialled from abroad.
    addTyped(forms, of(text.replace("(0)", "")));
    String digits = of(text);
    if (digits.length() == 11 && digits.charAt(0) == '8') {
      // 8 is the trunk prefix of the former Soviet numbering plan.
      addTyped(forms, digits.substring(1));
    }
    addNational(forms, text.strip(), digits);
    return forms;
  }

  /** A text may hold the number without its calling code, which has one to three digits. */
  private static void addNational(Set<String> forms, String typed, String digits) {
    if (typed.startsWith("+") || typed.startsWith("00")) {
      int start = typed.startsWith("+") ? 0 : 2;
      for (int code = 1; code <= 3; code++) {
        if (digits.length() - start - code >= FEWEST_NATIONAL) {
          String national = digits.substring(start + code);
          forms.add(national);
          // +33 06 …: the trunk zero is dialled along with the calling code.
          addTyped(forms, national);
        }
      }
    }
  }

  private static void addTyped(Set<String> forms, String digits) {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    String significant = digits.substring(zeros);
    if (significant.length() >= FEWEST && significant.length() <= MOST) {
      forms.add(significant);
    }
  }
}
