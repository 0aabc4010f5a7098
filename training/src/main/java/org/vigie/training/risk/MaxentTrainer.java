package org.vigie.training.risk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.vigie.classifier.risk.Feature;

/**
 * Trains a maximum-entropy model of two outcomes with OpenNLP and returns it as weights in
 * log-odds, so that what a feature adds to a score can be read off.
 */
public final class MaxentTrainer {
  private static final String RISK = "risk";
  private static final String ORDINARY = "ordinary";

  /** Present in every event: its weight is the score of an advert with no known feature. */
  public static final String BIAS = "bias";

  private final TrainingSettings settings;

  MaxentTrainer(TrainingSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns feature → weight in log-odds, in alphabetical order.
   *
   * @param labelled adverts by which features are chosen and scaled
   * @param background ordinary adverts of elsewhere, which only lower the weights of what is common
   *     there: a feature found in them alone would tell places apart, not risk
   */
  SortedMap<String, Float> train(TrainingSet labelled, TrainingSet background) throws IOException {
    Set<String> frequent = frequent(labelled);
    Map<String, Double> ratios = settings.logRatios() ? LogRatios.of(labelled, frequent) : Map.of();
    List<Event> events = new ArrayList<>();
    TrainingSet all = labelled.with(background);
    for (int i = 0; i < all.size(); i++) {
      events.add(event(all.features().get(i), all.adverts().get(i).risk(), frequent, ratios));
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put("Iterations", settings.iterations());
    parameters.put("Cutoff", 0);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, settings.l2());
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    OnePassRealValueDataIndexer indexer = new OnePassRealValueDataIndexer();
    Map<String, String> report = new HashMap<>();
    indexer.init(parameters, report);
    try (ObjectStream<Event> stream = ObjectStreamUtils.createObjectStream(events)) {
      indexer.index(stream);
    }
    QNTrainer trainer = new QNTrainer(parameters);
    trainer.init(parameters, report);
    return weights(trainer.trainModel(settings.iterations(), indexer), ratios);
  }

  private Event event(
      List<Feature> features, boolean risk, Set<String> frequent, Map<String, Double> ratios) {
    List<String> names = new ArrayList<>();
    List<Float> values = new ArrayList<>();
    names.add(BIAS);
    values.add(1f);
    for (Feature feature : features) {
      double scale = feature.isOfWords() ? ratios.getOrDefault(feature.name(), 1.0) : 1.0;
      if (frequent.contains(feature.name()) && scale != 0) {
        names.add(feature.name());
        values.add((float) (feature.value() * Math.abs(scale)));
      }
    }
    float[] raw = new float[values.size()];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = values.get(i);
    }
    return new Event(risk ? RISK : ORDINARY, names.toArray(String[]::new), raw);
  }

  /**
   * A feature of one campaign says more about the campaign than about fraud: it must be in several.
   */
  private Set<String> frequent(TrainingSet set) {
    List<Integer> byGroup =
        IntStream.range(0, set.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> set.adverts().get(i).group()))
            .toList();
    Map<String, Seen> seenOf = new HashMap<>();
    for (int i : byGroup) {
      String group = set.adverts().get(i).group();
      for (Feature feature : set.features().get(i)) {
        seenOf.computeIfAbsent(feature.name(), n -> new Seen()).in(group);
      }
    }
    Set<String> frequent = new HashSet<>();
    seenOf.forEach((name, seen) -> {
      if (seen.groups >= settings.cutoff()) {
        frequent.add(name);
      }
    });
    return frequent;
  }

  /** In how many campaigns a feature was seen, one campaign after the other. */
  private static final class Seen {
    private int groups;
    private String last = "";

    void in(String group) {
      if (groups == 0 || !group.equals(last)) {
        groups++;
        last = group;
      }
    }
  }

  private static SortedMap<String, Float> weights(QNModel model, Map<String, Double> ratios) {
    Object[] parts = model.getDataStructures();
    @SuppressWarnings("unchecked")
    Map<String, Context> contexts = (Map<String, Context>) parts[1];
    int risk = model.getIndex(RISK);
    SortedMap<String, Float> weights = new TreeMap<>();
    contexts.forEach((name, context) -> {
      double logOdds = 0;
      for (int i = 0; i < context.getOutcomes().length; i++) {
        double weight = context.getParameters()[i];
        logOdds += context.getOutcomes()[i] == risk ? weight : -weight;
      }
      boolean words = Feature.isOfWords(name);
      double scale = words ? Math.abs(ratios.getOrDefault(name, 1.0)) : 1.0;
      weights.put(name, (float) (logOdds * scale));
    });
    return weights;
  }
}
