package org.vigie.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.vigie.search.meaning.ConceptWording;

/**
 * One way to write a concept in one language, in words as the index holds them.
 *
 * @param concept name of the concept
 * @param language ISO 639-1 code
 * @param written its words, parted by one blank, with {@code *} and {@code ..} as in a {@link
 *     Wording}
 * @param usual how usual it is among the forms of its language: 1 for the first of them, one half
 *     for the last
 */
record Form(String concept, String language, String written, float usual) {
  private static final String GAP = "..";

  /**
   * One word of a form.
   *
   * @param text as the index holds words
   * @param openStart whether letters may stand before it in its word
   * @param openEnd whether letters may stand after it in its word
   * @param afterGap whether other words may stand before it
   */
  record Step(String text, boolean openStart, boolean openEnd, boolean afterGap) {
    /** Returns whether a word is one that this stands for. */
    boolean accepts(String word) {
      if (openStart) {
        return openEnd ? word.contains(text) : word.endsWith(text);
      }
      return openEnd ? word.startsWith(text) : word.equals(text);
    }
  }

  /** Returns the forms of a wording; a pattern without letters or pictures is none. */
  static List<Form> of(String concept, ConceptWording wording, FoldedParts parts) {
    List<String> patterns = wording.patterns();
    parts.read(patterns.stream().flatMap(Form::parts).toList());
    List<Form> forms = new ArrayList<>(patterns.size());
    for (int i = 0; i < patterns.size(); i++) {
      String written = written(patterns.get(i), wording.spaced(), parts);
      if (!written.isEmpty()) {
        float usual = 1 - 0.5f * i / Math.max(1, patterns.size() - 1);
        forms.add(new Form(concept, wording.language().toLowerCase(Locale.ROOT), written, usual));
      }
    }
    return forms;
  }

  private static Stream<String> parts(String pattern) {
    List<String> parts = new ArrayList<>(3);
    StringTokenizer all = new StringTokenizer(pattern);
    while (all.hasMoreTokens()) {
      parts.add(all.nextToken().replace("*", ""));
    }
    return parts.stream();
  }

  private static String written(String pattern, boolean spaced, FoldedParts folded) {
    List<String> words = new ArrayList<>();
    StringTokenizer parts = new StringTokenizer(pattern);
    boolean gap = false;
    while (parts.hasMoreTokens()) {
      String part = parts.nextToken();
      if (part.equals(GAP)) {
        gap = !words.isEmpty();
        continue;
      }
      List<String> found = folded.words(part.replace("*", ""));
      if (gap && !found.isEmpty()) {
        words.add(GAP);
        gap = false;
      }
      for (int i = 0; i < found.size(); i++) {
        String word = found.get(i);
        boolean anywhere = !spaced && word.charAt(0) >= 0x250;
        boolean openStart = i == 0 && (anywhere || part.startsWith("*"));
        boolean openEnd = i == found.size() - 1 && (anywhere || part.endsWith("*"));
        words.add((openStart ? "*" : "") + word + (openEnd ? "*" : ""));
      }
    }
    return String.join(" ", words);
  }

  /** Returns whether it is one word. */
  boolean isOneWord() {
    return written.indexOf(' ') < 0;
  }

  /** Returns its words in order. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>(3);
    boolean gap = false;
    StringTokenizer parts = new StringTokenizer(written, " ");
    while (parts.hasMoreTokens()) {
      String part = parts.nextToken();
      if (part.equals(GAP)) {
        gap = true;
        continue;
      }
      boolean openStart = part.startsWith("*");
      boolean openEnd = part.endsWith("*");
      String text = part.substring(openStart ? 1 : 0, part.length() - (openEnd ? 1 : 0));
      steps.add(new Step(text, openStart, openEnd, gap));
      gap = false;
    }
    return steps;
  }
}
