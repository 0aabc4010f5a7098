package org.vigie.console.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words in which two texts differ, in order, with a little of what stands around them: {@code
 * hotel staff wanted in [-Lyon-] {+Nice+}}.
 *
 * <p>Only the first words of long texts are compared: the time it takes grows with the square of
 * the words that differ.
 */
final class TextDifference {
  private static final int MAX_WORDS = 2_000;
  private static final int MAX_CHARS = 2_000;

  /** Words shown before and after those that differ. */
  private static final int AROUND = 4;

  private TextDifference() {}

  /** Words that were replaced, from a place in the old text on. */
  private record Edit(int at, List<String> removed, List<String> added) {
    int end() {
      return at + removed.size();
    }

    Edit and(Edit next) {
      return new Edit(at, joined(removed, next.removed), joined(added, next.added));
    }

    private static List<String> joined(List<String> first, List<String> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
  }

  /** Returns the differences as one line. */
  static String of(String before, String after) {
    List<String> old = words(before);
    StringBuilder line = new StringBuilder();
    int shown = 0;
    for (Edit edit : edits(old, words(after))) {
      around(line, old, shown, edit.at());
      put(line, "[-", edit.removed(), "-]");
      put(line, "{+", edit.added(), "+}");
      shown = edit.end();
      if (line.length() > MAX_CHARS) {
        return line.substring(0, MAX_CHARS) + "…";
      }
    }
    if (!line.isEmpty()) {
      around(line, old, shown, old.size() + AROUND + 1);
    }
    return line.toString();
  }

  /** The algorithm gives what was removed and added in one place apart, in either order. */
  private static List<Edit> edits(List<String> old, List<String> now) {
    List<Edit> edits = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      Edit edit =
          new Edit(
              delta.getSource().getPosition(),
              List.copyOf(delta.getSource().getLines()),
              List.copyOf(delta.getTarget().getLines()));
      if (!edits.isEmpty() && edits.getLast().end() == edit.at()) {
        edit = edits.removeLast().and(edit);
      }
      edits.add(edit);
    }
    return edits;
  }

  /** Shows the end of what is the same after one difference, and the beginning before the next. */
  private static void around(StringBuilder line, List<String> old, int from, int to) {
    int end = Math.min(to, old.size());
    boolean begins = line.isEmpty();
    int afterLast = begins ? from : Math.min(end, from + AROUND);
    int beforeNext = to > old.size() ? end : Math.max(afterLast, end - AROUND);
    old.subList(from, afterLast).forEach(word -> append(line, word));
    if (beforeNext > afterLast || (to > old.size() && afterLast < end)) {
      append(line, "…");
    }
    old.subList(beforeNext, end).forEach(word -> append(line, word));
  }

  private static void put(StringBuilder line, String open, List<String> words, String close) {
    if (!words.isEmpty()) {
      append(line, open + String.join(" ", words) + close);
    }
  }

  private static void append(StringBuilder line, String word) {
    line.append(line.isEmpty() ? "" : " ").append(word);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+", MAX_WORDS + 1)));
    if (words.size() > MAX_WORDS) {
      words.removeLast();
    }
    words.removeIf(String::isEmpty);
    return words;
  }
}
