package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.WorkingHours;
import org.vigie.advert.WorkingTime;

/** Finds from when to when is worked: "08:00-20:00", "9am to 5pm", "з 8:00 до 20:00". */
final class TimeOfDayFinder {
  /** Behind a point only these are minutes: "12.05-20.05" are dates. */
  private static final Set<String> ROUND_MINUTES = Set.of("00", "15", "30", "45");

  private static final String DASHES = " -\u2013\u2014\u2010\u2011";

  private final QuantityText text;

  TimeOfDayFinder(QuantityText text) {
    this.text = text;
  }

  List<WorkingHours> find() {
    List<WorkingHours> found = new ArrayList<>();
    int word = 0;
    while (word < text.size()) {
      Time from = time(word);
      Time to = from == null ? null : time(afterTo(from));
      if (from == null || to == null || !(from.marked() && to.marked())) {
        word = from == null ? word + 1 : from.last() + 1;
        continue;
      }
      double end = to.hour() > from.hour() ? to.hour() : to.hour() + 24;
      found.add(
          new WorkingHours(
              WorkingTime.TIME_OF_DAY, from.hour(), end, text.span(from.start(), to.end())));
      word = to.last() + 1;
    }
    return found;
  }

  /** Returns the word after a dash or a word for "to", or one beyond the text. */
  private int afterTo(Time from) {
    int next = from.last() + 1;
    if (next >= text.size()) {
      return next;
    }
    boolean dashed =
        text.isGap(from.end(), text.startOf(next), DASHES, 3)
            && text.startOf(next) > from.end()
            && !text.isGap(from.end(), text.startOf(next), " ", 3);
    if (dashed) {
      return next;
    }
    QuantityMention to = text.startingAt(next, QuantityRole.TO);
    boolean spoken = to != null && text.isGap(from.end(), text.startOf(to.first()), " ", 1);
    return spoken && to != null ? to.last() + 1 : text.size();
  }

  /** Reads the time of day that begins with a word, or returns null. */
  private @Nullable Time time(int word) {
    if (word >= text.size() || !text.isNumber(word) || text.word(word).text().length() > 2) {
      return null;
    }
    double hour = Integer.parseInt(text.word(word).text());
    int last = word;
    boolean marked = false;
    int end = text.word(word).end();
    char sign = text.charAt(end);
    if (minutesAt(word + 1, end, sign)) {
      hour += Integer.parseInt(text.word(word + 1).text()) / 60.0;
      last = word + 1;
      end = text.word(last).end();
      marked = true;
    }
    Half half = half(last, end);
    if (half != null) {
      boolean noon = hour >= 12 && hour < 13;
      hour += half.afternoon() && !noon ? 12 : 0;
      hour -= !half.afternoon() && noon ? 12 : 0;
      last = half.last();
      end = text.word(last).end();
      marked = true;
    }
    return hour <= 24 ? new Time(hour, marked, text.startOf(word), end, last) : null;
  }

  private boolean minutesAt(int word, int end, char sign) {
    if (word >= text.size()
        || text.startOf(word) != end + 1
        || !text.isNumber(word)
        || text.word(word).text().length() != 2) {
      return false;
    }
    String minutes = text.word(word).text();
    return (sign == ':' && minutes.compareTo("59") <= 0)
        || (sign == '.' && ROUND_MINUTES.contains(minutes));
  }

  private @Nullable Half half(int last, int end) {
    int next = last + 1;
    if (next >= text.size() || !text.isGap(end, text.startOf(next), " ", 1)) {
      return null;
    }
    String word = text.word(next).text();
    if (word.equals("am") || word.equals("pm")) {
      return new Half(word.equals("pm"), next);
    }
    boolean dotted =
        (word.equals("a") || word.equals("p"))
            && next + 1 < text.size()
            && text.word(next + 1).text().equals("m")
            && text.isGap(text.word(next).end(), text.startOf(next + 1), ".", 1);
    return dotted ? new Half(word.equals("p"), next + 1) : null;
  }

  private record Half(boolean afternoon, int last) {}

  private record Time(double hour, boolean marked, int start, int end, int last) {}
}
