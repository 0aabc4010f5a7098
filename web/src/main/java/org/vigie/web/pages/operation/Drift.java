package org.vigie.web.pages.operation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * How far what came in the last week is from what came in the four weeks before.
 *
 * @param shift of the scores as population stability index, or empty if either is too small
 * @param bands share in per cent of adverts per tenth of risk: four weeks before, last week
 * @param features indicators whose share of adverts moved most, the farthest first
 */
record Drift(String shift, List<ModelHealth.Band> bands, List<ModelHealth.Feature> features) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration BEFORE = Duration.ofDays(28);
  private static final int TENTHS = 10;
  private static final String INDICATOR = "indicator";

  /** More than the taxonomy has. */
  private static final int MOST_INDICATORS = 500;

  private static final int MOST_FEATURES = 20;

  /** Fewer adverts than this shift by chance alone. */
  private static final int FEWEST = 100;

  Drift {
    bands = List.copyOf(bands);
    features = List.copyOf(features);
  }

  /** Reads it from an index. */
  static Drift of(AdvertIndex index, Instant now, Duration timeout) throws IOException {
    long[] last = counts(index, now.minus(WEEK), now, timeout);
    long[] before = counts(index, now.minus(WEEK).minus(BEFORE), now.minus(WEEK), timeout);
    List<ModelHealth.Band> bands = new ArrayList<>();
    for (int i = 0; i < TENTHS; i++) {
      bands.add(
          new ModelHealth.Band(
              String.format(Locale.ROOT, "0.%d", i), share(before, i), share(last, i)));
    }
    return new Drift(shift(before, last), bands, features(index, now, timeout));
  }

  private static long[] counts(AdvertIndex index, Instant from, Instant to, Duration timeout)
      throws IOException {
    long[] counts = new long[TENTHS];
    for (int i = 0; i < TENTHS; i++) {
      String upper = i == TENTHS - 1 ? "" : String.format(Locale.ROOT, " risk<0.%d", i + 1);
      String query =
          String.format(Locale.ROOT, "risk>=0.%d%s after:%s before:%s", i, upper, from, to);
      counts[i] = index.search(ModelHealth.request(query, timeout)).total();
    }
    return counts;
  }

  private static long share(long[] counts, int tenth) {
    long all = sum(counts);
    return all == 0 ? 0 : Math.round(100.0 * counts[tenth] / all);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /**
   * The population stability index (Siddiqi 2006, Credit Risk Scorecards): the sum over tenths of
   * (p − q) ln(p / q). By custom, 0.1 is worth a look and 0.25 a change. Half an advert is added to
   * each tenth, so that an empty one counts as rare and not as impossible.
   */
  private static String shift(long[] before, long[] last) {
    if (sum(before) < FEWEST || sum(last) < FEWEST) {
      return "";
    }
    double shift = 0;
    for (int i = 0; i < TENTHS; i++) {
      double p = (last[i] + 0.5) / (sum(last) + 0.5 * TENTHS);
      double q = (before[i] + 0.5) / (sum(before) + 0.5 * TENTHS);
      shift += (p - q) * Math.log(p / q);
    }
    return Words.probability(shift);
  }

  /** Shares of indicators, which are features of the models, before and now. */
  private static List<ModelHealth.Feature> features(
      AdvertIndex index, Instant now, Duration timeout) throws IOException {
    SearchResult last = indicators(index, now.minus(WEEK), now, timeout);
    SearchResult before =
        indicators(index, now.minus(WEEK).minus(BEFORE), now.minus(WEEK), timeout);
    if (last.total() < FEWEST || before.total() < FEWEST) {
      return List.of();
    }
    Map<String, Double> moved = new TreeMap<>();
    for (SearchResult result : List.of(last, before)) {
      for (String indicator : result.facets().getOrDefault(INDICATOR, Map.of()).keySet()) {
        moved.put(indicator, Math.abs(part(last, indicator) - part(before, indicator)));
      }
    }
    return moved.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_FEATURES)
        .map(entry ->
            new ModelHealth.Feature(
                SafeText.line(entry.getKey()),
                percent(part(before, entry.getKey())),
                percent(part(last, entry.getKey()))))
        .toList();
  }

  private static SearchResult indicators(
      AdvertIndex index, Instant from, Instant to, Duration timeout) throws IOException {
    return index.search(
        new SearchRequest(
            "after:%s before:%s".formatted(from, to),
            0,
            0,
            SearchRequest.Order.NEWEST,
            MOST_INDICATORS,
            timeout));
  }

  private static double part(SearchResult result, String indicator) {
    return (double) result.facets().getOrDefault(INDICATOR, Map.of()).getOrDefault(indicator, 0L)
        / result.total();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
