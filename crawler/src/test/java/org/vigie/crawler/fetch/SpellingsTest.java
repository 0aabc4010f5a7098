package org.vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.capture.extract.address.AsciiHost;
import org.vigie.world.hostile.ForbiddenSpellings;
import org.vigie.world.hostile.Tripwire;

class SpellingsTest {
  private static final NameService NO_DNS =
      host -> {
        // Literal addresses need no name service; no test may ask a real one.
        boolean literal = host.indexOf(':') >= 0 || host.chars().noneMatch(Character::isLetter);
        if (!literal) {
          throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
      };

  /** As wide as it can be opened: what is refused here is refused always. */
  private static final AddressGuard OPEN =
      AddressGuard.closed().opening(Stream.of("0.0.0.0/0", "::/0"));

  static List<String> spellings() {
    return ForbiddenSpellings.all();
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void resolvesNoSpellingOfAForbiddenAddress(String spelling) {
    GuardedResolver resolver = new GuardedResolver(NO_DNS, OPEN);

    assertThatThrownBy(() -> resolver.resolve(spelling)).isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void resolvesNoneThatIsWrittenInFullWidthLettersAndForeignDotsEither(String spelling) {
    GuardedResolver resolver = new GuardedResolver(NO_DNS, OPEN);

    for (char dot : "\u3002\uff0e\uff61".toCharArray()) {
      String wide = fullWidth(spelling).replace('\uff0e', dot);
      String address = AsciiHost.in("http://" + wide + "/");
      String host = address == null ? null : URI.create(address).getHost();
      if (host != null) {
        assertThatThrownBy(() -> resolver.resolve(host)).isInstanceOf(UnknownHostException.class);
      }
    }
  }

  /** Writes every visible ASCII character as its wide twin, which a name service would not know. */
  private static String fullWidth(String ascii) {
    StringBuilder wide = new StringBuilder();
    ascii.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
    return wide.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "x1.example.org", "1.example.org", "0x7f.example.org", "a.b1"})
  void takesNoOrdinaryHostForAnObscureNumber(String host) {
    assertThat(HostName.isObscureNumber(host)).isFalse();
  }

  /** The name server says "public" first, and "forbidden" ever after (DNS rebinding). */
  @Test
  void connectsToTheAddressThatWasCheckedHoweverTheNameChanges() throws Exception {
    InetAddress open = InetAddress.getByName("127.16.0.1");
    InetAddress closed = InetAddress.getByName("127.200.0.1");
    try (Tripwire forbidden = new Tripwire(closed);
        Tripwire checked = new Tripwire(open, forbidden.port())) {
      AtomicInteger asked = new AtomicInteger();
      GuardedResolver resolver =
          new GuardedResolver(
              host -> new InetAddress[] {asked.getAndIncrement() == 0 ? open : closed}, OPEN);
      URI page = URI.create("http://rebind.example.org:" + forbidden.port() + "/");

      resolver.address("rebind.example.org");
      try (PageClient client =
          new PageClient("Vigie/0.1", Duration.ofSeconds(2), 2, resolver, Clock.systemUTC())) {
        for (int i = 0; i < 5; i++) {
          assertThatThrownBy(() -> client.get(page, 100, type -> true))
              .isInstanceOf(FetchException.class);
        }
      }

      assertThat(checked.connections()).isEqualTo(5);
      assertThat(forbidden.connections()).isZero();
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void refusesANameThatChangedToAForbiddenAddressBeforeTheNextCrawl() throws Exception {
    InetAddress open = InetAddress.getByName("127.16.0.1");
    InetAddress closed = InetAddress.getByName("127.200.0.1");
    AtomicInteger asked = new AtomicInteger();
    NameService dns = host -> new InetAddress[] {asked.getAndIncrement() == 0 ? open : closed};

    assertThat(new GuardedResolver(dns, OPEN).resolve("x.example.org")).hasSize(1);
    assertThatThrownBy(() -> new GuardedResolver(dns, OPEN).resolve("x.example.org"))
        .isInstanceOf(RefusedAddressException.class);
  }

  @Test
  void refusesANameOfWhichOneAddressIsForbidden() throws Exception {
    InetAddress[] both = {InetAddress.getByName("127.16.0.1"), InetAddress.getByName("10.0.0.1")};

    assertThatThrownBy(() -> new GuardedResolver(host -> both, OPEN).resolve("x.example.org"))
        .isInstanceOf(RefusedAddressException.class);
  }
}
