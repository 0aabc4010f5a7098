package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.WorkingHours;
import org.vigie.advert.WorkingTime;

/** Finds how long is worked: "12h/day", "six days a week", "24/7". */
final class WorkingHoursFinder {
  private static final String DASHES = " -\u2013\u2014\u2010\u2011";

  private final QuantityText text;
  private final List<Amount> amounts;
  private final List<WorkingHours> found = new ArrayList<>();

  WorkingHoursFinder(QuantityText text, List<Amount> amounts) {
    this.text = text;
    this.amounts = amounts;
  }

  List<WorkingHours> find() {
    int i = 0;
    while (i < amounts.size()) {
      Amount first = amounts.get(i);
      Amount next = i + 1 < amounts.size() ? amounts.get(i + 1) : null;
      if (next != null && readSlashed(first, next)) {
        i += 2;
      } else if (next != null && isRange(first, next) && read(first, next)) {
        i += 2;
      } else {
        read(first, first);
        i++;
      }
    }
    return found;
  }

  private boolean isRange(Amount first, Amount second) {
    boolean dashed =
        second.start() > first.end() && text.isGap(first.end(), second.start(), DASHES, 3);
    QuantityMention to = text.startingAt(first.last() + 1, QuantityRole.TO);
    boolean spoken =
        to != null
            && to.last() + 1 == second.first()
            && text.isGap(first.end(), text.startOf(to.first()), " ", 1);
    return second.value() >= first.value() && (dashed || spoken);
  }

  /** Reads "24/7", "7/7", "6j/7". */
  private boolean readSlashed(Amount first, Amount second) {
    QuantityMention unit = text.startingAt(first.last() + 1, QuantityRole.UNIT);
    boolean days = unit != null && unit.meaning().period() == PricePeriod.DAY;
    int end = days && unit != null ? text.word(unit.last()).end() : first.end();
    boolean slash = second.value() == 7 && text.isGap(end, second.start(), "/", 1);
    if (!slash || second.start() == end || text.charAt(second.end()) == '/') {
      return false;
    }
    if (first.value() == 24 && !days) {
      add(WorkingTime.HOURS_A_DAY, 24, 24, first.start(), second.end());
      add(WorkingTime.DAYS_A_WEEK, 7, 7, first.start(), second.end());
      return true;
    }
    boolean possible = first.isWhole() && first.value() >= 5 && first.value() <= 7;
    if (possible) {
      add(WorkingTime.DAYS_A_WEEK, first.value(), first.value(), first.start(), second.end());
    }
    return possible;
  }

  /** Reads "12 hours a day", "12h/day", "12-hour shifts", and "haftada 6 gün", the week first. */
  private boolean read(Amount first, Amount last) {
    QuantityMention unit = text.startingAt(last.last() + 1, QuantityRole.UNIT);
    if (unit == null || !text.isGap(last.end(), text.startOf(unit.first()), " -.", 1)) {
      return false;
    }
    PricePeriod counted = unit.meaning().period();
    int end = text.word(unit.last()).end();
    QuantityMention per = per(unit, end);
    int start = first.start();
    if (per == null) {
      per = text.endingAt(first.first() - 1, QuantityRole.PERIOD);
      if (per == null || !text.isGap(text.word(per.last()).end(), start, " ", 1)) {
        return false;
      }
      start = text.startOf(per.first());
    } else {
      end = text.word(per.last()).end();
    }
    WorkingTime measure = measure(counted, per.meaning().period());
    if (measure == null || last.value() > measure.limit() || last.value() < 1) {
      return false;
    }
    add(measure, first.value(), last.value(), start, end);
    return true;
  }

  private @Nullable QuantityMention per(QuantityMention unit, int end) {
    int next = unit.last() + 1;
    int start = text.startOf(next);
    if (!text.isGap(end, start, " /-.", 3)) {
      return null;
    }
    boolean slash = text.isGap(end, start, " /.", 3) && !text.isGap(end, start, " -.", 3);
    boolean shift = unit.meaning().period() == PricePeriod.HOUR;
    QuantityMention period = text.startingAt(next, QuantityRole.PERIOD);
    return period == null && (slash || shift) ? text.startingAt(next, QuantityRole.UNIT) : period;
  }

  private static @Nullable WorkingTime measure(PricePeriod counted, PricePeriod per) {
    boolean day = per == PricePeriod.DAY || per == PricePeriod.NIGHT;
    if (counted == PricePeriod.HOUR && day) {
      return WorkingTime.HOURS_A_DAY;
    }
    if (counted == PricePeriod.HOUR && per == PricePeriod.WEEK) {
      return WorkingTime.HOURS_A_WEEK;
    }
    return counted == PricePeriod.DAY && per == PricePeriod.WEEK ? WorkingTime.DAYS_A_WEEK : null;
  }

  private void add(WorkingTime measure, double least, double most, int start, int end) {
    found.add(new WorkingHours(measure, least, most, text.span(start, end)));
  }
}
