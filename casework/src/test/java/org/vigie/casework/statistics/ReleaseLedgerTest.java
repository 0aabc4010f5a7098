package org.vigie.casework.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

class ReleaseLedgerTest {
  private static final FigureCell CELL =
      new FigureCell(CountedBy.FORM, new Quarter(2026, 1), "FR", "recruitment");

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path file;
  private ReleaseLedger ledger;

  @BeforeEach
  void make() {
    file = folder.resolve("statistics/releases.jsonl");
    ledger = new ReleaseLedger(file, NOW, new Random(5));
  }

  private static FigureRequest request(int epsilon) {
    return ReleaseTest.request(Set.of(CountedBy.FORM, CountedBy.CHANNEL), epsilon);
  }

  private ReleaseLedger.Outcome release(int epsilon) throws IOException {
    return ledger.release(request(epsilon), null, () -> Map.of(CELL, 200L));
  }

  @Test
  void isReadAgainWhateverDigitsThePlaceWrites() throws Exception {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      release(1_000);
      assertThat(release(1_000).repeated()).isTrue();
    } finally {
      Locale.setDefault(before);
    }
    assertThat(release(1_000).repeated()).isTrue();
  }

  @Test
  void givesTheSameFiguresForTheSameRequestAndSpendsOnce() throws Exception {
    ReleaseLedger.Outcome first = release(1_000);
    ReleaseLedger later = new ReleaseLedger(file, NOW, new Random(99));
    ReleaseLedger.Outcome again =
        later.release(
            request(1_000),
            null,
            () -> {
              throw new AssertionError("nothing must be counted anew");
            });

    assertThat(first.repeated()).isFalse();
    assertThat(again.repeated()).isTrue();
    assertThat(again.release()).isEqualTo(first.release());
    assertThat(again.spent()).isEqualTo(1_000);
    assertThat(OwnerOnly.isLooser(file)).isFalse();
  }

  @Test
  void refusesWhatTheBudgetDoesNotAllow() throws Exception {
    release(2_000);
    release(1_500);
    String before = Files.readString(file);

    assertThatThrownBy(() -> release(501))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("spends epsilon 0.501")
        .hasMessageContaining("budget of 4 only 0.5 is left");
    assertThat(file).content().isEqualTo(before);
    assertThat(release(500).spent()).isEqualTo(4_000);
    assertThat(release(2_000).repeated()).isTrue();
    assertThatThrownBy(() -> release(1)).hasMessageContaining("only 0 is left");
  }

  @Test
  void keepsTheBudgetOfTheFirstRelease() throws Exception {
    ledger.release(request(100), 150, Map::of);

    assertThatThrownBy(() -> ledger.release(request(101), 9_000, Map::of))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must stay as it was at the first release, 0.15");
    assertThatThrownBy(() -> ledger.release(request(101), null, Map::of))
        .hasMessageContaining("only 0.05 is left");
  }

  @Test
  void refusesQuartersThatGoOn() {
    Quarter now = new Quarter(2026, 4);
    FigureRequest open = new FigureRequest(now, now, Set.of(CountedBy.FORM), true, 1, 100);

    assertThatThrownBy(() -> ledger.release(open, null, Map::of))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("2026-Q4 isn't");
  }

  @Test
  void spendsNothingMoreWhereALineCannotBeRead() throws Exception {
    release(1_000);
    String whole = Files.readString(file);
    for (String broken :
        new String[] {
          whole.substring(0, whole.length() - 20),
          whole.substring(whole.indexOf('\n') + 1),
          whole.replace("\"epsilon\":1000", "\"epsilon\":1")
        }) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> release(10))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("what is left of the budget isn't known");
    }
  }
}
