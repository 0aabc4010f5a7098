package org.vigie.classifier.indicator;

import java.util.List;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;

/** The amounts of money in a text, beside which some phrases alone are a sign. */
final class AmountsBeside {
  /** Characters between a phrase and the amount it speaks of: "you pay for the papers 300 euro". */
  private static final int REACH = 30;

  private final String text;
  private final List<Price> prices;

  /**
   * The amounts of a text.
   *
   * @param prices in order of appearance
   */
  AmountsBeside(String text, List<Price> prices) {
    this.text = text;
    this.prices = prices;
  }

  /**
   * Returns whether an amount stands in the same clause as a phrase, near it. One an hour that
   * comes after it is what is earned: "what is in it for you Pay rate between $16 / hour".
   */
  boolean standsBeside(Span phrase) {
    int next = firstFrom(phrase.end());
    boolean after =
        next < prices.size()
            && prices.get(next).period() != PricePeriod.HOUR
            && isOneClause(phrase.end(), prices.get(next).span().start());
    int before = firstFrom(phrase.start()) - 1;
    return after || (before >= 0 && isOneClause(prices.get(before).span().end(), phrase.start()));
  }

  private boolean isOneClause(int from, int to) {
    if (to < from || to - from > REACH) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean stop = c == '.' && i + 1 < text.length() && text.charAt(i + 1) <= ' ';
      if (stop || ",;!?\n\u060C\u061B\u061F".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the index of the first amount that starts at a position or later. */
  private int firstFrom(int position) {
    int low = 0;
    int high = prices.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (prices.get(middle).span().start() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
