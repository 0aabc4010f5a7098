package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link StackedModel} is asked about a stretch of text: what {@link SignModel} and {@link
 * SequenceModel} say of it, apart from which family it is.
 */
public final class StackedInputs {
  private static final String FAMILY = "family:";

  /** Log-odds beyond these say no more. */
  private static final float MOST = 12;

  /** The likeliest and the next family by weights, the likeliest by the sequence. */
  private static final int OF_FAMILIES = 3;

  private final int[] familiesByWeights;
  private final int[] familiesBySequence;
  private final int[] byWeights;
  private final int[] bySequence;

  /** Takes the outcomes of both models: of families, and of all else that both tell. */
  public StackedInputs(SignModel weights, SequenceModel sequence) {
    List<String> shared = new ArrayList<>(weights.outcomes());
    shared.retainAll(sequence.outcomes());
    List<String> families = shared.stream().filter(name -> name.startsWith(FAMILY)).toList();
    List<String> others = shared.stream().filter(name -> !name.startsWith(FAMILY)).toList();
    this.familiesByWeights = families.stream().mapToInt(weights::outcome).toArray();
    this.familiesBySequence = families.stream().mapToInt(sequence::outcome).toArray();
    this.byWeights = others.stream().mapToInt(weights::outcome).toArray();
    this.bySequence = others.stream().mapToInt(sequence::outcome).toArray();
  }

  /** Returns how many numbers there are. */
  public int size() {
    return OF_FAMILIES + byWeights.length + bySequence.length;
  }

  /**
   * Returns the numbers for a stretch.
   *
   * @param weighed log-odds of each outcome of the weights
   * @param sequenced those of each outcome of the sequence
   */
  public float[] of(float[] weighed, float[] sequenced) {
    float[] inputs = new float[size()];
    inputs[0] = -MOST;
    inputs[1] = -MOST;
    inputs[2] = -MOST;
    for (int outcome : familiesByWeights) {
      float odds = clamp(weighed[outcome]);
      if (odds > inputs[0]) {
        inputs[1] = inputs[0];
        inputs[0] = odds;
      } else {
        inputs[1] = Math.max(inputs[1], odds);
      }
    }
    for (int outcome : familiesBySequence) {
      inputs[2] = Math.max(inputs[2], clamp(sequenced[outcome]));
    }
    int at = OF_FAMILIES;
    for (int outcome : byWeights) {
      inputs[at++] = clamp(weighed[outcome]);
    }
    for (int outcome : bySequence) {
      inputs[at++] = clamp(sequenced[outcome]);
    }
    return inputs;
  }

  private static float clamp(float odds) {
    return Math.clamp(odds, -MOST, MOST);
  }
}
