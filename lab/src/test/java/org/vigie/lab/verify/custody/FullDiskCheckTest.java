package org.vigie.lab.verify.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Tally;

/** Where a disk is full, and whether the check met it there. */
class FullDiskCheckTest {
  @TempDir Path folder;

  @Test
  void eachByteOfLineAndHeadComesOnceBeforeAnyComesAgain() {
    DiskPoints points = new DiskPoints(5, 3, new Random(1));
    Set<DiskPoints.Point> all = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      Set<DiskPoints.Point> met = new HashSet<>();
      for (int i = 0; i < 8; i++) {
        met.add(points.next());
      }
      assertThat(met).hasSize(8);
      all.addAll(met);
    }

    assertThat(all)
        .hasSize(8)
        .contains(new DiskPoints.Point("audit", 0), new DiskPoints.Point("audit", 4))
        .contains(new DiskPoints.Point("heads", 0), new DiskPoints.Point("heads", 2));
  }

  @Test
  void everyRunOfTheLogsCheckIsFullAtAByteOfItsOwn() throws Exception {
    Tally tally = new FullDiskCheck().run(new Effort(12, 2026), folder, (done, total) -> {});

    assertThat(tally.violations()).isEmpty();
    assertThat(tally.counts())
        .containsEntry("full at a byte of its own", 12L)
        .containsEntry("torn by a kill", 12L)
        .doesNotContainKey("had room");
  }

  @Test
  void everyRunOfTheConsolesCheckIsFullAtAByteOfItsOwn() throws Exception {
    Tally tally = new FullDiskServeCheck().run(new Effort(8, 2026), folder, (done, total) -> {});

    assertThat(tally.violations()).isEmpty();
    assertThat(tally.counts())
        .containsEntry("full at a byte of its own", 8L)
        .doesNotContainKey("had room");
  }
}
