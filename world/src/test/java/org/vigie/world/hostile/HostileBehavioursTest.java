package org.vigie.world.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileBehavioursTest {
  private static final Set<String> NAMES =
      HostileBehaviours.all().stream().map(HostileBehaviour::name).collect(Collectors.toSet());

  @Test
  void areManyMoreThanSixtyWithNamesOfTheirOwn() {
    assertThat(NAMES).hasSize(HostileBehaviours.all().size()).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void sayInWhatTheyEndAndWithinWhatTime() {
    assertThat(HostileBehaviours.all())
        .allSatisfy(behaviour -> {
          assertThat(behaviour.due().ends()).as(behaviour.name()).isNotEmpty();
          assertThat(behaviour.due().within())
              .as(behaviour.name())
              .isBetween(Duration.ofMillis(1), Duration.ofMinutes(2));
        });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "slow and endless bodies  | slow-body endless-body endless-chunks endless-error",
        "slow and endless headers | slow-status slow-headers endless-headers endless-header",
        "bombs                    | gzip-bomb brotli-bomb zstd-bomb",
        "stacked bombs            | gzip-stacked-bomb brotli-in-brotli mixed-bomb thousand-codings",
        "length lies              | length-too-long length-too-short length-huge lengths-differ",
        "chunk faults             | chunk-size-garbage chunk-size-negative chunks-cut no-last-chunk",
        "redirect loops, chains   | redirect-loop redirect-chain",
        "self-redirects           | redirect-to-self refresh-loop",
        "cookie loops             | cookie-loop",
        "a million links and tags | million-links million-tags million-attributes",
        "charset lies             | charset-lie charset-unknown charset-mark charset-utf-7",
        "TLS failures             | tls-expired tls-future tls-self-signed tls-other tls-none",
        "resets                   | reset-at-once reset-in-headers reset-in-body tls-reset",
        "calendars, session ids   | calendar session-ids",
        "path growth, soft 404s   | path-growth soft-404",
        "302 to a private address | redirect-private redirect-metadata redirect-loopback",
        "DNS that changes         | dns-rebinding dns-flapping"
      })
  void playWhatServersAreKnownToDo(String kind, String names) {
    assertThat(NAMES).as(kind).containsAll(List.of(names.split(" ")));
  }

  @Test
  void failAtRobotsInMoreThanTwelveWays() {
    assertThat(RobotsFaults.all()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(NAMES)
        .containsAll(RobotsFaults.all().stream().map(HostileBehaviour::name).toList())
        .containsAll(
            Arrays.stream(
                    "s500 s503 s429 silent drip reset cut html loop chain private bad-chunks"
                        .split(" "))
                .map(name -> "robots-" + name)
                .toList());
  }
}
