package org.vigie.crawler.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.address.AsciiHost;

class WebAddressTest {
  private static final List<String> PARTS =
      List.of(
          "http://",
          "https://",
          "HTTP://",
          "ftp://",
          "//",
          "example.org",
          "EXAMPLE.org",
          "a-b.c",
          "-a.b",
          "a..b",
          "1.2.3.4",
          "a.1b",
          "[::1]",
          "x_y.org",
          "ü.org",
          ":80",
          ":443",
          ":8080",
          ":99999",
          "/",
          "/a/b",
          "/ä",
          "/%C3%A4",
          "/%zz",
          "/a b",
          "/a|b",
          "?",
          "?q=1&r=2",
          "?q=[1]",
          "#",
          "#top",
          "#a b",
          "user@",
          "u:p@",
          "..",
          "\\",
          "\"",
          " ",
          ";v=1",
          "(1)",
          "'",
          "%");

  /** The slow way, which the fast one must agree with whatever it is given. */
  private static @Nullable String plain(String text) {
    try {
      String ascii = AsciiHost.in(text.strip());
      if (ascii == null) {
        return null;
      }
      URI uri = new URI(ascii);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (!List.of("http", "https").contains(scheme)
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getPort() > 65_535) {
        return null;
      }
      boolean own = uri.getPort() == (scheme.equals("http") ? 80 : 443);
      return scheme
          + "://"
          + uri.getHost().toLowerCase(Locale.ROOT)
          + (uri.getPort() < 0 || own ? "" : ":" + uri.getPort())
          + octets(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
          + (uri.getRawQuery() == null ? "" : "?" + octets(uri.getRawQuery()));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String octets(String letters) {
    return letters.replace("ä", "%C3%A4").replace("ü", "%C3%BC");
  }

  @Test
  void writesLettersOfPathAndQueryAsTheOctetsThatAreSent() {
    assertThat(url("http://a.example.org/\u043e\u0431/\ud83d\ude00?q=\u00e9#\u00e9"))
        .isEqualTo("http://a.example.org/%D0%BE%D0%B1/%F0%9F%98%80?q=%C3%A9");
    assertThat(url("http://a.example.org/e\u0301")).isEqualTo("http://a.example.org/e%CC%81");
    assertThat(url("http://a.example.org/%d0%BE")).isEqualTo("http://a.example.org/%d0%BE");
    assertThat(url("http://a.example.org/\ud83d")).isNull();
    assertThat(url("http://a.example.org/?\ude00x")).isNull();
  }

  private static @Nullable String url(String text) {
    WebAddress address = WebAddress.parse(text);
    return address == null ? null : address.url();
  }

  @Test
  void agreesWithTheSlowWayOnWhateverItIsGiven() {
    for (long seed = 0; seed < 200_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(random.nextInt(5) > 0 ? "http://" : "");
      for (int parts = random.nextInt(5); parts >= 0; parts--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      WebAddress address = WebAddress.parse(text.toString());

      assertThat(address == null ? null : address.url())
          .as("seed %d: %s", seed, text)
          .isEqualTo(plain(text.toString()));
    }
  }
}
