package org.vigie.pipeline.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Evidence;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.text.finding.SignLines;

/**
 * The scored indicators that at least half of some adverts show: what they have in common, and not
 * what one of them happens to say.
 *
 * @param rows indicator → adverts that show it, those of the most adverts first
 * @param adverts how many adverts there are
 */
public record Recurring(List<Map.Entry<Indicator, Long>> rows, long adverts) {
  /** Signs that a headline names. */
  private static final int NAMED = 3;

  public Recurring {
    rows = List.copyOf(rows);
  }

  /**
   * Returns those of some adverts.
   *
   * @param counts indicator id → adverts that show it
   * @param adverts how many adverts there are
   */
  public static Recurring of(Map<String, Long> counts, long adverts, Taxonomy taxonomy) {
    Map<String, Long> half = new TreeMap<>(counts);
    half.values().removeIf(times -> times * 2 < adverts);
    return any(half, adverts, taxonomy);
  }

  /** Returns all that some adverts show, in the same order, however few do. */
  static Recurring any(Map<String, Long> counts, long adverts, Taxonomy taxonomy) {
    List<Map.Entry<Indicator, Long>> rows = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> Map.entry(taxonomy.indicator(entry.getKey()), entry.getValue()))
        .filter(entry -> entry.getKey().scored())
        .forEach(rows::add);
    return new Recurring(rows, adverts);
  }

  public int size() {
    return rows.size();
  }

  /** Returns how many different categories there are. */
  public int categories() {
    Set<String> categories = new TreeSet<>();
    rows.forEach(row -> categories.add(row.getKey().category()));
    return categories.size();
  }

  /** Returns the names of the first few. */
  public List<Finding> names() {
    return rows.stream().limit(NAMED).map(row -> SignLines.name(row.getKey())).toList();
  }

  /** Returns a line for each. */
  public List<AlertLine> reasons() {
    return rows.stream()
        .map(row -> SignLines.inAdverts(row.getKey(), row.getValue(), adverts))
        .toList();
  }

  /** Returns those pieces of evidence that are about one of them, in their order. */
  public List<Evidence> among(Collection<Evidence> evidence) {
    List<Evidence> about = new ArrayList<>();
    for (Map.Entry<Indicator, Long> row : rows) {
      evidence.stream().filter(e -> e.indicator().equals(row.getKey().id())).forEach(about::add);
    }
    return about;
  }
}
