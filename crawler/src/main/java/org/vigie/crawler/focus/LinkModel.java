package org.vigie.crawler.focus;

import java.nio.ByteBuffer;

/**
 * A logistic regression over hashed features that learns from one example at a time.
 *
 * <p>Each weight has a step of its own that shrinks with what it has learned (AdaGrad: Duchi, Hazan
 * and Singer 2011), so a rare feature learns fast and a common one is steady. Features that share a
 * slot share its weight (Weinberger et al. 2009, doi:10.1145/1553374.1553516).
 */
final class LinkModel {
  /** A quarter of a million features at half a load, in 512 KiB. */
  private static final int SLOTS = 1 << 16;

  private static final int LAYOUT = 1;
  private static final float STEP = 0.25f;

  /** Keeps the first step of a weight from being as long as the second. */
  private static final float FIRST_SQUARES = 0.1f;

  /** Before anything is learned, about one link in ten is taken to lead to adverts. */
  private static final float PRIOR = -2.2f;

  private final float[] weights = new float[SLOTS];
  private final float[] squares = new float[SLOTS];

  /** Returns the estimate for an example. */
  double estimate(int[] features) {
    return 1 / (1 + Math.exp(-sum(features)));
  }

  /** Returns what one feature adds to the logarithm of the odds. */
  float weight(int feature) {
    return weights[slot(feature)];
  }

  /** Moves the estimate for an example towards its value, in [0, 1]. */
  void learn(int[] features, double value) {
    float gradient = (float) (estimate(features) - value);
    float square = gradient * gradient;
    for (int feature : features) {
      int slot = slot(feature);
      squares[slot] += square;
      weights[slot] -= STEP * gradient / (float) Math.sqrt(FIRST_SQUARES + squares[slot]);
    }
  }

  private float sum(int[] features) {
    float sum = PRIOR;
    for (int feature : features) {
      sum += weights[slot(feature)];
    }
    return sum;
  }

  private static int slot(int feature) {
    return (feature ^ feature >>> 16) & (SLOTS - 1);
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * SLOTS * Float.BYTES).put((byte) LAYOUT);
    bytes.asFloatBuffer().put(weights).put(squares);
    return bytes.array();
  }

  /** Returns the model that was kept, or a fresh one if it is of another layout. */
  static LinkModel read(byte[] bytes) {
    LinkModel model = new LinkModel();
    if (bytes.length == 1 + 2 * SLOTS * Float.BYTES && bytes[0] == LAYOUT) {
      ByteBuffer.wrap(bytes, 1, bytes.length - 1)
          .asFloatBuffer()
          .get(model.weights)
          .get(model.squares);
    }
    return model;
  }
}
