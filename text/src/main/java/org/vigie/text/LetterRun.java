package org.vigie.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Letters that stand one by one, parted into words: so that known words cover as much as possible,
 * in as few pieces as possible.
 */
final class LetterRun {
  /** What a letter of no known word costs, where a known word costs 1 whatever its length. */
  private static final int UNKNOWN = 2;

  private LetterRun() {}

  /**
   * A piece of the letters.
   *
   * @param start index of its first letter
   * @param end index after its last
   */
  record Piece(int start, int end) {}

  /** Returns the pieces in order; letters of no known word that stand together are one. */
  static List<Piece> parted(String letters, KnownWords known) {
    Form form = Form.of(letters);
    int length = form.text().length();
    int[] cost = new int[length + 1];
    int[] before = new int[length + 1];
    boolean[] isKnown = new boolean[length + 1];
    Arrays.fill(cost, Integer.MAX_VALUE);
    cost[0] = 0;
    for (int i = 0; i < length; i++) {
      int from = i;
      if (cost[i] + UNKNOWN < cost[i + 1]) {
        cost[i + 1] = cost[i] + UNKNOWN;
        before[i + 1] = i;
        isKnown[i + 1] = false;
      }
      known.endsFrom(
          form.text(),
          i,
          end -> {
            if (cost[from] + 1 < cost[end]) {
              cost[end] = cost[from] + 1;
              before[end] = from;
              isKnown[end] = true;
            }
          });
    }
    return pieces(form, before, isKnown);
  }

  private static List<Piece> pieces(Form form, int[] before, boolean[] isKnown) {
    List<Piece> pieces = new ArrayList<>();
    int end = form.text().length();
    while (end > 0) {
      int start = before[end];
      while (!isKnown[end] && start > 0 && !isKnown[start]) {
        start = before[start];
      }
      pieces.add(new Piece(form.first()[start], form.first()[end]));
      end = start;
    }
    return pieces.reversed();
  }

  /**
   * The letters in the form in which words are compared.
   *
   * @param text the form
   * @param first index in it → index of the first letter that became this one; one more for the end
   */
  private record Form(String text, int[] first) {
    static Form of(String letters) {
      int[] first = new int[letters.length() + 1];
      String text = MeantLetters.form(letters, first);
      first[text.length()] = letters.length();
      return new Form(text, first);
    }
  }
}
