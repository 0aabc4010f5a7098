package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.GroupFeatures;
import org.vigie.classifier.risk.GroupModel;
import org.vigie.classifier.risk.GroupWeights;
import org.vigie.classifier.risk.Platt;
import org.vigie.classifier.risk.WeightTable;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;

/**
 * The training of the model of groups on invented ones, whose truth is what a generator planted: a
 * maximum-entropy model, calibrated on languages that it was not trained on, measured on groups of
 * another seed and another half of the wording.
 */
public final class GroupTraining {
  private static final long SEED = 1;

  /** Few features and many groups: a stronger penalty changes nothing that is held out. */
  private final TrainingSettings settings = new TrainingSettings(1, 3, 200, false);

  private GroupTraining() {}

  /** Returns the training with the settings that the published model was made with. */
  public static GroupTraining withDefaults() {
    return new GroupTraining();
  }

  /**
   * Trains, measures and writes a model under the models folder.
   *
   * @param examples invented groups, some of them held out
   * @param models the models folder
   * @param name the model's folder in it; the manifest lists it, and puts it in use if none is yet
   * @return what was measured on the groups held out
   */
  public ScoredSet train(List<GroupExample> examples, Path models, String name) throws IOException {
    RiskTraining.requireName(name);
    Taxonomy taxonomy = Taxonomy.load(models);
    GroupFeatures features = new GroupFeatures(taxonomy);
    List<GroupExample> seen = examples.stream().filter(e -> !e.heldOut()).toList();
    List<GroupExample> held = examples.stream().filter(GroupExample::heldOut).toList();
    TrainingSet set = set(seen, features);
    GroupWeights weights = new GroupWeights(train(set), calibrator(set, seen));
    ScoredSet measured = measured(held, new GroupModel(name, weights, taxonomy));

    Path folder = Files.createDirectories(models.resolve(name));
    weights.write(folder);
    ExpectedScoresFile.write(GroupScores.compute(new GroupModel(name, weights, taxonomy)), folder);
    Files.writeString(
        folder.resolve("card.md"),
        new GroupCard(name, taxonomy.version(), settings).text(weights, seen, held, measured));
    sheet(name, examples, seen, models).write(folder);
    Manifest manifest = Manifest.readOrEmpty(models).with(models, name);
    boolean first = !manifest.active().containsKey(GroupModel.FORM);
    (first ? manifest.withActive(GroupModel.FORM, name) : manifest).write(models);
    return measured;
  }

  private static TrainingSet set(List<GroupExample> examples, GroupFeatures features) {
    List<LabelledAdvert> groups = new ArrayList<>();
    List<List<Feature>> weighed = new ArrayList<>();
    for (GroupExample example : examples) {
      groups.add(new LabelledAdvert(example.id(), example.isRisky(), example.language(), ""));
      weighed.add(features.features(example.facts()));
    }
    if (groups.stream().map(LabelledAdvert::risk).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "training the model of groups needs risky ones and others, but all %d are alike"
              .formatted(groups.size()));
    }
    return new TrainingSet(groups, weighed);
  }

  /**
   * Trains, and again without those warning signs that came out as lowering the risk, until none
   * does: in invented data a sign that most groups show takes weight from those that tell, and a
   * published warning sign must not speak for a group.
   */
  private WeightTable train(TrainingSet set) throws IOException {
    TrainingSet none = new TrainingSet(List.of(), List.of());
    TrainingSet weighed = set;
    while (true) {
      WeightTable table = new WeightTable(new MaxentTrainer(settings).train(weighed, none));
      Set<String> lowering =
          table.features().stream()
              .filter(name -> GroupFeatures.isSign(name) && table.weight(name) < 0)
              .collect(Collectors.toSet());
      if (lowering.isEmpty()) {
        return table;
      }
      weighed = without(lowering, weighed);
    }
  }

  private static TrainingSet without(Set<String> names, TrainingSet set) {
    return new TrainingSet(
        set.adverts(),
        set.features().stream()
            .map(features -> features.stream().filter(f -> !names.contains(f.name())).toList())
            .toList());
  }

  /** Fits the calibrator on scores of groups whose language was not trained on. */
  private Platt calibrator(TrainingSet set, List<GroupExample> seen) throws IOException {
    int[] foldOf = GroupedFolds.of(set.adverts(), CrossValidation.FOLDS, SEED);
    double[] scores = new double[seen.size()];
    for (int fold = 0; fold < CrossValidation.FOLDS; fold++) {
      WeightTable table = train(set.part(foldOf, fold, false));
      for (int i = 0; i < scores.length; i++) {
        if (foldOf[i] == fold) {
          scores[i] = table.score(set.features().get(i));
        }
      }
    }
    return Platt.fit(scores, set.truth());
  }

  private static ScoredSet measured(List<GroupExample> held, GroupModel model) {
    return new ScoredSet(
        held.stream()
            .map(example -> {
              var assessment = model.assess(example.facts());
              return new Scored(
                  example.id(),
                  example.id(),
                  example.language(),
                  example.isRisky(),
                  assessment.logOdds(),
                  assessment.riskProbability(),
                  assessment.riskProbability() >= 0.5);
            })
            .toList());
  }

  private static DataSheet sheet(
      String name, List<GroupExample> all, List<GroupExample> seen, Path models)
      throws IOException {
    TreeMap<String, String> data = new TreeMap<>();
    data.put("invented groups", GroupExample.hash(all));
    return new DataSheet(
        data,
        DataSheet.tunedBut(models, GroupModel.FORM),
        (int) seen.stream().mapToLong(e -> e.facts().adverts()).sum(),
        (int) seen.stream().filter(GroupExample::isRisky).count(),
        seen.size(),
        "./vigie train group --name " + name);
  }
}
