package org.vigie.casework.render;

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
public final class TextDifference {
  static final int MAX_WORDS = 2_000;
  private static final int MAX_CHARS = 2_000;

  /** Stands for what is left out. */
  private static final String CUT = "…";

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

  /** How a stretch of words stands to both texts. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /**
   * A stretch of words.
   *
   * @param words with a blank between two; of those that are the same, dots stand for the many
   */
  public record Part(Kind kind, String words) {}

  /** Returns the differences as one line. */
  static String of(String before, String after) {
    StringBuilder line = new StringBuilder();
    for (Part part : parts(before, after)) {
      line.append(line.isEmpty() ? "" : " ")
          .append(
              switch (part.kind()) {
                case SAME -> part.words();
                case REMOVED -> "[-" + part.words() + "-]";
                case ADDED -> "{+" + part.words() + "+}";
              });
    }
    return line.length() > MAX_CHARS ? line.substring(0, MAX_CHARS) + CUT : line.toString();
  }

  /** Returns what differs, among the words around it; nothing if no word does. */
  public static List<Part> parts(String before, String after) {
    List<String> old = words(before);
    List<Part> parts = new ArrayList<>();
    int shown = 0;
    int length = 0;
    for (Edit edit : edits(old, words(after))) {
      if (length > MAX_CHARS) {
        parts.add(new Part(Kind.SAME, CUT));
        return parts;
      }
      int first = parts.size();
      around(parts, old, shown, edit.at());
      put(parts, Kind.REMOVED, edit.removed());
      put(parts, Kind.ADDED, edit.added());
      shown = edit.end();
      for (Part part : parts.subList(first, parts.size())) {
        length += part.words().length();
      }
    }
    if (!parts.isEmpty()) {
      around(parts, old, shown, old.size() + AROUND + 1);
    }
    return parts;
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
  private static void around(List<Part> parts, List<String> old, int from, int to) {
    int end = Math.min(to, old.size());
    boolean begins = parts.isEmpty();
    int afterLast = begins ? from : Math.min(end, from + AROUND);
    int beforeNext = to > old.size() ? end : Math.max(afterLast, end - AROUND);
    List<String> same = new ArrayList<>(old.subList(from, afterLast));
    if (beforeNext > afterLast || (to > old.size() && afterLast < end)) {
      same.add(CUT);
    }
    same.addAll(old.subList(beforeNext, end));
    put(parts, Kind.SAME, same);
  }

  private static void put(List<Part> parts, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      String text = String.join(" ", words);
      boolean fits = text.length() <= MAX_CHARS;
      parts.add(new Part(kind, fits ? text : text.substring(0, MAX_CHARS) + CUT));
    }
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
