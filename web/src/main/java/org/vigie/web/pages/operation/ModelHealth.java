package org.vigie.web.pages.operation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Outcome;
import org.vigie.casework.Judgement;
import org.vigie.casework.Opinion;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.training.evaluation.PrecisionRecall;
import org.vigie.training.evaluation.Reliability;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;

/**
 * How the models fare on what comes in and on what people judged.
 *
 * @param models each model that assessed a judged advert, by its name
 * @param shift how far the scores of the last week are from those of the four weeks before, as
 *     population stability index, or empty if either is too small
 * @param bands share in per cent of adverts per tenth of risk: four weeks before, last week
 * @param features indicators whose share of adverts moved most, the farthest first
 * @param alerts day → alerts of that day, the newest first
 * @param budget most alerts of one rule in a day
 * @param rules rules with alerts of the last week, the busiest first
 * @param undecided adverts on which the models abstain: the queue for labelling
 */
public record ModelHealth(
    List<Model> models,
    String shift,
    List<Band> bands,
    List<Feature> features,
    Map<String, Long> alerts,
    int budget,
    List<RuleAlerts> rules,
    long undecided) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration BEFORE = Duration.ofDays(28);
  private static final int TENTHS = 10;
  private static final int DAYS = 14;
  private static final String INDICATOR = "indicator";

  /** More than the taxonomy has. */
  private static final int MOST_INDICATORS = 500;

  private static final int MOST_FEATURES = 20;

  /** Fewer adverts than this shift by chance alone. */
  private static final int FEWEST = 100;

  public ModelHealth {
    models = List.copyOf(models);
    bands = List.copyOf(bands);
    features = List.copyOf(features);
    rules = List.copyOf(rules);
  }

  /**
   * A model against what people judged.
   *
   * @param name its name and version
   * @param adverts judged adverts that it assessed
   * @param risky those of them that a person found worth following
   * @param averagePrecision of its ranking, or empty if there is nothing of one kind
   * @param calibrationError of its probabilities
   * @param reliability the tenths that hold adverts
   * @param curve precision and recall at each probability
   */
  public record Model(
      String name,
      int adverts,
      int risky,
      String averagePrecision,
      String calibrationError,
      List<Reliability.Bin> reliability,
      List<PrecisionRecall.Point> curve) {
    /** Returns the reliability as points of a drawing of 100 by 100. */
    public String reliabilityPoints() {
      return reliability.stream()
          .map(bin -> at(bin.probability(), bin.risky()))
          .collect(Collectors.joining(" "));
    }

    /** Returns precision over recall as points of a drawing of 100 by 100. */
    public String curvePoints() {
      return curve.stream()
          .map(point -> at(point.recall(), point.precision()))
          .collect(Collectors.joining(" "));
    }

    private static String at(double across, double up) {
      return String.format(Locale.ROOT, "%.1f,%.1f", 100 * across, 100 - 100 * up);
    }
  }

  /** Returns a share with two decimals. */
  public static String shown(double share) {
    return Words.probability(share);
  }

  /**
   * A tenth of risk.
   *
   * @param before share of the adverts of the four weeks before, in per cent
   * @param last share of the adverts of the last week, in per cent
   */
  public record Band(String from, long before, long last) {}

  /**
   * An indicator, as the models' features are.
   *
   * @param before share of the adverts of the four weeks before that show it, in per cent
   * @param last share of the adverts of the last week, in per cent
   */
  public record Feature(String indicator, String before, String last) {}

  /** Reads how models fare from an index and from what people said of adverts. */
  static ModelHealth of(
      AdvertIndex index, List<Judgement> judgements, int budget, Instant now, Duration timeout)
      throws IOException {
    long[] last = counts(index, now.minus(WEEK), now, timeout);
    long[] before = counts(index, now.minus(WEEK).minus(BEFORE), now.minus(WEEK), timeout);
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < TENTHS; i++) {
      bands.add(new Band(String.format(Locale.ROOT, "0.%d", i), share(before, i), share(last, i)));
    }
    return new ModelHealth(
        models(index, judgements),
        shift(before, last),
        bands,
        features(index, now, timeout),
        alerts(index),
        budget,
        RuleAlerts.of(index, budget, now),
        index.search(request("outcome:" + Outcome.UNDETERMINED.label(), timeout)).total());
  }

  private static SearchRequest request(String query, Duration timeout) {
    return new SearchRequest(query, 0, 0, SearchRequest.Order.NEWEST, 0, timeout);
  }

  private static long[] counts(AdvertIndex index, Instant from, Instant to, Duration timeout)
      throws IOException {
    long[] counts = new long[TENTHS];
    for (int i = 0; i < TENTHS; i++) {
      String upper = i == TENTHS - 1 ? "" : String.format(Locale.ROOT, " risk<0.%d", i + 1);
      String query =
          String.format(Locale.ROOT, "risk>=0.%d%s after:%s before:%s", i, upper, from, to);
      counts[i] = index.search(request(query, timeout)).total();
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
  private static List<Feature> features(AdvertIndex index, Instant now, Duration timeout)
      throws IOException {
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
            new Feature(
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

  private static Map<String, Long> alerts(AdvertIndex index) throws IOException {
    TreeMap<Long, Long> days = new TreeMap<>();
    index
        .alertsByRuleAndDay()
        .values()
        .forEach(rule -> rule.forEach((day, alerts) -> days.merge(day, alerts, Long::sum)));
    Map<String, Long> newest = new LinkedHashMap<>();
    days.descendingMap().entrySet().stream()
        .limit(DAYS)
        .forEach(day -> newest.put(LocalDate.ofEpochDay(day.getKey()).toString(), day.getValue()));
    return newest;
  }

  /** The newest view on an advert counts; one that decides nothing counts for nothing. */
  private static List<Model> models(AdvertIndex index, List<Judgement> judgements)
      throws IOException {
    Map<String, Judgement> newest = new TreeMap<>();
    judgements.forEach(judgement -> newest.put(judgement.subject().id(), judgement));
    Map<String, List<Scored>> byModel = new TreeMap<>();
    for (Judgement judgement : newest.values()) {
      Optional<AssessedAdvert> advert = index.findAdvert(judgement.subject().id());
      Optional<Boolean> risky = isRisky(judgement.opinion());
      if (advert.isPresent() && risky.isPresent()) {
        for (Assessment assessment : advert.get().assessments()) {
          byModel
              .computeIfAbsent(assessment.model(), name -> new ArrayList<>())
              .add(scored(advert.get(), assessment, risky.get()));
        }
      }
    }
    List<Model> models = new ArrayList<>();
    byModel.forEach((name, adverts) -> models.add(model(name, new ScoredSet(adverts))));
    return models;
  }

  private static Optional<Boolean> isRisky(Opinion opinion) {
    return switch (opinion) {
      case LEAD, POSSIBLE_VICTIM, SUSPECTED -> Optional.of(true);
      case NOTHING -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Scored scored(AssessedAdvert advert, Assessment assessment, boolean risky) {
    double probability = assessment.riskProbability();
    return new Scored(
        advert.advert().id(),
        advert.advert().id(),
        advert.language(),
        risky,
        assessment.rawScore(),
        probability,
        assessment.outcome() == Outcome.RISK);
  }

  private static Model model(String name, ScoredSet set) {
    boolean both = set.risky() > 0 && set.risky() < set.adverts().size();
    return new Model(
        name,
        set.adverts().size(),
        set.risky(),
        both ? Words.probability(set.averagePrecision()) : "",
        Words.probability(set.calibrationError()),
        Reliability.of(set),
        set.risky() > 0 ? PrecisionRecall.of(set) : List.of());
  }
}
