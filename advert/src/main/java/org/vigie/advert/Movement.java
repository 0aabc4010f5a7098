package org.vigie.advert;

import java.util.List;

/**
 * The fastest stretch of what a contact's adverts say of where it stood.
 *
 * @param places names of the places on the way, in order, such as are far from one another
 * @param kilometres length of the way along great circles
 * @param days time it took, at least 1: within a day the order of adverts means little
 */
public record Movement(List<String> places, double kilometres, long days) {
  public Movement {
    places = List.copyOf(places);
    if (!(kilometres >= 0) || days < 1) {
      throw new IllegalArgumentException(
          "a movement needs kilometres of at least 0 and days of at least 1, but had "
              + kilometres
              + " and "
              + days);
    }
  }

  /** Returns that of a contact which was seen in one place, or in none that is known. */
  public static Movement none() {
    return new Movement(List.of(), 0, 1);
  }

  /** Returns the velocity. */
  public double kilometresPerDay() {
    return kilometres / days;
  }
}
