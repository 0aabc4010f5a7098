package org.vigie.casework;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.SignerKey;
import org.vigie.exchange.deconflict.AskedTerms;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.failure.UserError;

class DeconflictLedgerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final SignerKey NORTH = new SignerKey("", "north");
  private static final SignerKey EAST = new SignerKey("", "east");

  @TempDir Path folder;

  @Test
  void lets2048SelectorsPassInAWeekAndNotOneMore() {
    at(NOON).take(request("1", NORTH, 1_024), List.of("north"), 2_048);
    at(NOON.plus(Duration.ofDays(2))).take(request("2", NORTH, 1_024), List.of("north"), 2_048);

    assertRefused("3", NORTH, NOON.plus(Duration.ofDays(7)).minusSeconds(1), "per-week");
    at(NOON.plus(Duration.ofDays(7))).take(request("3", NORTH, 1_024), List.of("north"), 2_048);
    assertRefused("4", NORTH, NOON.plus(Duration.ofDays(7)), "per-week");
  }

  @Test
  void countsEachAgencyForItself() {
    at(NOON).take(request("1", NORTH, 2_048), List.of("north"), 2_048);
    at(NOON).take(request("2", EAST, 2_048), List.of("east"), 2_048);
  }

  @Test
  void countsTheKeysThatAnAgencyHadBeforeAsItsOwn() {
    at(NOON).take(request("1", NORTH, 2_048), List.of("north"), 2_048);

    assertThatThrownBy(() -> at(NOON).take(request("2", EAST, 64), List.of("east", "north"), 2_048))
        .hasMessageContaining("per-week");
  }

  @Test
  void refusesARequestThatWasAnsweredHoweverLongAgo() {
    at(NOON).take(request("1", NORTH, 64), List.of("north"), 2_048);

    assertRefused("1", NORTH, NOON.plus(Duration.ofDays(400)), "was answered before");
    assertRefused("1", EAST, NOON, "was answered before");
  }

  @Test
  void writesNothingDownWhenItOnlyLooks() {
    at(NOON).require(request("1", NORTH, 2_048), List.of("north"), 2_048);
    at(NOON).take(request("1", NORTH, 2_048), List.of("north"), 2_048);
  }

  private void assertRefused(String id, SignerKey signer, Instant now, String error) {
    assertThatThrownBy(
            () -> at(now).take(request(id, signer, 1_024), List.of(signer.fingerprint()), 2_048))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(error);
  }

  private DeconflictLedger at(Instant now) {
    return new DeconflictLedger(folder.resolve("desk.db"), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static DeconflictRequest request(String id, SignerKey signer, int elements) {
    return new DeconflictRequest(
        id,
        signer,
        new AskedTerms("North", "us", "m-1", NOON, NOON.plusSeconds(60)),
        new byte[33 * elements],
        "");
  }
}
