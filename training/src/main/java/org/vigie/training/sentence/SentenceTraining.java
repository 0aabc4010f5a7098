package org.vigie.training.sentence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sentence.Sentence;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.classifier.sentence.SentenceModel;

/**
 * The training of the sentence categoriser on invented sentences: measures on others, of templates
 * apart, and writes the same bytes each time.
 */
public final class SentenceTraining {
  private static final int FOLDS = 5;
  private static final int ITERATIONS = 100;
  private static final int CUTOFF = 2;
  private static final double L2 = 1;

  /**
   * Share of sentences that say a sign which may be taken for something else, on folds apart: under
   * the twentieth that the figure promised of sentences not trained on allows.
   */
  private static final double TOLERATED = 0.04;

  private static final Pattern MODEL = Pattern.compile("[a-z][a-z0-9-]{0,59}+");

  private final SentenceTemplates templates;

  private SentenceTraining(SentenceTemplates templates) {
    this.templates = templates;
  }

  /** Returns the training on the sentences that the classifier brings along. */
  public static SentenceTraining load() throws IOException {
    return new SentenceTraining(SentenceTemplates.load());
  }

  /**
   * Trains, measures and writes a model under the models folder; the manifest lists it, and puts it
   * in use if no sentence categoriser is yet.
   *
   * @param name the model's folder, such as {@code sentences-2}
   * @throws IllegalArgumentException if the name is not of small letters, digits and hyphens
   */
  public void train(Path models, String name) throws IOException {
    if (!MODEL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a model's name needs 1 to 60 small letters, digits and hyphens, but was '%s'"
              .formatted(name));
    }
    Path folder = Files.createDirectories(models.resolve(name));
    SentenceModel model = train();
    model.write(folder);
    ExpectedScoresFile.write(ExpectedSentences.compute(new SentenceCategorizer(model)), folder);
    Files.writeString(
        folder.resolve("card.md"), SentenceCard.of(name, model, templates.train(), apart()));
    writeSheet(name, folder);
    Manifest manifest = Manifest.readOrEmpty(models).with(models, name);
    boolean first = !manifest.active().containsKey(SentenceCategorizer.FORM);
    (first ? manifest.withActive(SentenceCategorizer.FORM, name) : manifest).write(models);
  }

  private List<Sentence> apart() {
    return templates.apart();
  }

  SentenceModel train() throws IOException {
    List<Sentence> sentences = templates.train();
    return new SentenceModel(
        weights(sentences),
        threshold(sentences),
        Set.copyOf(templates.languages()),
        Set.copyOf(templates.indicators()));
  }

  /** Returns the weights of the categoriser of some sentences. */
  private static QNModel weights(List<Sentence> sentences) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    List<DocumentSample> samples = new ArrayList<>();
    for (Sentence sentence : sentences) {
      samples.add(new DocumentSample(sentence.stance().label(), sentence.mention().features()));
    }
    try (ObjectStream<DocumentSample> stream = ObjectStreamUtils.createObjectStream(samples)) {
      DoccatModel model =
          DocumentCategorizerME.train("und", stream, parameters, SentenceModel.factory());
      return (QNModel) model.getMaxentModel();
    }
  }

  /**
   * Returns the lowest probability, at least one half, from which at most {@link #TOLERATED} of the
   * sentences that say a sign would be taken to deny or report it, each judged by a categoriser
   * that has seen no sentence of its template.
   */
  private double threshold(List<Sentence> sentences) throws IOException {
    List<String> order = sentences.stream().map(Sentence::template).distinct().toList();
    double[] notSaid = new double[sentences.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      SentenceCategorizer categorizer =
          new SentenceCategorizer(
              new SentenceModel(
                  weights(
                      sentences.stream()
                          .filter(s -> order.indexOf(s.template()) % FOLDS != left)
                          .toList()),
                  1,
                  Set.of(),
                  Set.of()));
      for (int i = 0; i < notSaid.length; i++) {
        if (order.indexOf(sentences.get(i).template()) % FOLDS == fold) {
          notSaid[i] = categorizer.notSaid(sentences.get(i).mention());
        }
      }
    }
    double[] said = new double[notSaid.length];
    int count = 0;
    for (int i = 0; i < notSaid.length; i++) {
      if (sentences.get(i).isSaid()) {
        said[count++] = notSaid[i];
      }
    }
    Arrays.sort(said, 0, count);
    int tolerated = (int) (TOLERATED * count);
    return Math.min(1, Math.max(0.5, Math.nextUp(said[count - 1 - tolerated])));
  }

  private void writeSheet(String name, Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("command", "./vigie train sentences --name " + name);
    root.putObject("data").put(SentenceTemplates.FILE, templates.hash());
    Files.writeString(
        folder.resolve("data-sheet.json"),
        json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }
}
