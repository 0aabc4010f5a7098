package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a text, in digits with any separators or in words. */
final class AmountReader {
  /** Longer runs of digits are ids. */
  private static final int MAX_DIGITS = 12;

  private static final String SEPARATORS = ".,' \u2019";

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
      } else if ((between == '.' || between == ',') && between != separator && !isDotted(last)) {
        fraction = group;
      } else {
        break;
      }
      last++;
    }
    String number = fraction.isEmpty() ? whole.toString() : whole + "." + fraction;
    double value = Double.parseDouble(number.length() > 2 * MAX_DIGITS ? "0" : number);
    return new Amount(value, 1, first, last, text.word(first).start(), text.word(last).end());
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
      return null;
    }
    double value = mention.meaning().number();
    int last = mention.last();
    for (int parts = 1; parts < 6; parts++) {
      int next = last + 1;
      QuantityMention joiner = text.startingAt(next, QuantityRole.AND);
      if (joiner != null) {
        next = joiner.last() + 1;
      }
      QuantityMention more = text.startingAt(next, QuantityRole.NUMBER);
      if (more == null || !isBeside(last, more.first(), joiner != null)) {
        break;
      }
      double added = more.meaning().number();
      if (value == 4 && added == 20) {
        value = 80; // quatre-vingt
      } else if (added == 100 && value < 10) {
        value *= 100;
      } else if (value % 10 == 0 && value >= 20 && added < (value % 100 == 0 ? 100 : 20)) {
        value += added;
      } else {
        break;
      }
      last = more.last();
    }
    return new Amount(value, 1, first, last, text.word(first).start(), text.word(last).end());
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
              text.word(mention.last()).end());
    }
    return result;
  }

  /** A single letter must touch the number: "12k", not "12 k". */
  private boolean belongs(Amount amount, QuantityMention mention) {
    int start = text.word(mention.first()).start();
    int most = text.word(mention.first()).text().length() == 1 ? 0 : 1;
    return text.isGap(amount.end(), start, " -", most);
  }
}
