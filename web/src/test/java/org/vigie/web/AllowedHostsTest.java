package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
  private static final String LOCAL = "192.0.2.7";

  private final AllowedHosts hosts =
      new AllowedHosts(List.of("Vigie.example.org", "192.0.2.8", "2001:db8::8"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8480",
        "localhost.:8480",
        "127.0.0.1:8480",
        "127.9.9.9",
        "[::1]:8480",
        "[0:0:0:0:0:0:0:1]",
        "vigie.example.org",
        "VIGIE.example.org.:443",
        "192.0.2.7:8480",
        "192.0.2.8",
        "[2001:db8:0:0::8]:8480"
      })
  void allowsThisMachineAndWhatIsNamed(String host) {
    assertThat(hosts.allow(host, LOCAL)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "evil.example",
        "evil.example:8480",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil-vigie.example.org",
        "sub.vigie.example.org",
        "vigie.example.org@evil.example",
        "vigie.example.org:80:80",
        "evil.example,vigie.example.org",
        "127.1.2.3.4",
        "127.0.0.999",
        "2130706433",
        "192.0.2.9",
        "[2001:db8::9]",
        "[evil.example]",
        "[::1",
        "::1"
      })
  void refusesAnyOther(String host) {
    assertThat(hosts.allow(host, LOCAL)).isFalse();
  }

  @Test
  void refusesARequestWithoutAHost() {
    assertThat(hosts.allow(null, LOCAL)).isFalse();
  }

  @Test
  void saysOnceForEachOfTheFirstFewWhoIsRefused() {
    assertThat(hosts.logRefused("evil.example")).isTrue();
    assertThat(hosts.logRefused("evil.example")).isFalse();
    assertThat(hosts.logRefused(null)).isTrue();
    long said =
        IntStream.range(0, 1_000).filter(i -> hosts.logRefused("a" + i + ".example")).count();
    assertThat(said).isEqualTo(18);
  }
}
