package org.vigie.web.pages.group;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Place;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.map.Labels;
import org.vigie.web.map.MapWindow;
import org.vigie.web.map.Outlines;
import org.vigie.web.map.Travels;

/**
 * Where adverts stood and how their contacts went on, as drawn on a map of {@link MapWindow#WIDTH}
 * by {@link MapWindow#HEIGHT}.
 *
 * @param land path of the countries
 * @param spots towns, most adverts first
 * @param legs ways from place to place, in order of time
 * @param moreLegs ways that aren't shown
 */
public record TravelMap(String land, List<Spot> spots, List<Leg> legs, long moreLegs) {
  /** More lines than this hide one another. */
  private static final int MOST_LEGS = 200;

  /** Of the towns with the most adverts, as far as there is room; the table has all names. */
  private static final int MOST_NAMES = 40;

  /**
   * A town.
   *
   * @param dot where it is drawn
   * @param day of its first advert, in days since 1970
   * @param label where its name stands on the map, or null if there is no room for it
   */
  public record Spot(
      Dot dot,
      String name,
      String country,
      long adverts,
      String first,
      String last,
      long day,
      Labels.@Nullable Label label) {
    /** Returns whether its name stands on the map; all names stand in the table. */
    public boolean isNamed() {
      return label != null;
    }
  }

  /**
   * The dot of a town.
   *
   * @param radius of a dot whose area grows with the town's adverts
   */
  public record Dot(String x, String y, String radius) {}

  /**
   * A way.
   *
   * @param line as which it is drawn
   * @param contact who went it
   * @param left day on which
   * @param arrived day on which
   */
  public record Leg(
      Line line,
      Traveller contact,
      String from,
      String to,
      String left,
      String arrived,
      String kilometres) {}

  /**
   * The line of a way.
   *
   * @param path in SVG
   * @param day of its arrival, in days since 1970
   * @param isRoute whether it is part of a round that was made at least twice (row MV-03)
   */
  public record Line(String path, long day, boolean isRoute) {}

  /**
   * A contact that went a way.
   *
   * @param path of its page
   */
  public record Traveller(String name, String path) {}

  /**
   * Draws travels.
   *
   * @param circuits contact → places of its round in order
   */
  static TravelMap of(Travels travels, Map<String, List<String>> circuits, Outlines outlines) {
    List<Travels.Leg> shown = travels.legs().stream().limit(MOST_LEGS).toList();
    MapWindow window =
        MapWindow.around(
            Stream.concat(
                    travels.spots().stream().map(Travels.Spot::place),
                    shown.stream().flatMap(leg -> Stream.of(leg.from(), leg.to())))
                .toList());
    Labels labels = new Labels(travels.spots().stream().map(spot -> dot(spot, window)).toList());
    List<Spot> spots = new ArrayList<>();
    for (Travels.Spot spot : travels.spots()) {
      Labels.Dot dot = dot(spot, window);
      Optional<Labels.Label> label =
          spots.size() < MOST_NAMES
              ? labels.place(dot, shown(spot.place().name()))
              : Optional.empty();
      spots.add(spot(spot, dot, label.orElse(null)));
    }
    return new TravelMap(
        window.land(outlines),
        spots,
        shown.stream()
            .map(leg ->
                leg(leg, window, leg.isPartOf(circuits.getOrDefault(leg.contact(), List.of()))))
            .toList(),
        travels.legs().size() - shown.size());
  }

  private static Labels.Dot dot(Travels.Spot spot, MapWindow window) {
    return new Labels.Dot(
        window.x(spot.place().longitude()),
        window.y(spot.place().latitude()),
        Math.min(24, 4 + Math.sqrt(spot.adverts())));
  }

  private static Spot spot(Travels.Spot spot, Labels.Dot dot, Labels.@Nullable Label label) {
    return new Spot(
        new Dot(
            MapWindow.number(dot.x()), MapWindow.number(dot.y()), MapWindow.number(dot.radius())),
        shown(spot.place().name()),
        shown(spot.place().country()),
        spot.adverts(),
        Words.day(spot.first()),
        Words.day(spot.last()),
        day(spot.first()),
        label);
  }

  private static Leg leg(Travels.Leg leg, MapWindow window, boolean isRoute) {
    return new Leg(
        new Line(arc(leg.from(), leg.to(), window), day(leg.arrived()), isRoute),
        new Traveller(shown(leg.contact()), ContactDetails.path(leg.contact())),
        shown(leg.from().name()),
        shown(leg.to().name()),
        Words.day(leg.left()),
        Words.day(leg.arrived()),
        String.format(Locale.ROOT, "%,.0f", leg.kilometres()));
  }

  /** Bends to the right of the way, so that the way there and the way back are two lines. */
  private static String arc(Place from, Place to, MapWindow window) {
    double x = window.x(from.longitude());
    double y = window.y(from.latitude());
    double toX = window.x(to.longitude());
    double toY = window.y(to.latitude());
    double bendX = (x + toX) / 2 - (toY - y) * 0.2;
    double bendY = (y + toY) / 2 + (toX - x) * 0.2;
    return "M%s %sQ%s %s %s %s"
        .formatted(
            MapWindow.number(x),
            MapWindow.number(y),
            MapWindow.number(bendX),
            MapWindow.number(bendY),
            MapWindow.number(toX),
            MapWindow.number(toY));
  }

  private static long day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }

  private static String shown(String text) {
    return SafeText.line(Defanged.text(text));
  }
}
