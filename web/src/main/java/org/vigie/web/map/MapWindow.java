package org.vigie.web.map;

import java.util.Collection;
import org.vigie.advert.Place;

/**
 * The part of the world that a map shows, in the equirectangular projection that is true to scale
 * at its middle latitude (Snyder, "Map Projections: A Working Manual", USGS 1395, 1987, ch. 12).
 *
 * @param west degrees east of its left edge
 * @param north degrees north of its upper edge
 * @param degrees of latitude from top to bottom
 * @param middle degrees north of the latitude that is true to scale
 */
public record MapWindow(double west, double north, double degrees, double middle) {
  /** Pixels across. */
  public static final int WIDTH = 960;

  /** Pixels from top to bottom. */
  public static final int HEIGHT = 540;

  /** A town shows among its neighbours, of which none may be less than a day's journey off. */
  private static final double FEWEST_DEGREES = 8;

  /** Beyond, a degree of longitude is too short for a map that is true to scale there. */
  private static final double FARTHEST_NORTH = 75;

  /** What lies far outside is drawn at this distance from the edge, in pixels. */
  private static final double MARGIN = 60;

  /** Points nearer to one another than this, in pixels, look like one. */
  private static final double FINEST = 0.7;

  /** Returns the window that holds all of some places, or the whole world if there are none. */
  public static MapWindow around(Collection<Place> places) {
    if (places.isEmpty()) {
      return around(-180, -60, 180, 80, 1);
    }
    double west = places.stream().mapToDouble(Place::longitude).min().orElseThrow();
    double east = places.stream().mapToDouble(Place::longitude).max().orElseThrow();
    double south = places.stream().mapToDouble(Place::latitude).min().orElseThrow();
    double north = places.stream().mapToDouble(Place::latitude).max().orElseThrow();
    return around(west, south, east, north, 1.3);
  }

  private static MapWindow around(
      double west, double south, double east, double north, double room) {
    double middle = (south + north) / 2;
    double degrees = Math.max(FEWEST_DEGREES, (north - south) * room);
    double across = (east - west) * room * shrink(middle);
    degrees = Math.max(degrees, across * HEIGHT / WIDTH);
    double longitudes = degrees * WIDTH / HEIGHT / shrink(middle);
    return new MapWindow((west + east - longitudes) / 2, middle + degrees / 2, degrees, middle);
  }

  /** Returns pixels from the left edge. */
  public double x(double longitude) {
    return (longitude - west) * shrink(middle) * scale();
  }

  /** Returns pixels from the upper edge. */
  public double y(double latitude) {
    return (north - latitude) * scale();
  }

  /** Returns the path in SVG of the countries within. */
  public String land(Outlines outlines) {
    StringBuilder path = new StringBuilder();
    for (Outlines.Ring ring : outlines.rings()) {
      if (!isBeside(ring)) {
        append(path, ring);
      }
    }
    return path.toString();
  }

  /** Returns whether a ring lies wholly on one side, which most of the world's do. */
  private boolean isBeside(Outlines.Ring ring) {
    return x(ring.east()) <= 0
        || x(ring.west()) >= WIDTH
        || y(ring.south()) <= 0
        || y(ring.north()) >= HEIGHT;
  }

  /**
   * Appends a ring with what is outside drawn to the margin: so each ring stays closed, and one
   * that is nowhere within shrinks to a line that isn't seen.
   */
  private void append(StringBuilder path, Outlines.Ring ring) {
    StringBuilder line = new StringBuilder();
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    int points = 0;
    boolean within = false;
    for (int i = 0; i < ring.longitudes().length; i++) {
      double x = Math.clamp(x(ring.longitudes()[i]), -MARGIN, WIDTH + MARGIN);
      double y = Math.clamp(y(ring.latitudes()[i]), -MARGIN, HEIGHT + MARGIN);
      if (Math.hypot(x - lastX, y - lastY) < FINEST) {
        continue;
      }
      line.append(points == 0 ? 'M' : 'L');
      append(line, x);
      append(line.append(' '), y);
      within |= x > 0 && x < WIDTH && y > 0 && y < HEIGHT;
      lastX = x;
      lastY = y;
      points++;
    }
    if (points > 2 && (within || covers(ring))) {
      path.append(line).append('Z');
    }
  }

  /** Returns whether a ring may surround the window: its own edges then lie outside. */
  private boolean covers(Outlines.Ring ring) {
    boolean left = false;
    boolean right = false;
    boolean above = false;
    boolean below = false;
    for (int i = 0; i < ring.longitudes().length; i++) {
      double x = x(ring.longitudes()[i]);
      double y = y(ring.latitudes()[i]);
      left |= x <= 0;
      right |= x >= WIDTH;
      above |= y <= 0;
      below |= y >= HEIGHT;
    }
    return left && right && above && below;
  }

  /** Returns a number as SVG has it, to a tenth of a pixel. */
  public static String number(double pixels) {
    StringBuilder number = new StringBuilder();
    append(number, pixels);
    return number.toString();
  }

  /** A map has ten thousand numbers: a format that is read anew for each takes most of its time. */
  private static void append(StringBuilder text, double pixels) {
    long tenths = Math.round(Math.abs(pixels) * 10);
    if (pixels < 0 && tenths > 0) {
      text.append('-');
    }
    text.append(tenths / 10).append('.').append(tenths % 10);
  }

  private double scale() {
    return HEIGHT / degrees;
  }

  private static double shrink(double latitude) {
    return Math.cos(Math.toRadians(Math.clamp(latitude, -FARTHEST_NORTH, FARTHEST_NORTH)));
  }
}
