package org.vigie.advert;

/**
 * An age in whole years that an advert's text names, or a range of ages.
 *
 * @param least the age, or the lower end of a range, 0 to 120
 * @param most the age, or the upper end, at least {@code least}
 * @param span where it stands, with the words that make it an age
 */
public record Age(int least, int most, Span span) {
  /** No older person is known; what is more is no age. */
  public static final int OLDEST = 120;

  public Age {
    if (least < 0 || most < least || most > OLDEST) {
      throw new IllegalArgumentException(
          "an age needs 0 <= least <= most <= 120, but was [" + least + ", " + most + "]");
    }
  }

  /** Returns it without its place: {@code 19}, or {@code 19-22}. */
  public String written() {
    return least == most ? Integer.toString(least) : least + "-" + most;
  }
}
