package org.vigie.classifier.risk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.vigie.classifier.weak.LabelModel;

/**
 * The weights of a model of one form: for each of the {@linkplain LabelModel#OUTCOMES four
 * outcomes} a table in log-odds of that outcome against the others.
 *
 * <p>In the file: a signature, the four tables, a CRC-32. Nothing in it is executed, and every
 * length is checked before use.
 */
public final class FormWeights {
  private static final long SIGNATURE = 0x56494749454D4631L; // "VIGIEMF1"
  private static final long MAX_FILE = 32L << 20;
  private static final int OUTCOMES = LabelModel.OUTCOMES.size();

  private final List<WeightTable> tables;

  public FormWeights(List<WeightTable> tables) {
    if (tables.size() != OUTCOMES) {
      throw new IllegalArgumentException(
          "there must be a table for each of "
              + LabelModel.OUTCOMES
              + ", but are "
              + tables.size());
    }
    this.tables = List.copyOf(tables);
  }

  /** Returns the names of all features that have a weight. */
  public SortedSet<String> features() {
    SortedSet<String> features = new TreeSet<>();
    tables.forEach(table -> features.addAll(table.features()));
    return features;
  }

  /** Returns the vocabulary of its features. */
  public FormVocabulary vocabulary() {
    return FormVocabulary.of(features());
  }

  /** Returns the table of one outcome, by its place among the outcomes. */
  public WeightTable table(int outcome) {
    return tables.get(outcome);
  }

  /** Returns the raw score of each outcome: the sum of what each feature adds. */
  public double[] scores(List<Feature> features) {
    return tables.stream().mapToDouble(table -> table.score(features)).toArray();
  }

  /** Returns what each known feature adds to the raw score of risk, the bias first. */
  List<WeightTable.Contribution> contributions(List<Feature> features) {
    return tables.getFirst().contributions(features);
  }

  public void write(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(SIGNATURE);
    for (WeightTable table : tables) {
      FrontCodedTable.write(table, out);
    }
    out.writeInt((int) crc(bytes.toByteArray(), bytes.size()));
    Files.write(folder.resolve(ModelFile.NAME), bytes.toByteArray());
  }

  /**
   * Reads the weights of a model.
   *
   * @throws IllegalArgumentException if the file is no such model, cut off or altered; names it
   */
  public static FormWeights read(Path folder) throws IOException {
    Path file = folder.resolve(ModelFile.NAME);
    long size = Files.size(file);
    if (size < 28 || size > MAX_FILE) {
      throw new IllegalArgumentException(
          "the model %s must have 28 to %d bytes, but has %d".formatted(file, MAX_FILE, size));
    }
    try {
      return of(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the model " + file + " " + e.getMessage(), e);
    }
  }

  private static FormWeights of(byte[] bytes) throws IOException {
    int end = bytes.length - Integer.BYTES;
    ByteBuffer whole = ByteBuffer.wrap(bytes);
    if (whole.getLong(0) != SIGNATURE) {
      throw new IllegalArgumentException("must begin with the signature VIGIEMF1");
    }
    if (whole.getInt(end) != (int) crc(bytes, end)) {
      throw new IllegalArgumentException(
          "must end with the CRC-32 of what stands before, but it differs");
    }
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, Long.BYTES, end - Long.BYTES));
    List<WeightTable> tables = new ArrayList<>();
    for (int k = 0; k < OUTCOMES; k++) {
      tables.add(FrontCodedTable.read(in));
    }
    if (in.available() > 0) {
      throw new IllegalArgumentException(
          "must end after its last table, but %d bytes follow".formatted(in.available()));
    }
    return new FormWeights(tables);
  }

  private static long crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
