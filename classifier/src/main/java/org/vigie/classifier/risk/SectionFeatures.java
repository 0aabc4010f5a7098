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
  private static final String FORM = "form:";

  /** How long a part is, as such a feature is called. */
  static final String LENGTH = "length ";

  /** Which parts there are, as such a feature is called. */
  static final String PARTS = "parts";

  /** Where a part counts as longer, in UTF-16 positions: nothing, a line, a paragraph and more. */
  private static final int[] LENGTHS = {1, 100, 300, 700, 1_200};

  /** The kinds of Latin, Greek and Cyrillic letters, which are asked for most. */
  private static final byte[] COMMON = new byte[0x600];

  static {
    for (char c = 0; c < COMMON.length; c++) {
      COMMON[c] = (byte) kindsOfAny(c);
    }
  }

  private SectionFeatures() {}

  public static boolean isOne(Feature feature) {
    String name = feature.name();
    return name.startsWith(FORM)
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
    StringBuilder pattern = new StringBuilder(FORM + PARTS);
    for (int part = 0; part < bodies.size(); part++) {
      int length = lengthWithoutBlanks(bodies.get(part));
      int step = 0;
      while (step < LENGTHS.length && length >= LENGTHS[step]) {
        step++;
      }
      features.add(new Feature(lengthOf(part, step), 1, List.of()));
      pattern.append(length == 0 ? " -" : " +");
    }
    features.add(new Feature(pattern.toString(), 1, List.of()));
  }

  private static String lengthOf(int part, int step) {
    return FORM + LENGTH + step + " of " + Sections.name(part);
  }

  private static int lengthWithoutBlanks(String body) {
    int length = body.length();
    int blank = body.indexOf(MaskedWords.BLANK);
    while (blank >= 0) {
      length--;
      blank = body.indexOf(MaskedWords.BLANK, blank + 1);
    }
    return length;
  }

  private static void addStyle(String text, List<Feature> features) {
    int letters = 0;
    int capitals = 0;
    int digits = 0;
    int seams = 0;
    int bullets = 0;
    int before = 0;
    for (int i = 0; i < text.length(); i++) {
      int kinds = kinds(text.charAt(i));
      letters += kinds & 1;
      digits += kinds >>> 1 & 1;
      capitals += kinds >>> 2 & 1;
      bullets += kinds >>> 4 & 1;
      seams += (kinds >>> 2) & (before >>> 3) & 1;
      before = kinds;
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

  /**
   * Returns one bit each, from the lowest: a letter, a digit, a capital, small, a bullet or dash.
   */
  private static int kinds(char c) {
    return c < COMMON.length ? COMMON[c] : kindsOfAny(c);
  }

  private static int kindsOfAny(char c) {
    return (Character.isLetter(c) ? 1 : 0)
        | (Character.isDigit(c) ? 2 : 0)
        | (Character.isUpperCase(c) ? 4 : 0)
        | (Character.isLowerCase(c) ? 8 : 0)
        | ("*-\u2022\u00B7".indexOf(c) >= 0 ? 16 : 0);
  }
}
