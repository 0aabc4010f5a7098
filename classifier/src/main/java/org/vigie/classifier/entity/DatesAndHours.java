package org.vigie.classifier.entity;

import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.digit.DigitGroup;
import org.vigie.classifier.digit.SaidInParts;

/** Splits runs of digit groups where dates, times of day and hours stand, which are no phones. */
final class DatesAndHours {
  private final String text;
  private final SaidInParts inParts;

  /**
   * @param text in the form in which runs were found
   * @param inParts the text's numbers that are told in parts
   */
  DatesAndHours(String text, SaidInParts inParts) {
    this.text = text;
    this.inParts = inParts;
  }

  /** Splits a run where dates and times stand, which are left out. */
  List<List<DigitGroup>> withoutDates(List<DigitGroup> run) {
    List<List<DigitGroup>> parts = new ArrayList<>();
    List<DigitGroup> part = new ArrayList<>();
    int i = 0;
    while (i < run.size()) {
      int skip = dateLength(run, i);
      if (skip == 0) {
        part.add(run.get(i));
        i++;
      } else {
        if (!part.isEmpty()) {
          parts.add(part);
        }
        part = new ArrayList<>();
        i += skip;
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  /**
   * Splits a run at hours from one time to another, which are left out, and where a sentence ends
   * and a number begins with its zero: "until 2027. 070 174 06 55".
   */
  List<List<DigitGroup>> withoutHours(List<DigitGroup> run) {
    List<List<DigitGroup>> parts = new ArrayList<>();
    List<DigitGroup> part = new ArrayList<>();
    int i = 0;
    while (i < run.size()) {
      int skip = part.isEmpty() ? hoursLength(run, i) : 0;
      if (skip > 0 || beginsAnew(run, i, part)) {
        parts.add(part);
        part = new ArrayList<>();
      }
      if (skip == 0) {
        part.add(run.get(i));
      }
      i += Math.max(1, skip);
    }
    parts.add(part);
    return parts.stream().filter(groups -> !groups.isEmpty()).toList();
  }

  /** Returns how many groups are hours as "09.00-17.30" or "10-22" before a sign; else 0. */
  private int hoursLength(List<DigitGroup> run, int i) {
    if (i + 3 < run.size()
        && isClock(run, i)
        && isRange(run.get(i + 1), run.get(i + 2))
        && isClock(run, i + 2)) {
      return 4;
    }
    boolean hours =
        i + 1 < run.size()
            && isUpTo(run.get(i), 24)
            && isUpTo(run.get(i + 1), 24)
            && run.get(i).digits().charAt(0) != '0'
            && isRange(run.get(i), run.get(i + 1));
    return hours && (i + 2 == run.size() || isClauseEnd(run.get(i + 1), run.get(i + 2))) ? 2 : 0;
  }

  private boolean isClock(List<DigitGroup> run, int i) {
    return isUpTo(run.get(i), 24)
        && isUpTo(run.get(i + 1), 59)
        && run.get(i + 1).digits().length() == 2
        && ".:".indexOf(between(run.get(i), run.get(i + 1))) >= 0;
  }

  private boolean isRange(DigitGroup from, DigitGroup to) {
    String between = text.substring(from.end(), to.start()).strip();
    return between.equals("-") || between.equals("\u2013");
  }

  private boolean beginsAnew(List<DigitGroup> run, int i, List<DigitGroup> part) {
    return !part.isEmpty()
        && run.get(i).digits().length() > 1
        && run.get(i).digits().charAt(0) == '0'
        && part.getFirst().digits().charAt(0) != '0'
        && !part.getFirst().plus()
        && isClauseEnd(part.getLast(), run.get(i));
  }

  private boolean isClauseEnd(DigitGroup before, DigitGroup after) {
    String between = text.substring(before.end(), after.start());
    return between.length() > 1
        && ".,;".indexOf(between.charAt(0)) >= 0
        && between.endsWith(" ")
        && !inParts.isThenIn(between);
  }

  private int dateLength(List<DigitGroup> run, int i) {
    if (i + 1 < run.size() && isTime(run, i)) {
      return 2;
    }
    if (i + 2 >= run.size()) {
      return 0;
    }
    DigitGroup a = run.get(i);
    DigitGroup b = run.get(i + 1);
    DigitGroup c = run.get(i + 2);
    char separator = between(a, b);
    if (separator != between(b, c) || "./-".indexOf(separator) < 0) {
      return 0;
    }
    boolean continues = i + 3 < run.size() && between(c, run.get(i + 3)) == separator;
    boolean dayFirst = isUpTo(a, 31) && isUpTo(b, 31) && isYear(c);
    boolean yearFirst = isYear(a) && isUpTo(b, 12) && isUpTo(c, 31);
    return !continues && (dayFirst || yearFirst) ? 3 : 0;
  }

  private boolean isTime(List<DigitGroup> run, int i) {
    DigitGroup a = run.get(i);
    DigitGroup b = run.get(i + 1);
    boolean alone = i + 2 >= run.size() || between(b, run.get(i + 2)) != ':';
    boolean first = i == 0 || between(run.get(i - 1), a) != ':';
    return between(a, b) == ':'
        && alone
        && first
        && isUpTo(a, 24)
        && b.digits().length() == 2
        && isUpTo(b, 59);
  }

  private static boolean isUpTo(DigitGroup group, int limit) {
    return group.step() == DigitGroup.Step.NONE
        && group.digits().length() <= 2
        && Integer.parseInt(group.digits()) <= limit;
  }

  private static boolean isYear(DigitGroup group) {
    return group.step() == DigitGroup.Step.NONE
        && group.digits().length() == 4
        && (group.digits().startsWith("19") || group.digits().startsWith("20"));
  }

  /** Returns the one character between two groups; a space if there are more or none. */
  private char between(DigitGroup a, DigitGroup b) {
    return b.start() - a.end() == 1 ? text.charAt(a.end()) : ' ';
  }
}
