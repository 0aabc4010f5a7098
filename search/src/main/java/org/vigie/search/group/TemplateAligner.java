package org.vigie.search.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.advert.DescriptionLength;
import org.vigie.advert.SlotKind;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;

/**
 * Finds what texts have in common, by longest common subsequences of their words.
 *
 * <p>The constant words are those of the first text that survive alignment with each of the others
 * in turn; what stands between two of them in any text is a slot, whose values include the empty
 * one where some text has nothing there. A slot's kind is what its values were read as. Constant
 * text keeps the line breaks of the first text.
 */
final class TemplateAligner {
  /**
   * Share of the texts that fill a slot whose values must be of one kind for the slot to be of it.
   * More than half, so that two kinds that alternate make words of it; less than all, since the
   * finders miss some names and places.
   */
  static final double SHARE_OF_A_KIND = 0.6;

  private final List<ReadText> read;
  private final List<List<String>> texts;
  private final List<String> first;

  private TemplateAligner(List<ReadText> read) {
    this.read = read;
    texts = read.stream().map(ReadText::words).toList();
    first = texts.get(0);
  }

  /** Returns the template of texts; the same for the same texts in the same order. */
  static Template align(List<ReadText> texts) {
    return texts.isEmpty() ? Template.empty() : new TemplateAligner(texts).template();
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
    List<TemplatePart> gaps = gaps(filled);
    List<TemplatePart> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    List<Integer> slots = new ArrayList<>();
    for (int i = 0; i <= constants.size(); i++) {
      if (gaps.get(i).isSlot()) {
        slots.add(i);
        addConstant(constant, parts);
        parts.add(gaps.get(i));
        constant.append(i < constants.size() ? " " : "");
      }
      if (i < constants.size()) {
        int word = constants.get(i);
        constant.append(first.get(word)).append(read.get(0).spaceAfter(word));
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
   * Returns what stands before each constant word, and after the last, in the texts: a slot, or no
   * text where nothing stands in any of them.
   *
   * @param filled how many words that are, for each text
   */
  private List<TemplatePart> gaps(List<int[]> filled) {
    List<TemplatePart> gaps = new ArrayList<>();
    int[] at = new int[texts.size()];
    for (int gap = 0; gap < filled.get(0).length; gap++) {
      SortedSet<String> values = new TreeSet<>();
      List<SlotKind> kinds = new ArrayList<>();
      for (int text = 0; text < at.length; text++) {
        int end = at[text] + filled.get(text)[gap];
        values.add(String.join(" ", texts.get(text).subList(at[text], end)));
        if (end > at[text]) {
          kinds.add(read.get(text).kind(at[text], end));
        }
        at[text] = end + 1; // past the constant word
      }
      gaps.add(
          kinds.isEmpty()
              ? TemplatePart.constant("")
              : TemplatePart.slot(kind(kinds), List.copyOf(values)));
    }
    return gaps;
  }

  /** Returns the kind that enough of some values have, or words if none is of enough of them. */
  private static SlotKind kind(List<SlotKind> kinds) {
    return kinds.stream()
        .filter(kind -> Collections.frequency(kinds, kind) >= SHARE_OF_A_KIND * kinds.size())
        .findFirst()
        .orElse(SlotKind.WORDS);
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
}
