package org.vigie.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names beside dots, so that no name covers another or a dot, and none leaves the map.
 *
 * <p>Who comes first chooses first among six places, the best to read before the others, after
 * Imhof (1975), "Positioning Names on Maps", The American Cartographer 2(2). A name for which none
 * is free is left out: the table beside the map has it.
 */
public final class Labels {
  /** Of letters of 13 pixels with their halo. */
  private static final double HEIGHT = 17;

  /** Of a letter of 13 pixels: wide, so that what is free here is free in any typeface. */
  private static final double LETTER = 8;

  private static final double IDEOGRAPH = 13;

  /** From the foot of letters down to where their box ends. */
  private static final double DESCENT = 4;

  private static final double GAP = 3;

  private final List<Box> taken = new ArrayList<>();

  /**
   * A dot.
   *
   * @param x pixels from the left edge
   * @param y pixels from the upper edge
   * @param radius in pixels
   */
  public record Dot(double x, double y, double radius) {
    private Box box() {
      return new Box(x - radius, y - radius, x + radius, y + radius);
    }
  }

  /**
   * Where a name stands.
   *
   * @param x as SVG's {@code text} has it
   * @param y foot of the letters
   * @param anchor which end of the name stands at {@code x}: start, middle or end
   */
  public record Label(String x, String y, String anchor) {}

  private record Box(double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean isOnTheMap() {
      return left >= 0 && top >= 0 && right <= MapWindow.WIDTH && bottom <= MapWindow.HEIGHT;
    }
  }

  /** A map with all its dots, whether they will be named or not. */
  public Labels(List<Dot> dots) {
    dots.forEach(dot -> taken.add(dot.box()));
  }

  /** Finds a place for a name beside a dot, which then is taken. */
  public Optional<Label> place(Dot dot, String name) {
    double beside = dot.radius() + GAP;
    double up = dot.y() - GAP;
    double down = dot.y() + HEIGHT - DESCENT + GAP;
    return place(name, dot.x() + beside, up, "start")
        .or(() -> place(name, dot.x() + beside, down, "start"))
        .or(() -> place(name, dot.x() - beside, up, "end"))
        .or(() -> place(name, dot.x() - beside, down, "end"))
        .or(() -> place(name, dot.x(), dot.y() - beside - DESCENT, "middle"))
        .or(() -> place(name, dot.x(), dot.y() + beside + HEIGHT - DESCENT, "middle"));
  }

  private Optional<Label> place(String name, double x, double y, String anchor) {
    double width = width(name);
    double left =
        switch (anchor) {
          case "start" -> x;
          case "end" -> x - width;
          default -> x - width / 2;
        };
    Box box = new Box(left, y + DESCENT - HEIGHT, left + width, y + DESCENT);
    if (!box.isOnTheMap() || taken.stream().anyMatch(box::overlaps)) {
      return Optional.empty();
    }
    taken.add(box);
    return Optional.of(new Label(MapWindow.number(x), MapWindow.number(y), anchor));
  }

  private static double width(String name) {
    return name.codePoints()
        .mapToDouble(c -> Character.isIdeographic(c) ? IDEOGRAPH : LETTER)
        .sum();
  }
}
