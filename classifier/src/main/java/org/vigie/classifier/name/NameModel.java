package org.vigie.classifier.name;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.maxent.MaxentFile;

/** The file of the finder's weights, as OpenNLP writes a maximum-entropy model. */
public record NameModel(QNModel weights) {
  public static final String NAME = "model.bin";

  /** One candidate is followed: names are short, and a second one changed no result. */
  private static final int BEAM = 1;

  public void write(Path folder) throws IOException {
    MaxentFile.write(weights, folder.resolve(NAME));
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if it is none; names the file
   */
  public static NameModel read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    QNModel weights = MaxentFile.read(file);
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < weights.getNumOutcomes(); i++) {
      outcomes.add(weights.getOutcome(i));
    }
    if (!new BioCodec().areOutcomesCompatible(outcomes.toArray(String[]::new))) {
      throw new IllegalArgumentException(
          "the model %s must have outcomes of a name finder, but has %s".formatted(file, outcomes));
    }
    return new NameModel(weights);
  }

  /** Returns OpenNLP's finder with these weights, which is told of words by some features. */
  NameFinderME finder(NameFeatures features) {
    return new NameFinderME(new WithFeatures(weights, features));
  }

  /**
   * A model whose factory is at hand: OpenNLP makes one anew of the name that a model notes, and
   * only in packages that were allowed to it for the whole of the process.
   */
  private static final class WithFeatures extends TokenNameFinderModel {
    private final QNModel model;
    private final @Nullable TokenNameFinderFactory factory;

    WithFeatures(QNModel weights, NameFeatures features) {
      super(
          "und",
          weights,
          BEAM,
          null,
          Map.of(),
          Map.of(),
          new BioCodec(),
          new TokenNameFinderFactory());
      this.model = weights;
      this.factory =
          new TokenNameFinderFactory() {
            @Override
            public NameContextGenerator createContextGenerator() {
              return features;
            }
          };
    }

    @Override
    public SequenceClassificationModel getNameFinderSequenceModel() {
      return new BeamSearch(BEAM, new FreshSums(model));
    }

    /** Returns the one of before while the model is still being made, which asks for it. */
    @Override
    public TokenNameFinderFactory getFactory() {
      return factory == null ? super.getFactory() : factory;
    }
  }

  /**
   * A model that starts each sum at zero. A {@link QNModel} adds to what stands in the array that
   * it is handed, and beam search hands it the same one for each word, so that what is found in an
   * advert would depend on all that was read before.
   */
  private record FreshSums(MaxentModel model) implements MaxentModel {
    @Override
    public double[] eval(String[] context) {
      return model.eval(context);
    }

    @Override
    public double[] eval(String[] context, double[] sums) {
      Arrays.fill(sums, 0);
      return model.eval(context, sums);
    }

    @Override
    public double[] eval(String[] context, float[] values) {
      return model.eval(context, values);
    }

    @Override
    public String getBestOutcome(double[] outcomes) {
      return model.getBestOutcome(outcomes);
    }

    @Override
    public String getAllOutcomes(double[] outcomes) {
      return model.getAllOutcomes(outcomes);
    }

    @Override
    public String getOutcome(int index) {
      return model.getOutcome(index);
    }

    @Override
    public int getIndex(String outcome) {
      return model.getIndex(outcome);
    }

    @Override
    public int getNumOutcomes() {
      return model.getNumOutcomes();
    }
  }
}
