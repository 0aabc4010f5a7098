package org.vigie.classifier.maxent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import opennlp.tools.ml.maxent.io.BinaryQNModelReader;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;

/** The file of a maximum-entropy model as OpenNLP writes it. */
public final class MaxentFile {
  private static final long MAX_FILE = 32L << 20;

  private MaxentFile() {}

  /** Writes a model. */
  public static void write(QNModel weights, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new BinaryQNModelWriter(weights, new DataOutputStream(bytes)).persist();
    Files.write(file, bytes.toByteArray());
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if the file is none, or one that could not be asked; names it
   */
  public static QNModel read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MAX_FILE) {
      throw new IllegalArgumentException(
          "the model %s may have up to %d bytes, but has %d".formatted(file, MAX_FILE, size));
    }
    byte[] bytes = Files.readAllBytes(file);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      QNModel model = (QNModel) new BinaryQNModelReader(in).getModel();
      requireSound(model);
      return model;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "the model " + file + " must be a maximum-entropy model of OpenNLP, but isn't", e);
    }
  }

  /** What OpenNLP reads without a look: each weight must be finite, and of an outcome there is. */
  private static void requireSound(QNModel model) {
    @SuppressWarnings("unchecked")
    Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
    for (Context context : contexts.values()) {
      for (int outcome : context.getOutcomes()) {
        if (outcome < 0 || outcome >= model.getNumOutcomes()) {
          throw new IllegalArgumentException("a weight must be of an outcome, but is of none");
        }
      }
      for (double weight : context.getParameters()) {
        if (!Double.isFinite(weight)) {
          throw new IllegalArgumentException("a weight must be finite, but isn't");
        }
      }
    }
  }
}
