package org.vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "3ffe::1",
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
  void opensTheLoopbackAddressesThatTheSettingNamesAlone() throws Exception {
    GuardedResolver open =
        new GuardedResolver(
            Map.of(
                "a.example.org", "127.0.0.1",
                "b.example.org", "10.0.0.1",
                "c.example.org", "127.200.0.1"),
            true);

    assertThat(open.resolve("A.example.org")).hasSize(1);
    assertThat(open.resolve("127.0.0.1")).hasSize(1);
    for (String closed : List.of("b.example.org", "c.example.org", "127.0.0.2", "127.200.0.1")) {
      assertThatThrownBy(() -> open.resolve(closed)).isInstanceOf(RefusedAddressException.class);
    }
  }

  @Test
  void keepsTheFirstAnswerOfANameThatChangesItsMind() throws Exception {
    GuardedResolver open =
        new GuardedResolver(Map.of("a.example.org", "127.16.0.1;127.200.0.1"), true);

    for (int i = 0; i < 3; i++) {
      assertThat(open.resolve("a.example.org"))
          .containsExactly(InetAddress.getByName("127.16.0.1"));
    }
  }

  @Test
  void refusesANameWithAForbiddenAddressAmongItsOwn() {
    GuardedResolver open =
        new GuardedResolver(Map.of("a.example.org", "127.16.0.1,10.0.0.1"), true);

    assertThatThrownBy(() -> open.resolve("a.example.org"))
        .isInstanceOf(RefusedAddressException.class);
  }

  /** The layouts of RFC 6052, section 2.4: its table, with 192.0.2.33 and 8.8.8.33. */
  @ParameterizedTest
  @CsvSource({
    "2a00:1450::/32, 2a00:1450:c000:221::, 2a00:1450:808:821::",
    "2a00:1450:100::/40, 2a00:1450:1c0:2:21::, 2a00:1450:108:808:21::",
    "2a00:1450:122::/48, 2a00:1450:122:c000:2:2100::, 2a00:1450:122:808:8:2100::",
    "2a00:1450:122:300::/56, 2a00:1450:122:3c0:0:221::, 2a00:1450:122:308:8:821::",
    "2a00:1450:122:344::/64, 2a00:1450:122:344:c0:2:2100::, 2a00:1450:122:344:8:808:2100::",
    "2a00:1450:122:344::/96, 2a00:1450:122:344::192.0.2.33, 2a00:1450:122:344::8.8.8.33",
    "64:ff9b::/96, 64:ff9b::192.0.2.33, 64:ff9b::8.8.8.33",
  })
  void judgesAnAddressBelowALocalTranslatorByTheOneWithin(
      String prefix, String forbidden, String open) throws Exception {
    AddressGuard guard = AddressGuard.closed().behindTranslators(List.of(prefix));

    assertThat(guard.admits(InetAddress.getByName(forbidden))).isFalse();
    assertThat(guard.admits(InetAddress.getByName(open))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.0/33", "127.1/8", "localhost", "a.example.org/8", "10.0.0.0/x"})
  void refusesWhatIsNoAddressBlock(String text) {
    assertThatThrownBy(() -> AddressBlock.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesATranslatorsPrefixOfAnotherLength() {
    assertThatThrownBy(() -> AddressGuard.closed().behindTranslators(List.of("64:ff9b::/90")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a NAT64 prefix must have 32, 40, 48, 56, 64 or 96 bits, but had 90");
  }
}
