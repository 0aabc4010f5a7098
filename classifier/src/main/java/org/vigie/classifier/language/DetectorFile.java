package org.vigie.classifier.language;

import java.io.IOException;
import java.io.InputStream;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;

/** OpenNLP's language model as its artifact ships it. */
final class DetectorFile {
  private static final String MODEL = "/langdetect-183.bin";

  private DetectorFile() {}

  /** Returns the weights of the whole model, as OpenNLP keeps them. */
  static Object[] dataStructures() {
    return ((AbstractModel) model().getMaxentModel()).getDataStructures();
  }

  /** Reads the whole model. */
  static LanguageDetectorModel model() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException(
            "the language model "
                + MODEL
                + " must be on the class path (opennlp-models-langdetect)");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new IllegalStateException("the language model " + MODEL + " can't be read", e);
    }
  }
}
