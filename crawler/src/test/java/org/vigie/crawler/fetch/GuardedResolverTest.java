package org.vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedResolverTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "3fff::1",
        "100::1"
      })
  void refusesEveryAddressThatIsNotPublic(String address) {
    GuardedResolver resolver = new GuardedResolver(Map.of("x.example.org", address), false);

    assertThatThrownBy(() -> resolver.resolve("x.example.org"))
        .isInstanceOf(RefusedAddressException.class)
        .hasMessageNotContaining(address);
    assertThatThrownBy(() -> resolver.resolve(address)).isInstanceOf(RefusedAddressException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2a00:1450::1"})
  void resolvesPublicAddresses(String address) throws Exception {
    assertThat(new GuardedResolver(Map.of(), false).resolve(address)).hasSize(1);
  }

  @Test
  void opensLoopbackAloneForTests() throws Exception {
    GuardedResolver open =
        new GuardedResolver(
            Map.of("a.example.org", "127.0.0.1", "b.example.org", "10.0.0.1"), true);

    assertThat(open.resolve("A.example.org")).hasSize(1);
    assertThatThrownBy(() -> open.resolve("b.example.org"))
        .isInstanceOf(RefusedAddressException.class);
  }
}
