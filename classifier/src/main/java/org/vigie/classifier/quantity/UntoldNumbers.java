package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Number words of a short text right before its money, in whatever language: of a few words, none
 * or a wrong one is told.
 */
final class UntoldNumbers {
  /** A single shorter word, such as English "on", is mostly another one. */
  private static final int LONG_WORD = 4;

  private final QuantityText text;

  UntoldNumbers(QuantityText text) {
    this.text = text;
  }

  /**
   * Returns amounts with those added that other languages read in more words, where all languages
   * that read as many agree.
   *
   * @param amounts those read in the language that was told, in order of appearance
   */
  List<Amount> added(List<Amount> amounts) {
    List<Amount> untold = new ArrayList<>();
    for (String language : text.languagesOfNumbers()) {
      QuantityText read = text.in(language);
      for (Amount amount : new AmountReader(read).read()) {
        if (read.isMoney(amount.last()) && isTold(amount)) {
          untold.add(amount);
        }
      }
    }
    if (untold.isEmpty()) {
      return amounts;
    }
    List<Amount> all = new ArrayList<>(amounts);
    for (Amount amount : untold) {
      boolean isBest =
          untold.stream().allMatch(other -> !overlap(amount, other) || yields(other, amount))
              && all.stream().allMatch(own -> !overlap(amount, own) || isLonger(amount, own));
      if (isBest) {
        all.removeIf(own -> overlap(amount, own));
        all.add(amount);
      }
    }
    all.sort(Comparator.comparingInt(Amount::start));
    return all;
  }

  /** Returns whether words say a number: several, one that languages join, or a long one. */
  private boolean isTold(Amount amount) {
    return amount.last() > amount.first()
        || !text.isNumber(amount.first())
            && (!text.spellsNumbers() && amount.end() - amount.start() >= LONG_WORD
                || text.isJoined(amount.first()));
  }

  private static boolean yields(Amount other, Amount amount) {
    return isLonger(amount, other)
        || amount.first() == other.first() && amount.value() == other.value();
  }

  private static boolean isLonger(Amount amount, Amount other) {
    return amount.last() - amount.first() > other.last() - other.first();
  }

  private static boolean overlap(Amount one, Amount other) {
    return one.first() <= other.last() && other.first() <= one.last();
  }
}
