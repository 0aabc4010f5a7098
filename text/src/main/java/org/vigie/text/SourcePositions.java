package org.vigie.text;

import java.util.Arrays;

/**
 * Where each position of a rewritten text stood in the text that it was made of. Most of it stands
 * one for one, so that a few runs tell of all of it.
 */
public final class SourcePositions {
  /** Run → its first position. */
  private int[] froms = new int[4];

  /** Run → where that stood. */
  private int[] starts = new int[4];

  /** Run → how many positions each of its own took: 1, or it is a run of one position. */
  private int[] widths = new int[4];

  private int runs;
  private int length;

  /**
   * Adds a position.
   *
   * @param start where it began
   * @param end where it ended, at least {@code start}
   */
  public void append(int start, int end) {
    int last = runs - 1;
    boolean goesOn =
        last >= 0
            && widths[last] == 1
            && end == start + 1
            && start - starts[last] == length - froms[last];
    if (!goesOn) {
      addRun(length, start, end - start);
    }
    length++;
  }

  /** Lets the last position, of which there must be one, end later. */
  void extendLast(int end) {
    int start = start(length - 1);
    cut(length - 1);
    addRun(length, start, end - start);
    length++;
  }

  /**
   * Takes away all but the first positions.
   *
   * @param left how many are left, at most as many as there are
   */
  public void cut(int left) {
    while (runs > 0 && froms[runs - 1] >= left) {
      runs--;
    }
    length = left;
  }

  /** Returns where a position began. */
  public int start(int position) {
    int run = run(position);
    return starts[run] + position - froms[run];
  }

  /** Returns where a position ended. */
  public int end(int position) {
    int run = run(position);
    return starts[run] + position - froms[run] + widths[run];
  }

  private int run(int position) {
    if (position < 0 || position >= length) {
      throw new IndexOutOfBoundsException(
          "a position must be in [0, %d), but was %d".formatted(length, position));
    }
    if (position >= froms[runs - 1]) {
      return runs - 1;
    }
    int at = Arrays.binarySearch(froms, 0, runs, position);
    return at < 0 ? -at - 2 : at;
  }

  private void addRun(int from, int start, int width) {
    if (runs == froms.length) {
      froms = Arrays.copyOf(froms, 2 * runs);
      starts = Arrays.copyOf(starts, 2 * runs);
      widths = Arrays.copyOf(widths, 2 * runs);
    }
    froms[runs] = from;
    starts[runs] = start;
    widths[runs++] = width;
  }
}
