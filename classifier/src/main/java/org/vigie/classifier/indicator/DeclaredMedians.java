package org.vigie.classifier.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Indicator;

/**
 * The medians of what adverts declare as pay and as price, in euro per hour by country: what {@code
 * medians.yaml} is filled with where an operator has no official figures.
 *
 * <p>Pay is that of adverts with a field {@code salary}; a price that of adverts with a field
 * {@code price} and a sign of sexual services, which is whom SX-12 looks at. Adverts of the same
 * site with the same declared amount and text are one advert already.
 */
public final class DeclaredMedians {
  /** A median of fewer adverts says little of a country. */
  public static final int LEAST_ADVERTS = 30;

  private final SortedMap<String, List<Double>> pay = new TreeMap<>();
  private final SortedMap<String, List<Double>> price = new TreeMap<>();

  /** Counts what an advert declares in euro, if it declares its country. */
  public void add(Advert advert, List<Indicator> indicators) {
    String country = advert.country().toUpperCase(Locale.ROOT);
    if (country.length() != 2) {
      return;
    }
    keep(pay, country, EuroPerHour.of(advert.fields().getOrDefault("salary", ""), ""));
    if (indicators.stream().anyMatch(found -> found.id().startsWith("SX-"))) {
      keep(price, country, EuroPerHour.of(advert.fields().getOrDefault("price", ""), "hour"));
    }
  }

  private static void keep(
      SortedMap<String, List<Double>> amounts, String country, OptionalDouble amount) {
    if (amount.isPresent()) {
      amounts.computeIfAbsent(country, c -> new ArrayList<>()).add(amount.getAsDouble());
    }
  }

  /**
   * Returns the text of a {@code medians.yaml}: a line for each country with enough adverts, its
   * number of adverts beside it.
   *
   * @param source where the adverts are from and when they were counted, for the first line
   */
  public String yaml(String source) {
    return "# Medians of what adverts declare, in euro per hour by ISO 3166-1 code; %s.\n"
            .formatted(source)
        + "# A country with fewer than %d such adverts is left out, and not judged.\n"
            .formatted(LEAST_ADVERTS)
        + "# Pay that adverts declare is no official median: write that of a statistical office in its place"
        + " where there is one.\n"
        + "pay:\n  multiple: 3\n"
        + hour(pay)
        + "price:\n  share: 0.4\n"
        + hour(price);
  }

  private static String hour(SortedMap<String, List<Double>> amounts) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, List<Double>> country : amounts.entrySet()) {
      List<Double> sorted = country.getValue().stream().sorted().toList();
      if (sorted.size() >= LEAST_ADVERTS) {
        lines.append(
            String.format(
                Locale.ROOT,
                "    %s: %.2f # %d adverts\n",
                country.getKey(),
                median(sorted),
                sorted.size()));
      }
    }
    return lines.isEmpty() ? "  hour: {}\n" : "  hour:\n" + lines;
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
