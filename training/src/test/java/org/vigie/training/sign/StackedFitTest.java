package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.sign.StackedModel;

class StackedFitTest {
  @Test
  void learnsWhatNoSumOfItsInputsTells() {
    StackedModel model = StackedFit.fit(heard(4000, new Random(1)), 1);

    int said = model.outcome("said");
    List<StackedFit.Heard> others = heard(400, new Random(2));
    long right =
        others.stream()
            .filter(one -> model.logOdds(one.inputs())[said] > 0 == one.line().isSaid())
            .count();
    assertThat(right).isGreaterThan(370);
  }

  @Test
  void tellsKindsAndLearnsThemOnlyWhereTheyAreKnown() {
    StackedModel model = StackedFit.fit(heard(4000, new Random(1)), 1);

    // The third input alone tells whether it is news; offers never came, unlabelled texts said all.
    float[] news = {0, 0, 4};
    float[] other = {0, 0, -4};
    int outcome = model.outcome("genre:news");
    assertThat(model.logOdds(news)[outcome]).isPositive();
    assertThat(model.logOdds(other)[outcome]).isNegative();
    assertThat(model.logOdds(news)[model.outcome("genre:offer")]).isNegative();
  }

  @Test
  void takesBackMostOfWhatTheShareOfAKindTells() {
    Random random = new Random(4);
    List<StackedFit.Heard> all = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      String genre = i % 10 == 0 ? "news" : "warning";
      SignLine line = SignLine.parse("en", "none\tother\t" + genre + "\tplain\ttext", "here");
      float[] nothing = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      all.add(new StackedFit.Heard(line, nothing));
    }
    StackedModel model = StackedFit.fit(all, 1);

    // One of ten would be log-odds of -2.2 and +2.2.
    float[] odds = model.logOdds(new float[] {0.5f, 0.5f, 0.5f});
    assertThat(odds[model.outcome("genre:news")]).isBetween(-1.2f, 0f);
    assertThat(odds[model.outcome("genre:warning")]).isBetween(0f, 1.2f);
  }

  @Test
  void learnsTheSameFromTheSame() {
    StackedModel one = StackedFit.fit(heard(500, new Random(3)), 7);
    StackedModel same = StackedFit.fit(heard(500, new Random(3)), 7);

    float[] inputs = {1, -2, 3};
    assertThat(one.logOdds(inputs)).containsExactly(same.logOdds(inputs));
  }

  /**
   * A sign is said where the first two inputs, which lie far from 0, are both high or both low; the
   * third tells the kind.
   */
  private static List<StackedFit.Heard> heard(int count, Random random) {
    List<StackedFit.Heard> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean first = random.nextBoolean();
      boolean second = random.nextBoolean();
      boolean news = random.nextBoolean();
      float[] inputs = {
        5 + (first ? 2 : -2) + (float) random.nextGaussian() * 0.3f,
        -5 + (second ? 2 : -2) + (float) random.nextGaussian() * 0.3f,
        (news ? 4 : -4) + (float) random.nextGaussian()
      };
      String stance = first == second ? "said" : "denied";
      String genre = news ? "news" : "warning";
      SignLine line =
          SignLine.parse("en", "debt\t" + stance + "\t" + genre + "\tplain\ttext", "here");
      boolean known = random.nextInt(4) > 0;
      all.add(new StackedFit.Heard(known ? line : withoutKind(line), inputs));
    }
    return all;
  }

  private static SignLine withoutKind(SignLine line) {
    return new SignLine("en", line.families(), line.stance(), "", "plain", "text", "");
  }
}
