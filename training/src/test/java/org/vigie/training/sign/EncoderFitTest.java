package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.encoder.EncoderHead;

class EncoderFitTest {
  private static final int DIMENSION = 16;
  private static final float[] TRIAL = vector(1, new Random(9));

  @Test
  void learnsWhatVectorsTellBesideTheModels() {
    EncoderHead head = EncoderFit.fit(samples(2000, 1), TRIAL, 1);

    List<EncoderFit.Sample> others = samples(400, 2);
    long right = others.stream().filter(s -> move(head, s.vector()) > 0 == s.said()).count();
    assertThat(right).isGreaterThan(380);
    assertThat(head.bounds()).isEqualTo(EncoderFit.BOUNDS);
    assertThat(head.trial()).isEqualTo(TRIAL);
  }

  @Test
  void leavesOutByHowMuchTheModelsErrAltogether() {
    List<EncoderFit.Sample> tooLow = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      boolean said = random.nextBoolean();
      float says = (said ? 1 : -1) + (float) random.nextGaussian() - 3;
      tooLow.add(new EncoderFit.Sample(vector(0, random), says, said, 1));
    }

    EncoderHead head = EncoderFit.fit(tooLow, TRIAL, 1);

    double sum = 0;
    for (EncoderFit.Sample sample : tooLow) {
      sum += move(head, sample.vector());
    }
    assertThat(sum / tooLow.size()).isCloseTo(0, within(0.01));
  }

  @Test
  void learnsTheSameFromTheSame() {
    EncoderHead one = EncoderFit.fit(samples(300, 5), TRIAL, 7);
    EncoderHead same = EncoderFit.fit(samples(300, 5), TRIAL, 7);

    assertThat(one.weights()).containsExactly(same.weights());
    assertThat(one.bias()).isEqualTo(same.bias());
  }

  /** Texts whose vectors tell what they say, and whose log-odds tell it half the time. */
  private static List<EncoderFit.Sample> samples(int count, long seed) {
    Random random = new Random(seed);
    List<EncoderFit.Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean said = random.nextBoolean();
      float says = (float) random.nextGaussian();
      samples.add(new EncoderFit.Sample(vector(said ? 1 : -1, random), says, said, 1));
    }
    return samples;
  }

  private static float[] vector(float first, Random random) {
    float[] vector = new float[DIMENSION];
    double squares = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (i == 0 ? 2 * first : 0) + (float) random.nextGaussian() * 0.6f;
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static double move(EncoderHead head, float[] vector) {
    double move = head.bias();
    for (int i = 0; i < vector.length; i++) {
      move += head.weights()[i] * vector[i];
    }
    return move;
  }
}
