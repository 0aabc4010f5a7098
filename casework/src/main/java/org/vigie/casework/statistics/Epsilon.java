package org.vigie.casework.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A privacy budget in thousandths, so that sums are exact. */
public final class Epsilon {
  private Epsilon() {}

  /**
   * Returns the thousandths of a number such as {@code 0.5}.
   *
   * @throws IllegalArgumentException if it is no number above 0 of at most three decimals
   */
  public static int parse(String text) {
    try {
      int thousandths =
          new BigDecimal(text.strip())
              .movePointRight(3)
              .setScale(0, RoundingMode.UNNECESSARY)
              .intValueExact();
      if (thousandths > 0) {
        return thousandths;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Said below, as for a number that isn't above 0.
    }
    throw new IllegalArgumentException(
        "epsilon must be a number above 0 with at most three decimals, such as 0.5, but wasn't");
  }

  /** Returns thousandths as people write them. */
  public static String written(int thousandths) {
    return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
  }
}
