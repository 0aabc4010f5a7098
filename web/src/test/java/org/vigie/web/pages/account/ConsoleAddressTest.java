package org.vigie.web.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleAddressTest {
  @Test
  void isWhereTheRequestCameInIfThatHostIsNamed() {
    ConsoleAddress address = new ConsoleAddress(List.of("vigie.example.org", "::2", "desk"));

    assertThat(address.seenFrom("https://Vigie.example.org:8443"))
        .contains("https://Vigie.example.org:8443");
    assertThat(address.seenFrom("http://desk")).contains("http://desk");
    assertThat(address.seenFrom("https://[::2]:8443")).contains("https://[::2]:8443");
  }

  @Test
  void isTheFirstNamedHostBehindTlsWhereWhoAsksSitsAtThisMachine() {
    assertThat(new ConsoleAddress(List.of("vigie.example.org")).seenFrom("http://localhost:8080"))
        .contains("https://vigie.example.org");
    assertThat(new ConsoleAddress(List.of("::2")).seenFrom("http://127.0.0.1:8080"))
        .contains("https://[::2]");
  }

  @Test
  void isUnknownWhereNoHostIsNamed() {
    assertThat(new ConsoleAddress(List.of()).seenFrom("http://localhost:8080")).isEmpty();
  }
}
