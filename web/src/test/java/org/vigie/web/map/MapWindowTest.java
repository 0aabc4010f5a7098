package org.vigie.web.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Place;
import org.vigie.advert.Span;

class MapWindowTest {
  private static final Outlines OUTLINES = Outlines.builtIn();
  private static final Place PARIS = place(2988507, "Paris", 48.853, 2.349);
  private static final Place LYON = place(2996944, "Lyon", 45.749, 4.847);
  private static final Place TIRANA = place(3183875, "Tirana", 41.328, 19.818);

  static Place place(int id, String name, double latitude, double longitude) {
    return new Place(id, name, "XX", latitude, longitude, new Span(0, 0));
  }

  @Test
  void showsEveryPlaceWithRoomAround() {
    List<Place> places = List.of(PARIS, LYON, TIRANA);
    MapWindow window = MapWindow.around(places);
    for (Place place : places) {
      assertThat(window.x(place.longitude())).isBetween(20.0, MapWindow.WIDTH - 20.0);
      assertThat(window.y(place.latitude())).isBetween(20.0, MapWindow.HEIGHT - 20.0);
    }
  }

  @Test
  void isTrueToScaleInBothDirections() {
    MapWindow window = MapWindow.around(List.of(PARIS, LYON));
    double pixels =
        Math.hypot(
            window.x(PARIS.longitude()) - window.x(LYON.longitude()),
            window.y(PARIS.latitude()) - window.y(LYON.latitude()));
    double pixelsADegree = window.y(47) - window.y(48);
    // A degree of latitude is 111.2 km on the sphere.
    assertThat(pixels / pixelsADegree * 111.2)
        .isCloseTo(PARIS.kilometresTo(LYON), within(0.01 * PARIS.kilometresTo(LYON)));
  }

  @Test
  void showsTheWholeWorldIfThereIsNoPlace() {
    MapWindow window = MapWindow.around(List.of());
    assertThat(window.x(-180)).isGreaterThanOrEqualTo(-1);
    assertThat(window.x(180)).isLessThanOrEqualTo(MapWindow.WIDTH + 1);
    assertThat(window.land(OUTLINES)).hasSizeBetween(30_000, 400_000);
  }

  @Test
  void drawsTheLandOfATownThatLiesFarFromAnyCoast() {
    // Astana: the window lies within few countries.
    MapWindow window = MapWindow.around(List.of(place(1526273, "Astana", 51.18, 71.45)));
    assertThat(window.land(OUTLINES)).startsWith("M").endsWith("Z").matches("[MLZ0-9. -]+");
  }

  @Test
  void writesANumberToATenthOfAPixel() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      double pixels = random.nextDouble(-60, 1_020);
      assertThat(MapWindow.number(pixels)).isEqualTo(String.format(Locale.ROOT, "%.1f", pixels));
    }
    assertThat(List.of(0.0, -0.04, -0.06, 959.97, -60.0))
        .map(MapWindow::number)
        .containsExactly("0.0", "0.0", "-0.1", "960.0", "-60.0");
  }

  @Test
  void holdsEveryCountryOfNaturalEarth() {
    assertThat(countriesAround(PARIS)).isOdd();
    assertThat(countriesAround(TIRANA)).isOdd();
    assertThat(countriesAround(place(1, "in the Atlantic", 40, -40))).isZero();
    assertThat(OUTLINES.rings()).hasSizeGreaterThan(241);
  }

  @Test
  void closesEveryRing() {
    for (Outlines.Ring ring : OUTLINES.rings()) {
      int last = ring.longitudes().length - 1;
      assertThat(ring.longitudes()[last]).isEqualTo(ring.longitudes()[0]);
      assertThat(ring.latitudes()[last]).isEqualTo(ring.latitudes()[0]);
      assertThat(Arrays.stream(ring.latitudes()).allMatch(y -> Math.abs(y) <= 90)).isTrue();
    }
  }

  /** Counts the rings in which a point lies (Shimrat, 1962: the crossings of a ray). */
  private static long countriesAround(Place place) {
    return OUTLINES.rings().stream().filter(ring -> isWithin(ring, place)).count();
  }

  private static boolean isWithin(Outlines.Ring ring, Place place) {
    boolean within = false;
    double[] x = ring.longitudes();
    double[] y = ring.latitudes();
    for (int i = 1; i < x.length; i++) {
      boolean crosses = (y[i] > place.latitude()) != (y[i - 1] > place.latitude());
      if (crosses
          && place.longitude()
              < (x[i - 1] - x[i]) * (place.latitude() - y[i]) / (y[i - 1] - y[i]) + x[i]) {
        within = !within;
      }
    }
    return within;
  }
}
