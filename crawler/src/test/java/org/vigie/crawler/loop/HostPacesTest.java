package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;

class HostPacesTest {
  private static final String HOST = "a.example.org";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Politeness politeness =
      new Politeness(Duration.ofMillis(5), HostMemory.none(), CLOCK, false);
  private final HostPaces pace = new HostPaces(politeness, CLOCK);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "240",
        "0240",
        "Sun, 01 Mar 2026 12:04:00 GMT",
        "Sun, 1 Mar 2026 13:04:00 +0100",
        "Sunday, 01-Mar-26 12:04:00 GMT",
        "Sun Mar  1 12:04:00 2026"
      })
  void restsAsLongAsAHostAsksInEveryFormOfATime(String retryAfter) {
    pace.answered(HOST, answer(503, retryAfter));

    assertThat(politeness.untilTurn(HOST)).isBetween(seconds(220), seconds(240));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999999999", "123456789012345678901234567890", "400"})
  void restsFiveMinutesWhereAHostAsksForMore(String retryAfter) {
    pace.answered(HOST, answer(503, retryAfter));

    assertThat(politeness.untilTurn(HOST)).isBetween(seconds(280), seconds(300));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-5", "3.5", "soon", "\u0661\u0662", "Mon, 01 Mar 2026 12:04:00 GMT", "0"})
  void backsOffByItselfWhereAHostNamesNoTime(String retryAfter) {
    pace.answered(HOST, answer(503, retryAfter));

    assertThat(politeness.untilTurn(HOST)).isLessThan(seconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 302, 403, 413})
  void restsAsLongAsAnyAnswerAsks(int status) {
    pace.answered(HOST, answer(status, "240"));

    assertThat(politeness.untilTurn(HOST)).isBetween(seconds(220), seconds(240));
  }

  @Test
  void restsAsLongAsARedirectAskedAlsoAfterARestart(@TempDir Path folder) {
    HostMemory memory = HostMemory.in(folder);
    Politeness before = new Politeness(Duration.ofMillis(5), memory, CLOCK, false);
    new HostPaces(before, CLOCK).answered(HOST, answer(301, "240"));

    Politeness after = new Politeness(Duration.ofMillis(5), memory, CLOCK, true);

    assertThat(after.untilTurn(HOST)).isBetween(seconds(220), seconds(241));
  }

  private static Exchange answer(int status, String retryAfter) {
    return new Exchange(
        "http://" + HOST + "/",
        "",
        NOW,
        Duration.ofMillis(1),
        new byte[0],
        status,
        "",
        List.of(new HeaderLine("Retry-After", retryAfter)),
        new byte[0],
        false);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
