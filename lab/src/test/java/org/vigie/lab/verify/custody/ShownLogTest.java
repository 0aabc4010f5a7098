package org.vigie.lab.verify.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.lab.verify.Tally;

/** What the check of flipped bits takes for an error of the audit log that tells of damage. */
class ShownLogTest {
  private static final String ADVERT = "a-0123456789abcdef0123";

  @TempDir Path folder;
  private WitnessedLog log;
  private ShownLog shown;

  @BeforeEach
  void write() {
    log = new WitnessedLog(folder);
    log.append(10);
    log.appendShown(ADVERT, 10);
    shown = new ShownLog(log.audit(), log.trail(), ADVERT);
  }

  @Test
  void namesTheLogWhereALineOfItIsDamaged() throws Exception {
    flip(log.log(), 5);

    assertThatThrownBy(shown::all)
        .hasMessageContaining(shown.named(log.log()))
        .hasMessageNotContaining(shown.named(log.heads()));
  }

  @Test
  void namesTheHeadsWhereTheLastOneIsDamaged() throws Exception {
    flip(log.heads(), Files.readString(log.heads()).lastIndexOf("sha256:") + 10);

    assertThatThrownBy(shown::all)
        .hasMessageContaining(shown.named(log.heads()))
        .hasMessageNotContaining(shown.named(log.log()));
  }

  @Test
  void eachFlippedBitIsFoundInItsFileOrWithoutEffect() throws Exception {
    Tally tally = new Tally();
    BitFlips flips = new BitFlips(shown, tally);
    Random random = new Random(2026);
    for (int i = 0; i < 400; i++) {
      flips.flip(random);
    }

    assertThat(tally.violations()).isEmpty();
    assertThat(tally.counts().get("found")).isGreaterThan(50);
  }

  private static void flip(Path file, int at) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
