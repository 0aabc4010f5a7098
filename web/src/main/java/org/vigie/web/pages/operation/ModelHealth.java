package org.vigie.web.pages.operation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
  private static final int DAYS = 14;

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
    Drift drift = Drift.of(index, now, timeout);
    return new ModelHealth(
        models(index, judgements),
        drift.shift(),
        drift.bands(),
        drift.features(),
        alerts(index),
        budget,
        RuleAlerts.of(index, budget, now),
        index.search(request("outcome:" + Outcome.UNDETERMINED.label(), timeout)).total());
  }

  static SearchRequest request(String query, Duration timeout) {
    return new SearchRequest(query, 0, 0, SearchRequest.Order.NEWEST, 0, timeout);
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
