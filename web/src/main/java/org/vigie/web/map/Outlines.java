package org.vigie.web.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The outlines of the world's countries at 1:50 million, as Natural Earth has them.
 *
 * <p>They come from the npm package world-atlas 2.0.2 as TopoJSON: borders that two countries share
 * are kept once, as steps on a grid.
 *
 * @see <a href="https://github.com/topojson/topojson-specification">The TopoJSON format, 2.1</a>
 */
public final class Outlines {
  private static final String RESOURCE = "countries-50m.json";

  private final List<Ring> rings;

  private Outlines(List<Ring> rings) {
    this.rings = List.copyOf(rings);
  }

  /**
   * A closed line round land or, within it, round a hole.
   *
   * @param longitudes degrees east of each point
   * @param latitudes degrees north of each point
   * @param west the least of the longitudes
   * @param east the greatest of the longitudes
   * @param south the least of the latitudes
   * @param north the greatest of the latitudes
   */
  record Ring(
      double[] longitudes,
      double[] latitudes,
      double west,
      double east,
      double south,
      double north) {
    static Ring of(double[] longitudes, double[] latitudes) {
      DoubleSummaryStatistics across = Arrays.stream(longitudes).summaryStatistics();
      DoubleSummaryStatistics along = Arrays.stream(latitudes).summaryStatistics();
      return new Ring(
          longitudes, latitudes, across.getMin(), across.getMax(), along.getMin(), along.getMax());
    }
  }

  /** Read when they are first asked for, since a console starts sooner without. */
  private static final class BuiltIn {
    private static final Outlines OUTLINES = load();
  }

  /** Returns the outlines that are part of the program. */
  public static Outlines builtIn() {
    return BuiltIn.OUTLINES;
  }

  private static Outlines load() {
    try (InputStream in = Outlines.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " must be part of the program, but isn't");
      }
      return of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Ring> rings() {
    return rings;
  }

  private static Outlines of(JsonNode topology) {
    List<double[][]> arcs = new ArrayList<>();
    JsonNode scale = topology.at("/transform/scale");
    JsonNode origin = topology.at("/transform/translate");
    for (JsonNode arc : topology.get("arcs")) {
      arcs.add(arc(arc, scale, origin));
    }
    List<Ring> rings = new ArrayList<>();
    for (JsonNode country : topology.at("/objects/countries/geometries")) {
      addRings(country.path("arcs"), arcs, rings);
    }
    return new Outlines(rings);
  }

  /** Adds the rings of a polygon or of many, which are lists of lists of arcs' numbers. */
  private static void addRings(JsonNode node, List<double[][]> arcs, List<Ring> rings) {
    if (node.path(0).isNumber()) {
      rings.add(ring(node, arcs));
    } else {
      node.forEach(part -> addRings(part, arcs, rings));
    }
  }

  /** Puts arcs together; a number below 0 means the arc of its complement, backwards. */
  private static Ring ring(JsonNode numbers, List<double[][]> arcs) {
    List<double[]> points = new ArrayList<>();
    for (JsonNode number : numbers) {
      int index = number.intValue();
      List<double[]> arc = List.of(arcs.get(index < 0 ? ~index : index));
      // Each arc begins where the one before it ended.
      points.addAll(
          (index < 0 ? arc.reversed() : arc).subList(points.isEmpty() ? 0 : 1, arc.size()));
    }
    return Ring.of(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  private static double[][] arc(JsonNode steps, JsonNode scale, JsonNode origin) {
    double[][] points = new double[steps.size()][];
    long x = 0;
    long y = 0;
    for (int i = 0; i < points.length; i++) {
      x += steps.get(i).get(0).longValue();
      y += steps.get(i).get(1).longValue();
      points[i] =
          new double[] {
            x * scale.get(0).doubleValue() + origin.get(0).doubleValue(),
            y * scale.get(1).doubleValue() + origin.get(1).doubleValue()
          };
    }
    return points;
  }
}
