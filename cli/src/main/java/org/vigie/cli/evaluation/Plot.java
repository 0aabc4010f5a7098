package org.vigie.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line drawing of two axes in SVG, 480 by 360 pixels, which loads nothing from anywhere. */
final class Plot {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 36;
  private static final int BOTTOM = 48;
  private static final int TICKS = 5;

  private final String title;
  private final String across;
  private final String up;
  private final double highest;
  private final List<String> marks = new ArrayList<>();

  /**
   * An empty drawing.
   *
   * @param across what the axis from left to right shows, from 0 to 1
   * @param up what the axis upwards shows, from 0
   * @param highest the upper end of that axis, above 0
   */
  Plot(String title, String across, String up, double highest) {
    this.title = title;
    this.across = across;
    this.up = up;
    this.highest = highest > 0 ? highest : 1;
  }

  /** A place in the drawing. */
  record At(double across, double up) {}

  Plot line(List<At> places) {
    marks.add("<polyline class=\"line\" points=\"" + points(places) + "\"/>");
    return this;
  }

  /** Adds a straight line to compare with, and over its middle what it stands for. */
  Plot dashed(At from, At to, String meaning) {
    marks.add("<polyline class=\"dashed\" points=\"" + points(List.of(from, to)) + "\"/>");
    StringBuilder label = new StringBuilder();
    double across = (from.across() + to.across()) / 2;
    append(label, x(across) - 6, y((from.up() + to.up()) / 2) - 6, "end", meaning);
    marks.add(label.toString().strip());
    return this;
  }

  Plot dots(List<At> places) {
    for (At at : places) {
      marks.add(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>",
              x(at.across()),
              y(at.up())));
    }
    return this;
  }

  /** Returns the drawing as a file of its own or as a part of a page. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
        <title>%s</title>
        <style>
        text { font: 12px sans-serif; fill: #222 } .head { font-size: 14px; font-weight: bold }
        .line { fill: none; stroke: #1f4e8c; stroke-width: 2 } .axis { fill: none; stroke: #767676 }
        .dashed { fill: none; stroke: #767676; stroke-dasharray: 4 4 } circle { fill: #1f4e8c }
        rect { fill: #fff }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6e6e6 } .line { stroke: #8ab8f5 } circle { fill: #8ab8f5 } rect { fill: #1b1b1b }
        .axis, .dashed { stroke: #9a9a9a }
        }
        </style>
        <rect width="100%%" height="100%%"/>
        <text class="head" x="%d" y="20">%s</text>
        """
            .formatted(
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT,
                SafeMarkup.text(title),
                LEFT,
                SafeMarkup.text(title)));
    appendAxes(svg);
    marks.forEach(mark -> svg.append(mark).append('\n'));
    return svg.append("</svg>\n").toString();
  }

  private void appendAxes(StringBuilder svg) {
    svg.append("<polyline class=\"axis\" points=\"")
        .append(points(List.of(new At(0, highest), new At(0, 0), new At(1, 0))))
        .append("\"/>\n");
    for (int tick = 0; tick <= TICKS; tick++) {
      double share = (double) tick / TICKS;
      append(svg, x(share), HEIGHT - BOTTOM + 16, "middle", number(share));
      append(svg, LEFT - 6, y(share * highest) + 4, "end", number(share * highest));
    }
    append(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", across);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
            (TOP + HEIGHT - BOTTOM) / 2.0,
            SafeMarkup.text(up)));
  }

  private static void append(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            SafeMarkup.text(text)));
  }

  private String points(List<At> places) {
    List<String> points = new ArrayList<>();
    for (At at : places) {
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(at.across()), y(at.up())));
    }
    return String.join(" ", points);
  }

  private static double x(double across) {
    return LEFT + across * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - Math.min(1, value / highest) * (HEIGHT - TOP - BOTTOM);
  }

  private static String number(double value) {
    if (value == 0) {
      return "0";
    }
    return value >= 10
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
