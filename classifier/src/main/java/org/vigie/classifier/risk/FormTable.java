package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.classifier.weak.LabelModel;

/**
 * The weights of several models of forms under the numbers of one vocabulary, so that an advert is
 * walked once for all of them.
 */
final class FormTable {
  private static final int OUTCOMES = LabelModel.OUTCOMES.size();

  private final FormVocabulary vocabulary;
  private final float[][] weights;
  private final int bias;

  private FormTable(FormVocabulary vocabulary, float[][] weights) {
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.bias = vocabulary.ofOther(Feature.BIAS);
  }

  static FormTable of(List<FormWeights> models) {
    TreeSet<String> names = new TreeSet<>();
    names.add(Feature.BIAS);
    models.forEach(model -> names.addAll(model.features()));
    float[][] weights = new float[models.size()][OUTCOMES * names.size()];
    int number = 0;
    for (String name : names) {
      for (int model = 0; model < weights.length; model++) {
        for (int k = 0; k < OUTCOMES; k++) {
          weights[model][OUTCOMES * number + k] = models.get(model).table(k).weight(name);
        }
      }
      number++;
    }
    return new FormTable(FormVocabulary.of(names), weights);
  }

  static FormTable read(ImageIn in) {
    FormVocabulary vocabulary = FormVocabulary.of(in.texts());
    float[][] weights = new float[in.number()][];
    for (int model = 0; model < weights.length; model++) {
      int[] bits = in.ints();
      weights[model] = new float[bits.length];
      for (int i = 0; i < bits.length; i++) {
        weights[model][i] = Float.intBitsToFloat(bits[i]);
      }
    }
    return new FormTable(vocabulary, weights);
  }

  void write(ImageOut out) {
    out.texts(IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::name).toList());
    out.number(weights.length);
    for (float[] of : weights) {
      out.ints(IntStream.range(0, of.length).map(i -> Float.floatToRawIntBits(of[i])).toArray());
    }
  }

  FormVocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * Returns the raw score of each outcome by one model: the sum of what each feature adds.
   *
   * @param model its place among the models
   */
  double[] scores(int model, List<FormFeatures.Found> features) {
    double[] scores = new double[OUTCOMES];
    add(model, bias, 1, scores);
    for (FormFeatures.Found feature : features) {
      add(model, feature.number(), feature.value(), scores);
    }
    return scores;
  }

  private void add(int model, int feature, double value, double[] scores) {
    for (int k = 0; k < OUTCOMES; k++) {
      scores[k] += weights[model][OUTCOMES * feature + k] * value;
    }
  }

  /** Returns what each feature adds to the raw score of risk by one model, the bias first. */
  List<WeightTable.Contribution> contributions(int model, List<FormFeatures.Found> features) {
    List<WeightTable.Contribution> contributions = new ArrayList<>();
    contributions.add(
        new WeightTable.Contribution(
            new Feature(Feature.BIAS, 1, List.of()), weights[model][OUTCOMES * bias]));
    for (FormFeatures.Found feature : features) {
      float weight = weights[model][OUTCOMES * feature.number()];
      if (weight != 0) {
        contributions.add(
            new WeightTable.Contribution(feature.named(vocabulary), weight * feature.value()));
      }
    }
    return contributions;
  }
}
