package org.vigie.capture.extract.address;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiHostTest {
  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({
    "https://b\u00fccher.example/a, https://xn--bcher-kva.example/a",
    "https://B\u00dcCHER.Example:8443/\u00fc?q#f, https://xn--bcher-kva.example:8443/\u00fc?q#f",
    "//\u043f\u0440\u0438\u043c\u0435\u0440.example/, //xn--e1afmkfd.example/",
    "http://a\u3002b\uff0ec\uff61example, http://a.b.c.example",
    "http://\uff11\uff12\uff17.0.0.1/, http://127.0.0.1/"
  })
  void writesTheHostInAscii(String written, String ascii) {
    assertThat(AsciiHost.in(written)).isEqualTo(ascii);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/\u00fc",
        "https://XN--bcher-kva.example/",
        "/path//\u00fc",
        "mailto:someone@b\u00fccher.example",
        "ftp://b\u00fccher.example/",
        "https://"
      })
  void leavesWhatHasNoOtherHostAsItIs(String address) {
    assertThat(AsciiHost.in(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://stra\u00dfe.example/",
        "https://\u03b1\u03c2.example/",
        "https://a\u200db.example/",
        "https://user@b\u00fccher.example/",
        "https://b\u00fccher.example\uff0fa.example/",
        "https://b\u00fccher.example\uff1a80/",
        "https://b\u00fccher.example\\@a.example/",
        "https://b\u00fccher .example/",
        "https://[\uff1a\uff1a1]/",
        "https://b%C3%BC\u00fc.example/"
      })
  void refusesWhatBrowsersTakeDifferently(String address) {
    assertThat(AsciiHost.in(address)).isNull();
  }

  @Test
  void readsTheLettersOfAHeaderLineAsUtf8() {
    String line = new String("https://b\u00fccher.example/".getBytes(UTF_8), ISO_8859_1);

    assertThat(AsciiHost.inHeader(line)).isEqualTo("https://xn--bcher-kva.example/");
    assertThat(AsciiHost.inHeader("https://b\u00fccher.example/")).isNull();
    assertThat(AsciiHost.inHeader(" /a ")).isEqualTo("/a");
  }

  @Test
  void keepsTheOctetsOfAPathInAHeaderLineAsTheyCame() {
    String utf8 = new String("/caf\u00e9?q=\u017e".getBytes(UTF_8), ISO_8859_1);

    assertThat(AsciiHost.inHeader(utf8)).isEqualTo("/caf%C3%A9?q=%C5%BE");
    assertThat(AsciiHost.inHeader("https://example.org/caf\u00e9"))
        .isEqualTo("https://example.org/caf%E9");
  }

  @Test
  void refusesALabelOrANameThatIsTooLong() {
    String label = "\u00fc".repeat(60);

    assertThat(AsciiHost.in("https://" + label + label + ".example/")).isNull();
    assertThat(AsciiHost.in("https://" + "b\u00fccher.".repeat(30) + "example/")).isNull();
  }

  @Test
  void writesWhateverItTakesInLettersThatEveryReaderTakesAlike() {
    Random random = new Random(SEED);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder host = new StringBuilder("\u00fc");
      for (int n = random.nextInt(1, 6); n > 0; n--) {
        host.appendCodePoint(random.nextInt(4) == 0 ? '.' : random.nextInt(0x80, 0xffff));
      }
      String address = AsciiHost.in("https://" + host + ".example/x");
      if (address != null) {
        taken++;
        assertThat(address).as("seed %d, round %d", SEED, i).matches("https://[a-z0-9.-]+/x");
        String ascii = address.substring("https://".length(), address.length() - 2);
        assertThat(IDN.toASCII(IDN.toUnicode(ascii))).isEqualTo(ascii);
        assertThat(AsciiHost.in(address)).isEqualTo(address);
      }
    }
    assertThat(taken).isGreaterThan(100);
  }
}
