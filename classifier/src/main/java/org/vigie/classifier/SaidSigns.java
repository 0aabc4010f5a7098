package org.vigie.classifier;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Polarity;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;

/** Joins the signs that a text says to the indicators that words and fields show. */
final class SaidSigns {
  private SaidSigns() {}

  /** Returns the indicators in order of their ids, one each. */
  static List<Indicator> with(List<Indicator> shown, SignReading reading, Taxonomy taxonomy) {
    if (reading.signs().isEmpty()) {
      return shown;
    }
    Set<Family> notSaid = notSaid(reading);
    SortedMap<String, Indicator> all = new TreeMap<>();
    for (Indicator indicator : shown) {
      if (indicator.minorRisk() || !isOfText(indicator, notSaid)) {
        all.put(indicator.id(), indicator);
      }
    }
    Set<String> rows = taxonomy.ids();
    for (Sign sign : reading.said()) {
      if (rows.contains(sign.row())) {
        all.merge(
            sign.row(),
            taxonomy.indicator(sign.row(), sign.spans(), Finding.of("said-in-text")),
            SaidSigns::joined);
      }
    }
    return List.copyOf(all.values());
  }

  /** Returns the families that the text asks of or denies, and nowhere says. */
  private static Set<Family> notSaid(SignReading reading) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Sign sign : reading.signs()) {
      if (sign.polarity() == Polarity.ASKED || sign.polarity() == Polarity.DENIED) {
        families.add(sign.family());
      }
    }
    for (Sign sign : reading.signs()) {
      if (sign.polarity() != Polarity.ASKED && sign.polarity() != Polarity.DENIED) {
        families.remove(sign.family());
      }
    }
    return families;
  }

  /** Returns whether a phrase of the text shows a row of some families. */
  private static boolean isOfText(Indicator indicator, Set<Family> families) {
    return !indicator.spans().isEmpty()
        && Family.ofRow(indicator.id()).filter(families::contains).isPresent();
  }

  /** What both show is shown once, where each found it. */
  private static Indicator joined(Indicator shown, Indicator said) {
    return shown.at(Span.joined(shown.spans(), said.spans()));
  }
}
