package org.vigie.capture.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Makes the {@link PdqHash} of a picture, by the steps of its published description: blur, shrink
 * to 64 by 64, take the 16 by 16 lowest frequencies but the constant one, and set a bit for each
 * that is above their median.
 */
public final class PdqHasher {
  /** Side of the picture that the transform sees. */
  private static final int SIDE = 64;

  /** Frequencies a direction. */
  private static final int FREQUENCIES = 16;

  /** A window is as wide as half a point of the shrunk picture. */
  private static final int WINDOWS = 2 * SIDE;

  /** Twice a box is nearly a tent, which leaves few ghosts of what is finer than a point. */
  private static final int PASSES = 2;

  /** Sum of gradients, in percent, that counts as one of 100 of quality. */
  private static final int GRADIENTS_A_POINT = 90;

  private static final double[][] COSINES = cosines();

  private PdqHasher() {}

  /**
   * A hash with how much there was to tell.
   *
   * @param quality 0 (of one colour) to 100; below 50 the hash is of no use for comparing
   */
  public record Hashed(PdqHash hash, int quality) {}

  /** Returns the hash of a picture that is trusted: others are decoded apart. */
  public static Hashed of(BufferedImage picture) {
    return of(Luminance.of(picture));
  }

  static Hashed of(Luminance picture) {
    double[][] small = shrunk(blurred(picture));
    return new Hashed(hash(frequencies(small)), quality(small));
  }

  private static Luminance blurred(Luminance picture) {
    int rows = picture.rows();
    int columns = picture.columns();
    float[] values = picture.values().clone();
    float[] line = new float[Math.max(rows, columns)];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int y = 0; y < rows; y++) {
        blur(values, y * columns, 1, columns, line);
      }
      for (int x = 0; x < columns; x++) {
        blur(values, x, columns, rows, line);
      }
    }
    return new Luminance(rows, columns, values);
  }

  /**
   * Puts the mean of its window in the place of each value of a row or column. Windows end where
   * the picture does.
   *
   * @param first index of its first value
   * @param step from one value to the next
   * @param line room for as many values
   */
  private static void blur(float[] values, int first, int step, int length, float[] line) {
    int window = (length + WINDOWS - 1) / WINDOWS;
    int after = (window + 2) / 2 - 1;
    int before = window - 1 - after;
    for (int i = 0; i < length; i++) {
      line[i] = values[first + i * step];
    }
    double sum = 0;
    int from = 0;
    int to = 0; // the window is from (inclusive) to (exclusive)
    for (int i = 0; i < length; i++) {
      for (; to < Math.min(length, i + after + 1); to++) {
        sum += line[to];
      }
      for (; from < i - before; from++) {
        sum -= line[from];
      }
      values[first + i * step] = (float) (sum / (to - from));
    }
  }

  private static double[][] shrunk(Luminance picture) {
    double[][] small = new double[SIDE][SIDE];
    for (int i = 0; i < SIDE; i++) {
      int y = (int) ((i + 0.5) * picture.rows() / SIDE);
      for (int j = 0; j < SIDE; j++) {
        int x = (int) ((j + 0.5) * picture.columns() / SIDE);
        small[i][j] = picture.values()[y * picture.columns() + x];
      }
    }
    return small;
  }

  private static int quality(double[][] small) {
    int gradients = 0;
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE - 1; j++) {
        gradients += Math.abs(percent(small[i][j] - small[i][j + 1]));
        gradients += Math.abs(percent(small[j][i] - small[j + 1][i]));
      }
    }
    return Math.min(100, gradients / GRADIENTS_A_POINT);
  }

  private static int percent(double difference) {
    return (int) (difference * 100 / 255);
  }

  /** The discrete cosine transform (DCT-II) of rows and columns, without the constant frequency. */
  private static double[][] frequencies(double[][] small) {
    double[][] half = new double[FREQUENCIES][SIDE];
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int k = 0; k < SIDE; k++) {
        for (int j = 0; j < SIDE; j++) {
          half[i][j] += COSINES[i][k] * small[k][j];
        }
      }
    }
    double[][] both = new double[FREQUENCIES][FREQUENCIES];
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < FREQUENCIES; j++) {
        for (int k = 0; k < SIDE; k++) {
          both[i][j] += half[i][k] * COSINES[j][k];
        }
      }
    }
    return both;
  }

  private static double[][] cosines() {
    double[][] cosines = new double[FREQUENCIES][SIDE];
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < SIDE; j++) {
        cosines[i][j] =
            Math.sqrt(2.0 / SIDE) * Math.cos(Math.PI / (2 * SIDE) * (i + 1) * (2 * j + 1));
      }
    }
    return cosines;
  }

  private static PdqHash hash(double[][] frequencies) {
    double[] sorted = Arrays.stream(frequencies).flatMapToDouble(Arrays::stream).sorted().toArray();
    double median = sorted[sorted.length / 2 - 1]; // of an even number, the lower one
    long[] parts = new long[4];
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < FREQUENCIES; j++) {
        if (frequencies[i][j] > median) {
          int bit = i * FREQUENCIES + j;
          parts[bit / 64] |= 1L << (bit % 64);
        }
      }
    }
    return new PdqHash(parts[3], parts[2], parts[1], parts[0]);
  }
}
