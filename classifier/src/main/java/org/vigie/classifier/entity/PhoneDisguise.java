package org.vigie.classifier.entity;

import java.util.List;
import org.vigie.classifier.digit.DigitGroup;
import org.vigie.text.NormalizedText;
import org.vigie.text.Trace;

/** How much a phone number was disguised. */
final class PhoneDisguise {
  /** What may stand between the groups of a number that isn't disguised. */
  private static final String ORDINARY_SEPARATORS = " .-/()+\u2010\u2011\u2012\u2013\u00A0\t";

  private PhoneDisguise() {}

  /** Returns how many kinds of disguise were undone to read groups of digits. */
  static int steps(NormalizedText text, List<DigitGroup> groups) {
    int steps = Disguise.of(text, groups.getFirst().start(), groups.getLast().end());
    steps += groups.stream().anyMatch(DigitGroup::isWord) ? 1 : 0;
    steps += groups.stream().anyMatch(g -> g.step() == DigitGroup.Step.LOOKALIKE) ? 1 : 0;
    steps += mixesDigits(text, groups) ? 1 : 0;
    steps += hasOddSeparator(text, groups) ? 1 : 0;
    steps += isSpacedOut(groups) ? 1 : 0;
    return steps;
  }

  private static boolean mixesDigits(NormalizedText text, List<DigitGroup> groups) {
    boolean ascii = false;
    boolean other = false;
    for (DigitGroup group : groups) {
      for (int i = group.start(); i < group.end(); i++) {
        boolean isOther = (text.trace(i) & Trace.NATIVE_DIGIT) != 0;
        other |= isOther;
        ascii |= !isOther && Character.isDigit(text.folded().charAt(i));
      }
    }
    return ascii && other;
  }

  private static boolean hasOddSeparator(NormalizedText text, List<DigitGroup> groups) {
    for (int g = 1; g < groups.size(); g++) {
      for (int i = groups.get(g - 1).end(); i < groups.get(g).start(); i++) {
        char c = text.folded().charAt(i);
        if (ORDINARY_SEPARATORS.indexOf(c) < 0 && !Character.isLetter(c)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether the digits stand one by one, which nobody does who wants to be read. */
  private static boolean isSpacedOut(List<DigitGroup> groups) {
    long single =
        groups.stream()
            .filter(g -> g.digits().length() == 1 && g.step() == DigitGroup.Step.NONE)
            .count();
    return single >= 6;
  }
}
