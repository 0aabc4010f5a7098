package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.text.Word;

/** Reads the numbers of a text, in digits with any separators or in words. */
final class AmountReader {
  /** Longer runs of digits are ids. */
  private static final int MAX_DIGITS = 12;

  /** Words of one number: "one million two hundred and fifty thousand". */
  private static final int MOST_PARTS = 9;

  private static final String SEPARATORS = ".,' \u2019\u066B\u066C";

  private final QuantityText text;

  AmountReader(QuantityText text) {
    this.text = text;
  }

  List<Amount> read() {
    List<Amount> amounts = new ArrayList<>();
    int i = 0;
    while (i < text.size()) {
      Amount amount = text.isNumber(i) ? inDigits(i) : inWords(i);
      if (amount == null) {
        i++;
      } else {
        Amount multiplied = multiplied(amount);
        amounts.add(multiplied);
        i = multiplied.last() + 1;
      }
    }
    return amounts;
  }

  /**
   * Reads digits: groups of three behind one kind of separator are thousands, one or two digits
   * behind a point or comma are a fraction, so that "1.200,50", "1,200.50", "1 200" and "12,50" all
   * read as they are meant.
   */
  private Amount inDigits(int first) {
    StringBuilder whole = new StringBuilder(text.word(first).text());
    String fraction = "";
    char separator = 0;
    int last = first;
    while (fraction.isEmpty() && whole.length() <= MAX_DIGITS && continues(last)) {
      char between = text.charAt(text.word(last).end());
      String group = text.word(last + 1).text();
      boolean sameKind = separator == 0 || separator == between;
      boolean zero = whole.length() == 1 && whole.charAt(0) == '0';
      int firstLength = text.word(first).text().length();
      if (group.length() == 3 && sameKind && firstLength <= 3 && !zero) {
        whole.append(group);
        separator = between;
      } else if (between == ',' && isIndianGroup(last + 1, sameKind, firstLength)) {
        whole.append(group);
        separator = between;
      } else if (isPoint(between) && between != separator && !isDotted(last)) {
        fraction = group;
      } else {
        break;
      }
      last++;
    }
    if (fraction.isEmpty() && separator == '.' && isFractionApart(last)) {
      last++;
      fraction = text.word(last).text();
    }
    String number = fraction.isEmpty() ? whole.toString() : whole + "." + fraction;
    double value = Double.parseDouble(number.length() > 2 * MAX_DIGITS ? "0" : number);
    return new Amount(value, 1, first, last, text.word(first).start(), text.word(last).end());
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == ',' || c == '\u066B';
  }

  /** Returns whether hundredths of money follow apart, behind thousands: "1.837, 32 €". */
  private boolean isFractionApart(int last) {
    int next = last + 1;
    return next < text.size()
        && text.isNumber(next)
        && text.word(next).text().length() == 2
        && text.charAt(text.word(last).end()) == ','
        && text.isGap(text.word(last).end() + 1, text.word(next).start(), " ", 1)
        && text.moneyFollows(next);
  }

  /** Returns whether the next word is a number behind a single separator. */
  private boolean continues(int last) {
    int end = text.word(last).end();
    return last + 1 < text.size()
        && text.isNumber(last + 1)
        && text.word(last + 1).start() == end + 1
        && SEPARATORS.indexOf(text.charAt(end)) >= 0;
  }

  /** Returns whether a group of two is followed by another group: 12,34,567. */
  private boolean isIndianGroup(int group, boolean sameKind, int firstLength) {
    int length = text.word(group).text().length();
    return length == 2
        && sameKind
        && firstLength <= 2
        && continues(group)
        && text.charAt(text.word(group).end()) == ','
        && text.word(group + 1).text().length() >= 2;
  }

  /** Returns whether two more groups follow behind points: a date or a version. */
  private boolean isDotted(int last) {
    return continues(last + 1) && text.charAt(text.word(last + 1).end()) == '.';
  }

  private @Nullable Amount inWords(int first) {
    QuantityMention mention = text.startingAt(first, QuantityRole.NUMBER);
    if (mention == null) {
      mention = text.startingAt(first, QuantityRole.THOUSAND);
    }
    int joined = mention == null && text.moneyFollows(first) ? text.joinedNumber(first) : 0;
    if (joined > 0) {
      return amount(joined, 1, first, first);
    }
    return mention == null ? null : spoken(mention);
  }

  /** Adds up the number words that follow each other: "two thousand five hundred". */
  private Amount spoken(QuantityMention first) {
    SpokenSum sum = new SpokenSum(first.meaning());
    int last = first.last();
    for (int parts = 1; parts < MOST_PARTS; parts++) {
      int next = last + 1;
      QuantityMention joiner = text.startingAt(next, QuantityRole.AND);
      if (joiner != null) {
        next = joiner.last() + 1;
      }
      boolean joined = joiner != null;
      QuantityMention more = text.startingAt(next, QuantityRole.NUMBER);
      if (more == null || !isBeside(last, more.first(), joined) || !sum.add(more.meaning())) {
        more = joined ? null : text.startingAt(next, QuantityRole.MAGNITUDE);
        if (more == null || !belongsToWords(last, more) || !sum.multiply(more.meaning())) {
          break;
        }
      }
      last = more.last();
    }
    return amount(sum.value(), sum.factor(), first.first(), last);
  }

  private Amount amount(double value, double factor, int first, int last) {
    return new Amount(value, factor, first, last, text.word(first).start(), text.word(last).end());
  }

  /** A single letter multiplies digits alone. */
  private boolean belongsToWords(int last, QuantityMention magnitude) {
    return text.word(magnitude.first()).text().length() > 1
        && text.isGap(text.word(last).end(), text.startOf(magnitude.first()), " -", 1);
  }

  private boolean isBeside(int last, int next, boolean joined) {
    int gap = text.word(next).start() - text.word(last).end();
    return joined ? gap <= 6 : text.isGap(text.word(last).end(), text.word(next).start(), " -", 1);
  }

  private Amount multiplied(Amount amount) {
    Amount result = amount;
    for (int i = 0; i < 2; i++) {
      QuantityMention mention = text.startingAt(result.last() + 1, QuantityRole.MAGNITUDE);
      if (mention == null || !belongs(result, mention)) {
        return result;
      }
      result =
          new Amount(
              result.value() * mention.meaning().number(),
              result.factor() * mention.meaning().number(),
              result.first(),
              mention.last(),
              result.start(),
              endOf(mention));
    }
    return result;
  }

  /** An abbreviation's point, as in "3 Mio. Euro", belongs to it where money follows. */
  private int endOf(QuantityMention magnitude) {
    int end = text.word(magnitude.last()).end();
    boolean dotted = text.charAt(end) == '.' && text.charAt(end + 1) == ' ';
    boolean money =
        dotted
            && (QuantityText.isCurrencySign(text.charAt(end + 2))
                || text.startingAt(magnitude.last() + 1, QuantityRole.CURRENCY) != null);
    return money ? end + 1 : end;
  }

  /** A single letter must touch the number or a sign: "12k" and "12 k€", not "12 k". */
  private boolean belongs(Amount amount, QuantityMention mention) {
    Word word = text.word(mention.first());
    int start = word.start();
    boolean alone =
        word.text().length() == 1 && !QuantityText.isCurrencySign(text.charAt(word.end()));
    int most = alone ? 0 : 1;
    return text.isGap(amount.end(), start, " -", most);
  }
}
