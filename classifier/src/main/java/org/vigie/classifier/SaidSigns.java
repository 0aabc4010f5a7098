package org.vigie.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;

/** Joins the signs that a text says to the indicators that words and fields show. */
final class SaidSigns {
  private SaidSigns() {}

  /** Returns the indicators in order of their ids, one each. */
  static List<Indicator> with(List<Indicator> shown, SignReading reading, Taxonomy taxonomy) {
    List<Sign> said = reading.said();
    if (said.isEmpty()) {
      return shown;
    }
    Set<String> rows = taxonomy.ids();
    SortedMap<String, Indicator> all = new TreeMap<>();
    shown.forEach(indicator -> all.put(indicator.id(), indicator));
    for (Sign sign : said) {
      if (rows.contains(sign.row())) {
        all.merge(
            sign.row(),
            taxonomy.indicator(sign.row(), sign.spans(), Finding.of("said-in-text")),
            SaidSigns::joined);
      }
    }
    return List.copyOf(all.values());
  }

  /** What both show is shown once, where each found it. */
  private static Indicator joined(Indicator shown, Indicator said) {
    List<Span> spans = new ArrayList<>(shown.spans());
    for (Span span : said.spans()) {
      if (spans.stream().noneMatch(span::overlaps)) {
        spans.add(span);
      }
    }
    spans.sort(java.util.Comparator.comparingInt(Span::start));
    return shown.at(spans);
  }
}
