package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RightnessTest {
  @Test
  void findsTheCurveThatMadeTheAnswers() {
    Random random = new Random(1);
    List<Rightness.Believed> believed = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double odds = random.nextGaussian() * 3;
      double right = 1 / (1 + Math.exp(-(0.5 * odds - 0.3)));
      believed.add(new Rightness.Believed(odds, random.nextDouble() < right));
    }

    Rightness fitted = Rightness.fit(believed);

    assertThat(fitted.slope()).isCloseTo(0.5f, Offset.offset(0.03f));
    assertThat(fitted.intercept()).isCloseTo(-0.3f, Offset.offset(0.06f));
  }
}
