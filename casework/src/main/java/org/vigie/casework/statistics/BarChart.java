package org.vigie.casework.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The highest figures of a release as bars in SVG, which loads nothing from anywhere. */
public final class BarChart {
  private static final int MOST_BARS = 12;
  private static final int WIDTH = 720;
  private static final int LABELS = 300;
  private static final int ROW = 22;
  private static final int HEAD = 40;
  private static final int NUMBERS = 70;

  private BarChart() {}

  /** Returns the drawing. */
  public static String of(Release release) {
    StringBuilder body = new StringBuilder();
    int y = HEAD;
    for (CountedBy table : release.request().ordered()) {
      y = table(release, table, y, body);
    }
    text(
        body,
        8,
        y + 14,
        "Groups of adverts with noise, not persons or crimes: see the data sheet.");
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img">
    <title>Release %3$s: %4$s</title>
    <rect width="%1$s" height="%2$s" fill="#ffffff"/>
    <g font-family="sans-serif" font-size="13" fill="#1a1a1a">
    %5$s</g>
    </svg>
    """
        .formatted(
            WIDTH, y + 30, release.request().id(), release.request().described(), body.toString());
  }

  private static int table(Release release, CountedBy table, int top, StringBuilder body) {
    List<Map.Entry<FigureCell, Long>> bars =
        release.figures().entrySet().stream()
            .filter(entry -> entry.getKey().table() == table)
            .sorted(
                Map.Entry.<FigureCell, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_BARS)
            .toList();
    long floor = release.floors().getOrDefault(table, Release.LEAST);
    text(body, 8, top, table.label() + (bars.isEmpty() ? ": all figures are <" + floor : ""));
    long highest = bars.isEmpty() ? 1 : bars.getFirst().getValue();
    int y = top + ROW;
    for (Map.Entry<FigureCell, Long> bar : bars) {
      FigureCell cell = bar.getKey();
      String arrow = table == CountedBy.ROUTE ? " → " : " ";
      text(body, 24, y, cell.quarter() + " " + cell.region() + arrow + cell.value());
      double width = (double) bar.getValue() / highest * (WIDTH - LABELS - NUMBERS);
      body.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%s\" y=\"%s\" width=\"%.1f\" height=\"14\" fill=\"#00408a\"/>\n",
              LABELS,
              y - 12,
              width));
      text(body, (int) (LABELS + width + 6), y, String.valueOf(bar.getValue()));
      y += ROW;
    }
    return y + ROW;
  }

  private static void text(StringBuilder body, int x, int y, String text) {
    body.append("<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(x, y, text.replace("<", "&lt;")));
  }
}
