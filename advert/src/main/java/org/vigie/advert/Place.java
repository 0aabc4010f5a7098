package org.vigie.advert;

/**
 * A town that an advert's text or its declared place names, as a gazetteer knows it.
 *
 * @param geonamesId its number in GeoNames
 * @param name its name in GeoNames, in Latin letters
 * @param country ISO 3166-1 alpha-2 code of its country in capitals
 * @param latitude degrees north, -90 to 90 (WGS 84)
 * @param longitude degrees east, -180 to 180 (WGS 84)
 * @param span where it stands; empty if only the declared place names it
 */
public record Place(
    int geonamesId, String name, String country, double latitude, double longitude, Span span) {
  /** Mean radius of the Earth (IUGG, 1980). */
  private static final double EARTH_RADIUS_KM = 6_371.0088;

  public Place {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "a place needs latitude in [-90, 90] and longitude in [-180, 180], but was at "
              + latitude
              + ", "
              + longitude);
    }
  }

  /** Returns whether it stands in the text. */
  public boolean standsInText() {
    return span.length() > 0;
  }

  /**
   * Returns the distance to another place in kilometres along a great circle, by the haversine
   * formula on a sphere, which is at most 0.6 % off (Sinnott, "Virtues of the haversine", Sky and
   * Telescope 68, 1984).
   */
  public double kilometresTo(Place other) {
    double north = Math.toRadians(other.latitude - latitude) / 2;
    double east = Math.toRadians(other.longitude - longitude) / 2;
    double across = Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
    double half = Math.pow(Math.sin(north), 2) + across * Math.pow(Math.sin(east), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, half)));
  }
}
