package org.vigie.lab.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.lab.bench.stream.ProbeAdverts.Kind;
import org.vigie.lab.bench.stream.ProbeAdverts.Probe;

class AlertClockTest {
  private final AlertClock clock = new AlertClock();

  @Test
  void measuresTheFirstAlertOfEachProbeAndNoOther() throws Exception {
    clock.sends(new Probe(Kind.WATCHED_CONTACT, "+33639980001", List.of()), 1_000_000);
    clock.sends(new Probe(Kind.STORED_QUERY, "probeword00001", List.of()), 2_000_000);
    clock.sends(new Probe(Kind.CAMPAIGN, "c-1", List.of()), 3_000_000);
    clock.came("{\"rule\":\"watched-contact\",\"subject\":\"phone:+33639980001\"}", 6_000_000);
    clock.came("{\"rule\":\"probeword00001\",\"subject\":\"a-1\"}", 8_000_000);
    clock.came("{\"rule\":\"probeword00001\",\"subject\":\"a-1\"}", 90_000_000);
    clock.came("{\"rule\":\"campaign\",\"subject\":\"c-2\"}", 90_000_000);

    assertThat(clock.taken())
        .isEqualTo(
            Map.of(
                Kind.WATCHED_CONTACT, List.of(Duration.ofMillis(5)),
                Kind.STORED_QUERY, List.of(Duration.ofMillis(6))));
    assertThat(clock.await(Duration.ZERO)).isOne();
  }

  @Test
  void forgetsWhatItMeasuredBefore() throws Exception {
    clock.sends(new Probe(Kind.CAMPAIGN, "c-1", List.of()), 0);
    clock.came("{\"rule\":\"campaign\",\"subject\":\"c-1\"}", 1);
    clock.sends(new Probe(Kind.CAMPAIGN, "c-2", List.of()), 0);

    clock.startAnew();

    assertThat(clock.taken()).isEmpty();
    assertThat(clock.await(Duration.ZERO)).isZero();
  }
}
