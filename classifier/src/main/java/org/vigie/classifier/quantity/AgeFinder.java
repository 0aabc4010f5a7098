package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Age;

/** Finds ages and ranges of ages. */
final class AgeFinder {
  /** Years alone are believed to be an age from here to {@link #OLDEST}: an advert's adults. */
  private static final int YOUNGEST = 16;

  private static final int OLDEST = 80;

  /** Years after a word for a person are believed from here on; younger ones are children's. */
  private static final int YOUNGEST_NAMED = 10;

  /** Words on both sides of years among which experience or a contract makes them no age. */
  private static final int REACH = 4;

  private static final String DASHES = " -\u2013\u2014\u2010\u2011";

  private final QuantityText text;
  private final List<Amount> amounts;
  private final List<Age> ages = new ArrayList<>();

  AgeFinder(QuantityText text, List<Amount> amounts) {
    this.text = text;
    this.amounts = amounts;
  }

  List<Age> find() {
    int i = 0;
    while (i < amounts.size()) {
      Amount first = amounts.get(i);
      boolean range = i + 1 < amounts.size() && isRange(first, amounts.get(i + 1));
      Amount last = range ? amounts.get(i + 1) : first;
      boolean found = read(first, last);
      if (!found && range && read(last, last)) {
        found = true;
      }
      i += found && range ? 2 : 1;
    }
    return ages;
  }

  private boolean isRange(Amount first, Amount second) {
    if (second.value() < first.value()) {
      return false;
    }
    if (text.isGap(first.end(), second.start(), DASHES, 3)) {
      return second.start() > first.end();
    }
    QuantityMention to = text.startingAt(first.last() + 1, QuantityRole.TO);
    return to != null
        && to.last() + 1 == second.first()
        && text.isGap(first.end(), text.startOf(to.first()), " ", 1)
        && text.isGap(text.word(to.last()).end(), second.start(), " ", 1);
  }

  private boolean read(Amount first, Amount last) {
    boolean possible =
        first.isWhole() && last.isWhole() && !last.isLarge() && last.value() <= Age.OLDEST;
    if (!possible) {
      return false;
    }
    QuantityMention after = beside(last, QuantityRole.AGE_AFTER);
    if (after != null) {
      return add(first, last, first.start(), text.word(after.last()).end());
    }
    QuantityMention years = beside(last, QuantityRole.YEARS);
    boolean adult = first.value() >= YOUNGEST && last.value() <= OLDEST;
    QuantityMention before = before(first);
    if (before != null && adult && !isMeasured(last)) {
      int end = years == null ? last.end() : text.word(years.last()).end();
      return add(first, last, text.startOf(before.first()), end);
    }
    boolean telling =
        years != null
            && (!years.meaning().onlyIn().equals("en") || first != last)
            && !isNoAge(first.first(), years.last());
    return telling
        && years != null
        && (adult || isNamedPersons(first, last))
        && add(first, last, first.start(), text.word(years.last()).end());
  }

  private boolean isNamedPersons(Amount first, Amount last) {
    return first.value() >= YOUNGEST_NAMED
        && last.value() <= OLDEST
        && first.first() > 0
        && text.endingAt(first.first() - 1, QuantityRole.PERSON) != null;
  }

  private @Nullable QuantityMention beside(Amount amount, QuantityRole role) {
    QuantityMention mention = text.startingAt(amount.last() + 1, role);
    boolean near =
        mention != null && text.isGap(amount.end(), text.startOf(mention.first()), " -.", 2);
    return near ? mention : null;
  }

  private @Nullable QuantityMention before(Amount amount) {
    QuantityMention mention = text.endingAt(amount.first() - 1, QuantityRole.AGE_BEFORE);
    boolean near =
        mention != null && text.isGap(text.word(mention.last()).end(), amount.start(), " :=-(", 3);
    return near ? mention : null;
  }

  /** Returns whether a unit or a currency makes it something else: "age: 25 minutes". */
  private boolean isMeasured(Amount amount) {
    int next = amount.last() + 1;
    boolean unit =
        text.startingAt(next, QuantityRole.UNIT) != null
            && text.startingAt(next, QuantityRole.YEARS) == null;
    char c = text.charAt(amount.end() + (text.charAt(amount.end()) == ' ' ? 1 : 0));
    return unit
        || text.startingAt(next, QuantityRole.CURRENCY) != null
        || c == '%'
        || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  private boolean isNoAge(int first, int last) {
    int clause = text.clause(first);
    int from = Math.max(0, first - REACH);
    int to = Math.min(text.size() - 1, last + REACH);
    for (int word = from; word <= to; word++) {
      boolean near = text.clause(word) == clause;
      if (near && text.startingAt(word, QuantityRole.NOT_AGE) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean add(Amount first, Amount last, int start, int end) {
    return ages.add(new Age((int) first.value(), (int) last.value(), text.span(start, end)));
  }
}
