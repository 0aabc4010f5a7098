package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The attack of {@code ./vigie verify exchange --only guessing} where it must succeed: it is no
 * straw man.
 */
class GuessingTest {
  private static final int PLAN = 10_000;
  private static final int HELD = 2_000;

  private List<Selector> plan = List.of();
  private List<Selector> held = List.of();

  @BeforeEach
  void draw() {
    plan =
        IntStream.range(0, PLAN)
            .mapToObj(i -> Selector.of("phone:+1555%07d".formatted(i)))
            .toList();
    List<Selector> mixed = new ArrayList<>(plan);
    Collections.shuffle(mixed, new Random(2026));
    held = List.copyOf(mixed.subList(0, HELD));
  }

  @Test
  void findsAllThatWasHashedWithoutAKey() {
    Set<String> bare = new HashSet<>();
    held.forEach(selector -> bare.add(NumberingPlanAttack.bareHash(selector.input())));

    assertThat(new NumberingPlanAttack(bare, List.of(BigInteger.ONE)).recognised(plan))
        .containsExactlyInAnyOrderElementsOf(held);
  }

  @Test
  void findsAllOnceTheKeyLeaksWhichIsWhyItIsForgotten() {
    OprfKey key = new OprfKey(OprfSuite.VOPRF, BigInteger.TEN);
    Set<String> tags = new HashSet<>();
    for (byte[] output : key.outputs(held.stream().map(Selector::input).toList())) {
      tags.add(NumberingPlanAttack.tag(output));
    }

    assertThat(new NumberingPlanAttack(tags, List.of(BigInteger.TEN)).recognised(plan))
        .containsExactlyInAnyOrderElementsOf(held);
  }
}
