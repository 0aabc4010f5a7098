package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;

/**
 * Finds what texts have in common, by longest common subsequences of their words.
 *
 * <p>The constant words are those of the first text that survive alignment with each of the others
 * in turn; what stands between two of them in any text is a slot.
 */
final class TemplateAligner {
  /** Words of each text that are looked at: the alignment costs the square of it. */
  private static final int MAX_WORDS = 600;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private TemplateAligner() {}

  /** Returns the template of texts; the same for the same texts in the same order. */
  static Template align(Collection<String> texts) {
    List<List<String>> all = texts.stream().map(TemplateAligner::words).toList();
    if (all.isEmpty()) {
      return Template.empty();
    }
    Iterator<List<String>> rest = all.iterator();
    List<String> constants = rest.next();
    while (rest.hasNext()) {
      constants = commonSubsequence(constants, rest.next());
    }
    return withSlots(constants, all);
  }

  private static Template withSlots(List<String> constants, List<List<String>> texts) {
    List<TreeSet<String>> gaps = new ArrayList<>();
    for (int i = 0; i <= constants.size(); i++) {
      gaps.add(new TreeSet<>());
    }
    for (List<String> text : texts) {
      fillGaps(constants, text, gaps);
    }
    List<TemplatePart> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    for (int i = 0; i <= constants.size(); i++) {
      TreeSet<String> gap = gaps.get(i);
      if (gap.size() > 1 || (!gap.isEmpty() && !gap.first().isEmpty())) {
        addConstant(constant, parts);
        gap.remove("");
        parts.add(TemplatePart.slot(List.copyOf(gap)));
      }
      if (i < constants.size()) {
        constant.append(constant.isEmpty() ? "" : " ").append(constants.get(i));
      }
    }
    addConstant(constant, parts);
    return new Template(parts);
  }

  private static void addConstant(StringBuilder constant, List<TemplatePart> parts) {
    if (!constant.isEmpty()) {
      parts.add(TemplatePart.constant(constant.toString()));
      constant.setLength(0);
    }
  }

  /** Matches each constant word with its alignment in the text and keeps what lies between. */
  private static void fillGaps(
      List<String> constants, List<String> text, List<TreeSet<String>> gaps) {
    int at = 0;
    for (int i = 0; i < constants.size(); i++) {
      int start = at;
      while (!text.get(at).equals(constants.get(i))) {
        at++;
      }
      gaps.get(i).add(String.join(" ", text.subList(start, at)));
      at++;
    }
    gaps.get(constants.size()).add(String.join(" ", text.subList(at, text.size())));
  }

  private static List<String> commonSubsequence(List<String> left, List<String> right) {
    int[][] length = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        length[i][j] =
            left.get(i).equals(right.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<String> common = new ArrayList<>();
    for (int i = 0, j = 0; i < left.size() && j < right.size(); ) {
      if (left.get(i).equals(right.get(j))) {
        common.add(left.get(i));
        i++;
        j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    List<String> words = stripped.isEmpty() ? List.of() : List.of(SPACE.split(stripped));
    return words.subList(0, Math.min(words.size(), MAX_WORDS));
  }
}
