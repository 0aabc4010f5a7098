package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.pipeline.cluster.ClusterRuling.Kind;

/**
 * Runs one after the other, each from the snapshot of the one before, drawn from a seed: adverts
 * with their near-copies come in any order, again or for the first time, and are forgotten; between
 * the runs people rule and undo what they ruled.
 */
final class RulingHistory {
  private final RuledAdverts adverts;
  private final RuledStream stream;
  private final RuledClusters oracle = new RuledClusters(RuledAdverts::areAlike);
  private final long seed;
  private final Random random;
  private final List<ClusterRuling> rulings = new ArrayList<>();
  private final Set<String> newcomers = new TreeSet<>();
  private int made;

  RulingHistory(RuledAdverts adverts, long seed) {
    this.adverts = adverts;
    this.seed = seed;
    stream = new RuledStream(adverts);
    random = new Random(seed);
  }

  /** Goes through it, and finds after each run the clusters that the rulings mean. */
  void check() throws Exception {
    for (int run = 3 + random.nextInt(4); run > 0; run--) {
      changeRulings();
      if (run == 1 && random.nextBoolean()) {
        rulings.clear();
      }
      oracle.rule(rulings);
      run();
      Set<Set<String>> clusters = stream.clusters();
      assertThat(oracle.wrongIn(clusters, newcomers))
          .as("seed %d%n%s%n", seed, stream.history())
          .isEmpty();
      oracle.observe(clusters);
      if (random.nextInt(3) == 0) {
        Set<String> seen = new TreeSet<>(stream.remembered());
        seen.removeIf(unused -> random.nextInt(3) > 0);
        oracle.forget(stream.forgetBut(rulings, seen));
      }
    }
  }

  private void run() throws Exception {
    List<ClusterInput> inputs = inputs();
    if (random.nextInt(3) == 0) {
      int cut = random.nextInt(inputs.size() + 1);
      stream.run(rulings, inputs.subList(0, cut), inputs.subList(cut, inputs.size()));
      inputs = inputs.subList(cut, inputs.size());
    }
    stream.run(rulings, inputs);
  }

  /** Returns adverts that are new, links to all that they are like, and reposts, in any order. */
  private List<ClusterInput> inputs() {
    newcomers.clear();
    Set<String> known = new TreeSet<>(stream.remembered());
    List<ClusterInput> inputs = new ArrayList<>();
    for (String id : adverts.ids()) {
      if (random.nextInt(3) > 0) {
        continue;
      }
      boolean isRepost = known.contains(id);
      inputs.add(isRepost && random.nextBoolean() ? stream.stillSeen(id) : stream.advert(id));
      if (!isRepost) {
        known.stream()
            .filter(other -> RuledAdverts.areAlike(id, other))
            .forEach(other -> inputs.add(RuledStream.link(other, id)));
        known.add(id);
        newcomers.add(id);
      }
    }
    Collections.shuffle(inputs, random);
    return inputs;
  }

  private void changeRulings() {
    for (int i = random.nextInt(3); i > 0; i--) {
      if (!rulings.isEmpty() && random.nextInt(3) == 0) {
        rulings.remove(random.nextInt(rulings.size()));
      } else {
        rulings.add(random.nextBoolean() ? ofWhatIsShown() : ofAnyAdverts());
      }
    }
  }

  /** Returns a ruling as the console makes one, of whole clusters. */
  private ClusterRuling ofWhatIsShown() {
    List<List<String>> shown =
        stream.clusters().stream().filter(cluster -> cluster.size() > 1).map(List::copyOf).toList();
    if (shown.isEmpty()) {
      return ofAnyAdverts();
    }
    List<String> one = new ArrayList<>(shown.get(random.nextInt(shown.size())));
    List<String> other = shown.get(random.nextInt(shown.size()));
    Collections.shuffle(one, random);
    int cut = 1 + random.nextInt(one.size() - 1);
    return switch (Kind.values()[random.nextInt(3)]) {
      case TOGETHER ->
          ruling(Kind.TOGETHER, List.of(Collections.min(one), Collections.min(other)), List.of());
      case APART -> ruling(Kind.APART, one.subList(0, cut), one.subList(cut, one.size()));
      case NO_CAMPAIGN -> ruling(Kind.NO_CAMPAIGN, one, List.of());
    };
  }

  /** Returns a ruling of adverts that may be forgotten, may never have come, or may be ruled on. */
  private ClusterRuling ofAnyAdverts() {
    List<String> any = new ArrayList<>(adverts.ids());
    Collections.shuffle(any, random);
    int cut = 1 + random.nextInt(2);
    Kind kind = Kind.values()[random.nextInt(3)];
    return kind == Kind.APART
        ? ruling(kind, any.subList(0, cut), any.subList(cut, cut + 1 + random.nextInt(2)))
        : ruling(kind, any.subList(0, kind == Kind.TOGETHER ? cut + 1 : cut), List.of());
  }

  private ClusterRuling ruling(Kind kind, List<String> adverts, List<String> others) {
    return new ClusterRuling("r-" + ++made, kind, adverts, others);
  }
}
