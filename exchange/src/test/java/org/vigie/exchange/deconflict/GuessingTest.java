package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody learns who has the transcript and the whole numbering plan: 20,000 numbers, or as
 * many as {@code -Dvigie.numbering-plan=1000000} says.
 */
class GuessingTest {
  private static final int PLAN = Integer.getInteger("vigie.numbering-plan", 20_000);
  private static final int HELD = 2_000;
  private static final int SHARED = 40;

  @TempDir Path folder;

  private List<Selector> plan = List.of();
  private List<Selector> asked = List.of();
  private List<Selector> held = List.of();

  @BeforeEach
  void draw() {
    plan =
        IntStream.range(0, PLAN)
            .mapToObj(i -> Selector.of("phone:+1555%07d".formatted(i)))
            .toList();
    List<Selector> mixed = new ArrayList<>(plan);
    Collections.shuffle(mixed, new Random(2026));
    asked = List.copyOf(mixed.subList(0, HELD));
    held = List.copyOf(mixed.subList(HELD - SHARED, 2 * HELD - SHARED));
  }

  @Test
  void guessesAtChanceFromTheTranscriptWithoutTheKey() throws IOException {
    Set<String> transcript = transcript();
    BigInteger ownKey = P256.randomScalar(new SecureRandom());
    NumberingPlanAttack attack =
        new NumberingPlanAttack(transcript, List.of(BigInteger.ONE, ownKey));

    assertThat(attack.recognised(plan)).isEmpty();
    long hits = attack.likeliest(plan, HELD).stream().filter(held::contains).count();
    double chance = (double) HELD * HELD / PLAN;
    assertThat((double) hits)
        .as("of %d guesses, %d right; by chance %.1f", HELD, hits, chance)
        .isBetween(chance - 5 * Math.sqrt(chance), chance + 5 * Math.sqrt(chance));
  }

  @Test
  void findsAllThatWasHashedWithoutAKeySoTheAttackerIsNoStrawMan() {
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

  private Set<String> transcript() throws IOException {
    TwoAgencies agencies = new TwoAgencies(folder);
    DeconflictQuestion question = agencies.ask(asked);
    DeconflictRequest request = agencies.request(question);
    DeconflictAnswer answer = agencies.answer(question, held);
    assertThat(agencies.shared(question, answer)).hasSize(SHARED);
    Set<String> transcript = new HashSet<>(DeconflictionTest.elements(request));
    transcript.addAll(DeconflictionTest.tags(answer));
    transcript.add(HexFormat.of().formatHex(answer.publicKey()));
    for (int at = 0; at < answer.evaluated().length; at += P256.ELEMENT) {
      transcript.add(HexFormat.of().formatHex(answer.evaluated(), at, at + P256.ELEMENT));
    }
    return transcript;
  }
}
