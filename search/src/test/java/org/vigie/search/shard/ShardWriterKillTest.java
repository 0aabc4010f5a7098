package org.vigie.search.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Membership;
import org.vigie.search.AdvertIndex;

class ShardWriterKillTest {
  private static final int KILLS = 4;

  @TempDir Path index;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void holdsExactlyTheLastCheckpointAfterItsProcessIsKilled() throws Exception {
    Random random = new Random(11);
    long restored = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      restored = lastCheckpointBeforeKill(restored, random);
      // The process may have made one more commit than it could report.
      ShardWriter.open(index.resolve("shard-0"), OptionalLong.of(restored)).close();
      assertThat(memberships()).isEqualTo(expected(restored));
    }
  }

  private long lastCheckpointBeforeKill(long restored, Random random) throws Exception {
    Process process = start(restored);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (int line = 0; line < KilledWriter.FIRST_LINES; line++) {
        assertThat(lines.readLine()).as("the writer's checkpoint").isNotNull();
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
      // The handle, unlike the process, leaves the output readable.
      process.toHandle().destroyForcibly();
      long last = restored + KilledWriter.FIRST_LINES;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = Long.parseLong(line);
      }
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      return last;
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(long restored) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            index.resolve("shard-0").toString(),
            Long.toString(restored))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<Membership> memberships() throws IOException {
    try (AdvertIndex opened = AdvertIndex.open(index)) {
      return opened.memberships();
    }
  }

  private static List<Membership> expected(long checkpoint) {
    List<Membership> expected = new ArrayList<>();
    for (long advert = 1; advert <= checkpoint; advert++) {
      expected.add(KilledWriter.membership(advert, checkpoint));
    }
    return expected;
  }
}
