package org.vigie.advert;

/**
 * How many bits it takes to tell a cluster's texts, each by itself or as one template with what
 * fills its slots: the criterion of minimum description length by which InfoShield finds organised
 * adverts (Lee et al. 2021, ICDE).
 *
 * <p>A word costs the logarithm of the size of the vocabulary, and a whole number the length of its
 * universal code. The more adverts a template tells with the fewer words left to slots, the more is
 * saved, and the more organised they are. Saving has a bound: each of n adverts bears the nth part
 * of the template and its slots.
 *
 * @param template bits of the template
 * @param slots mean bits of what fills its slots in one text
 * @param text mean bits of one text by itself; 0 if nothing is known
 */
public record DescriptionLength(double template, double slots, double text) {

  /**
   * Words that a text may be made of: about what the adverts of one language use. A fixed number,
   * so that a cluster measures the same whatever else the stream has seen; all costs are nearly
   * proportional to its logarithm, so that it hardly shows in what is saved.
   */
  public static final int VOCABULARY = 1 << 17;

  private static final double BITS_OF_A_WORD = log2(VOCABULARY);

  /** Returns that of no texts. */
  public static DescriptionLength none() {
    return new DescriptionLength(0, 0, 0);
  }

  /**
   * Returns the bits of a text by itself: its length, then its words.
   *
   * @param words how many, at least 0
   */
  public static double ofText(int words) {
    return words == 0 ? 1 : ofNumber(words) + words * BITS_OF_A_WORD;
  }

  /**
   * Returns the bits of a template: its text, then how many slots it has and where each stands.
   *
   * @param words of constant text
   * @param slots how many
   */
  public static double ofTemplate(int words, int slots) {
    return ofText(words) + (1 + slots) * log2(words + 1.0);
  }

  /**
   * Returns the bits of what fills one slot in one text: one that says if it is filled, and then
   * its text.
   *
   * @param words how many, 0 if nothing stands there
   */
  public static double ofSlot(int words) {
    return words == 0 ? 1 : 1 + ofText(words);
  }

  /**
   * Returns the share of the description that the template saves where so many adverts have it, in
   * [0, 1); 0 if it saves nothing.
   *
   * @param adverts that have it, whose texts are as those that were looked at, at least 1
   */
  public double saved(long adverts) {
    if (text == 0) {
      return 0;
    }
    return Math.max(0, 1 - (template / adverts + slots) / text);
  }

  /**
   * The length of the universal code of a whole number from 1 (Elias 1975, "Universal codeword sets
   * and representations of the integers", doi:10.1109/TIT.1975.1055349), without its rounding.
   */
  private static double ofNumber(int number) {
    return 2 * log2(number) + 1;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
