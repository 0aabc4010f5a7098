package org.vigie.classifier.sign;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small network that reads the words and concepts of a stretch of text in their order, and tells
 * what the text does with what it speaks of. It is asked beside {@link SignModel}, which weighs
 * each feature by itself.
 *
 * @param outcomes names, as those of {@link SignModel}
 * @param rows signed bytes, {@link SequenceLayers#WIDTH} for each place of {@link SignSteps}
 * @param scales what a byte of each row is worth
 * @param layers what reads the rows' sums
 */
public record SequenceModel(
    List<String> outcomes, byte[] rows, float[] scales, SequenceLayers layers) {
  /** The file in a model's folder. */
  public static final String FILE = "sequence.bin";

  private static final String ANEW =
      ": it is damaged, or of another version; type ./vigie train signs";

  private static final int MOST = 127;
  private static final int WIDTH = SequenceLayers.WIDTH;

  public SequenceModel {
    outcomes = List.copyOf(outcomes);
    if (rows.length != SignSteps.PLACES * WIDTH || scales.length != SignSteps.PLACES) {
      throw new IllegalArgumentException(
          "a network needs %d rows, but has %d".formatted(SignSteps.PLACES, scales.length));
    }
  }

  /**
   * Returns a model of learnt numbers.
   *
   * @param table {@link SequenceLayers#WIDTH} numbers for each place
   */
  public static SequenceModel of(List<String> outcomes, float[] table, SequenceLayers layers) {
    byte[] rows = new byte[table.length];
    float[] scales = new float[table.length / WIDTH];
    for (int row = 0; row < scales.length; row++) {
      float largest = 0;
      for (int d = 0; d < WIDTH; d++) {
        largest = Math.max(largest, Math.abs(table[row * WIDTH + d]));
      }
      scales[row] = largest / MOST;
      for (int d = 0; largest > 0 && d < WIDTH; d++) {
        rows[row * WIDTH + d] = (byte) Math.round(table[row * WIDTH + d] / scales[row]);
      }
    }
    return new SequenceModel(outcomes, rows, scales, layers);
  }

  /** Returns the place of an outcome, or -1 if it was not learnt. */
  public int outcome(String name) {
    return outcomes.indexOf(name);
  }

  /**
   * Returns the log-odds of each outcome.
   *
   * @param steps the places of each step, at least one step
   */
  public float[] logOdds(int[][] steps) {
    float[] sequence = new float[steps.length * WIDTH];
    for (int step = 0; step < steps.length; step++) {
      for (int place : steps[step]) {
        float scale = scales[place];
        for (int d = 0; d < WIDTH; d++) {
          sequence[step * WIDTH + d] += rows[place * WIDTH + d] * scale;
        }
      }
    }
    return layers.logOdds(layers.pool(sequence, steps.length).values());
  }

  /** Writes the model's file into its folder. */
  public void write(Path folder) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
      out.writeInt(outcomes.size());
      for (String outcome : outcomes) {
        out.writeUTF(outcome);
      }
      out.write(rows);
      for (float scale : scales) {
        out.writeFloat(scale);
      }
      for (float[] weights : layers.weights()) {
        for (float weight : weights) {
          out.writeFloat(weight);
        }
      }
    }
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if the file is none of it; names it
   */
  public static SequenceModel read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      if (count < 1 || count > 128) {
        throw new IllegalArgumentException(file + " must list 1 to 128 outcomes, not " + count);
      }
      List<String> outcomes = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        outcomes.add(in.readUTF());
      }
      byte[] rows = new byte[SignSteps.PLACES * WIDTH];
      in.readFully(rows);
      float[] scales = new float[SignSteps.PLACES];
      readFloats(in, scales, file);
      SequenceLayers layers = new SequenceLayers(count);
      for (float[] weights : layers.weights()) {
        readFloats(in, weights, file);
      }
      if (in.read() >= 0) {
        throw new IllegalArgumentException(
            file + " has more weights than it has layers for" + ANEW);
      }
      return new SequenceModel(outcomes, rows, scales, layers);
    } catch (EOFException e) {
      throw new IllegalArgumentException(file + " ends early" + ANEW, e);
    }
  }

  private static void readFloats(DataInputStream in, float[] values, Path file) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(file + " must hold numbers alone");
      }
    }
  }
}
