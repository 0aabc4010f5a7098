package org.vigie.classifier.risk;

import java.util.List;
import org.vigie.classifier.indicator.MaskedWords;

/**
 * Features of an advert under the headings of a job board: how much each part says and in which
 * style, which words stand in which part, and runs of letters inside words.
 *
 * <p>They are made of such adverts alone. What they say of an advert without headings is nothing,
 * so that it is not called risky for being short or of another form.
 */
public final class SectionFeatures {

  /** Where a part counts as longer, in UTF-16 positions: nothing, a line, a paragraph and more. */
  private static final int[] LENGTHS = {1, 100, 300, 700, 1_200};

  private SectionFeatures() {}

  public static boolean isOne(Feature feature) {
    String name = feature.name();
    return name.startsWith("form:")
        || name.startsWith("style:")
        || name.startsWith("part:")
        || name.startsWith("letters:");
  }

  /**
   * Adds those that are not of words: form and style.
   *
   * @param text its text, masked words blanked: how long the word for a nationality is, and whether
   *     it has a capital, would say something of it too
   */
  static void add(String text, Sections sections, List<Feature> features) {
    addForm(sections.bodies(text), features);
    addStyle(text, features);
  }

  private static void addForm(List<String> bodies, List<Feature> features) {
    StringBuilder pattern = new StringBuilder("form:parts");
    for (int part = 0; part < bodies.size(); part++) {
      long length = bodies.get(part).chars().filter(c -> c != MaskedWords.BLANK).count();
      int step = 0;
      while (step < LENGTHS.length && length >= LENGTHS[step]) {
        step++;
      }
      features.add(new Feature("form:length " + step + " of " + Sections.name(part), 1, List.of()));
      pattern.append(length == 0 ? " -" : " +");
    }
    features.add(new Feature(pattern.toString(), 1, List.of()));
  }

  private static void addStyle(String text, List<Feature> features) {
    int letters = 0;
    int capitals = 0;
    int digits = 0;
    int seams = 0;
    int bullets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      bullets += "*-\u2022\u00B7".indexOf(c) >= 0 ? 1 : 0;
      if (Character.isUpperCase(c)) {
        capitals++;
        seams += i > 0 && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
      }
    }
    double most = Math.max(1, letters);
    addStyle("capitals", 20 * capitals / most, features);
    addStyle("digits", 50 * digits / most, features);
    addStyle("words run together", StrictMath.log1p(seams), features);
    addStyle("bullets and dashes", StrictMath.log1p(bullets), features);
  }

  private static void addStyle(String name, double value, List<Feature> features) {
    if (value > 0) {
      features.add(new Feature("style:" + name, Math.min(3, value), List.of()));
    }
  }
}
