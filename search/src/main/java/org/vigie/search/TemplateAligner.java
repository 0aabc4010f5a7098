package org.vigie.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.advert.DescriptionLength;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;

/**
 * Finds what texts have in common, by longest common subsequences of their words.
 *
 * <p>The constant words are those of the first text that survive alignment with each of the others
 * in turn; what stands between two of them in any text is a slot, whose values include the empty
 * one where some text has nothing there. Constant text keeps the line breaks of the first text.
 */
final class TemplateAligner {
  /** Words of each text that are looked at: the alignment costs the square of it. */
  private static final int MAX_WORDS = 600;

  private final List<String> first;
  private final List<List<String>> texts;
  private final String firstText;

  private TemplateAligner(List<String> texts) {
    this.texts = texts.stream().map(TemplateAligner::words).toList();
    first = this.texts.get(0);
    firstText = texts.get(0);
  }

  /** Returns the template of texts; the same for the same texts in the same order. */
  static Template align(Collection<String> texts) {
    return texts.isEmpty()
        ? Template.empty()
        : new TemplateAligner(texts.stream().map(String::strip).toList()).template();
  }

  private Template template() {
    List<Integer> constants = IntStream.range(0, first.size()).boxed().toList();
    for (List<String> other : texts.subList(1, texts.size())) {
      constants = surviving(constants, other);
    }
    return withSlots(constants);
  }

  private Template withSlots(List<Integer> constants) {
    List<int[]> filled = texts.stream().map(text -> gapWords(constants, text)).toList();
    List<TreeSet<String>> gaps = gaps(constants, filled);
    List<String> spaces = spacesAfterWords();
    List<TemplatePart> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    List<Integer> slots = new ArrayList<>();
    for (int i = 0; i <= constants.size(); i++) {
      boolean isSlot = gaps.get(i).stream().anyMatch(value -> !value.isEmpty());
      if (isSlot) {
        slots.add(i);
        addConstant(constant, parts);
        parts.add(TemplatePart.slot(List.copyOf(gaps.get(i))));
        constant.append(i < constants.size() ? " " : "");
      }
      if (i < constants.size()) {
        constant.append(first.get(constants.get(i))).append(spaces.get(constants.get(i)));
      }
    }
    addConstant(constant, parts);
    return new Template(parts, length(constants.size(), slots, filled));
  }

  private DescriptionLength length(int constants, List<Integer> slots, List<int[]> filled) {
    double ofSlots = 0;
    double ofTexts = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (int slot : slots) {
        ofSlots += DescriptionLength.ofSlot(filled.get(i)[slot]);
      }
      ofTexts += DescriptionLength.ofText(texts.get(i).size());
    }
    return new DescriptionLength(
        DescriptionLength.ofTemplate(constants, slots.size()),
        ofSlots / texts.size(),
        ofTexts / texts.size());
  }

  private static void addConstant(StringBuilder constant, List<TemplatePart> parts) {
    if (!constant.toString().isBlank()) {
      parts.add(TemplatePart.constant(constant.toString()));
    }
    constant.setLength(0);
  }

  /** Returns how many words stand before each constant word in a text, and after the last. */
  private int[] gapWords(List<Integer> constants, List<String> text) {
    int[] words = new int[constants.size() + 1];
    int at = 0;
    for (int i = 0; i < constants.size(); i++) {
      int start = at;
      while (!text.get(at).equals(first.get(constants.get(i)))) {
        at++;
      }
      words[i] = at - start;
      at++;
    }
    words[constants.size()] = text.size() - at;
    return words;
  }

  /**
   * Returns what stands before each constant word, and after the last, in the texts.
   *
   * @param filled how many words that are, for each text
   */
  private List<TreeSet<String>> gaps(List<Integer> constants, List<int[]> filled) {
    List<TreeSet<String>> gaps = new ArrayList<>();
    for (int i = 0; i <= constants.size(); i++) {
      gaps.add(new TreeSet<>());
    }
    for (int text = 0; text < texts.size(); text++) {
      int at = 0;
      for (int i = 0; i <= constants.size(); i++) {
        int end = at + filled.get(text)[i];
        gaps.get(i).add(String.join(" ", texts.get(text).subList(at, end)));
        at = end + 1; // past the constant word
      }
    }
    return gaps;
  }

  /**
   * Returns those of some words of the first text that also stand, in this order, in another text.
   */
  private List<Integer> surviving(List<Integer> constants, List<String> other) {
    int[][] length = new int[constants.size() + 1][other.size() + 1];
    for (int i = constants.size() - 1; i >= 0; i--) {
      String word = first.get(constants.get(i));
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            word.equals(other.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    List<Integer> common = new ArrayList<>();
    for (int i = 0, j = 0; i < constants.size() && j < other.size(); ) {
      if (first.get(constants.get(i)).equals(other.get(j))) {
        common.add(constants.get(i));
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

  private List<String> spacesAfterWords() {
    List<String> spaces = new ArrayList<>();
    int at = 0;
    for (String word : first) {
      at += word.length();
      int start = at;
      while (at < firstText.length() && Character.isWhitespace(firstText.charAt(at))) {
        at++;
      }
      String space = firstText.substring(start, at);
      spaces.add(space.isEmpty() ? "" : space.indexOf('\n') >= 0 ? "\n" : " ");
    }
    return spaces;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (int at = 0; at < text.length() && words.size() < MAX_WORDS; ) {
      int start = at;
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(start, at));
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    return words;
  }
}
