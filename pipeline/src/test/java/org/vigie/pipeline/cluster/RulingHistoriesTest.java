package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.pipeline.neardup.NearDuplicateConfig;

/** Random histories of rulings, near-copies and reposts, beside what rulings mean in plain sets. */
class RulingHistoriesTest {
  /** Of which 1,000 take a minute: {@code ./vigie test -Druling.histories=1000}. */
  private static final int HISTORIES = Integer.getInteger("ruling.histories", 100);

  /** The seed of the first, by which one that failed is gone through alone. */
  private static final long FIRST = Long.getLong("ruling.first", 1);

  @TempDir static Path folder;

  private static RuledAdverts adverts;

  @BeforeAll
  static void write() throws Exception {
    adverts = RuledAdverts.in(folder);
  }

  @Test
  void areOfAdvertsThatAreAlikeByCampaigns() {
    Likenesses likenesses = new Likenesses(NearDuplicateConfig.defaults());
    Set<String> before = new TreeSet<>();
    for (String id : adverts.ids()) {
      Set<String> alike = new TreeSet<>(before);
      alike.removeIf(other -> !RuledAdverts.areAlike(id, other));
      assertThat(likenesses.add(id, RuledAdverts.text(id), Map.of())).isEqualTo(alike);
      before.add(id);
    }
  }

  @Test
  void leaveTheClustersThatTheRulingsMean() throws Exception {
    for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
      new RulingHistory(adverts, seed).check();
    }
  }
}
