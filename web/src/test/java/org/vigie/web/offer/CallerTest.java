package org.vigie.web.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {
  @Test
  void isTheSameHoweverServersAndProxiesWriteIt() {
    assertThat(Caller.of("[0:0:0:0:0:0:0:1]", "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(Caller.of("127.0.0.1", "198.51.100.7:5678")).isEqualTo("198.51.100.7");
    assertThat(Caller.of("127.0.0.1", "[2001:db8:1:2::5]:443"))
        .isEqualTo(Caller.of("2001:db8:1:2::5", null));
  }

  @Test
  void isWhatAProxyOfThisMachineSays() {
    assertThat(Caller.of("127.0.0.1", "192.0.2.9, 198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(Caller.of("203.0.113.5", "198.51.100.7")).isEqualTo("203.0.113.5");
    assertThat(Caller.of("127.0.0.1", "no address")).isEqualTo("127.0.0.1");
    assertThat(Caller.of("127.0.0.1", null)).isEqualTo("127.0.0.1");
  }

  @Test
  void isANetworkOfTheSixthVersionAndNoSingleAddress() {
    assertThat(Caller.of("2001:db8:1:2::5", null)).isEqualTo(Caller.of("2001:db8:1:2::99", null));
    assertThat(Caller.of("2001:db8:1:3::5", null)).isNotEqualTo(Caller.of("2001:db8:1:2::5", null));
  }
}
