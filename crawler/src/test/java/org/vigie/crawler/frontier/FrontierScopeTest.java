package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;

class FrontierScopeTest {
  private static final Mandate MANDATE = TestMandate.VALID;

  @ParameterizedTest
  @CsvSource({
    "https://example.org/x, true",
    "http://www.example.org/x, true",
    "https://example.org:8443/x, false",
    "https://ads.example.org/x, false",
    "https://example.org.evil.example/x, false",
    "https://other.example:9000/x, true",
    "http://other.example/x, false"
  })
  void staysOnTheHostsAndPortsOfItsSeeds(String url, boolean inside) {
    FrontierScope scope =
        new FrontierScope(
            List.of(
                Seed.of("https://example.org/", MANDATE),
                Seed.of("http://other.example:9000/a", MANDATE)));

    assertThat(scope.contains(url)).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/jobs/berlin/, true",
    "http://www.example.org/jobs/berlin/2?page=3, true",
    "https://example.org/jobs/bern, false",
    "https://example.org/jobs/berlin/../private, false",
    "https://example.org/jobs/berlin/%2E%2e/private, false",
    "https://boards.example.net/a, true",
    "https://a.b.example.net/, true",
    "https://notexample.net/, false"
  })
  void reachesAsFarAsASeedSays(String url, boolean inside) {
    FrontierScope scope =
        new FrontierScope(
            List.of(
                seed("https://example.org/jobs/berlin/?page=1", Seed.Reach.PATH),
                seed("https://www.example.net/", Seed.Reach.DOMAIN)));

    assertThat(scope.contains(url)).isEqualTo(inside);
  }

  @Test
  void givesAUrlToTheNarrowestScope() {
    Seed wide = Seed.of("https://example.org/", MANDATE);
    Seed narrow = seed("https://example.org/jobs/", Seed.Reach.PATH);
    FrontierScope scope = new FrontierScope(List.of(wide, narrow));

    assertThat(scope.find("https://example.org/jobs/7")).isEqualTo(narrow);
    assertThat(scope.find("https://example.org/rooms/7")).isEqualTo(wide);
  }

  private static Seed seed(String url, Seed.Reach reach) {
    return new Seed(url, reach, MANDATE, Seed.UNLIMITED, "", null);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.ORG, http://example.org/",
    "https://example.org:443/a?b=1#c, https://example.org/a?b=1",
    "http://example.org:443/a, http://example.org:443/a"
  })
  void knowsAnAddressUnderOneForm(String url, String normal) {
    assertThat(FrontierScope.normalize(url)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.org/", "http://u:p@example.org/", "/x", "mailto:a@b", "http:///x"})
  void takesNothingButWebAddressesWithoutCredentials(String url) {
    assertThat(FrontierScope.normalize(url)).isNull();
  }

  @Test
  void admitsAHostInItsOwnLettersUnderItsAsciiForm() {
    FrontierScope scope =
        new FrontierScope(List.of(Seed.of("https://b\u00fccher.example/", MANDATE)));

    assertThat(scope.admit("https://www.B\u00dcCHER.example/ads"))
        .isEqualTo("https://www.xn--bcher-kva.example/ads");
    assertThat(scope.contains("https://xn--bcher-kva.example/ads")).isTrue();
    assertThat(scope.contains("https://bucher.example/ads")).isFalse();
  }

  @Test
  void seesATrapInRepetitionDepthAndParameters() {
    String base = "http://example.org/";
    assertThat(FrontierScope.isTrap(base + "a/b/a/b/a/b/a/b")).isTrue();
    assertThat(FrontierScope.isTrap(base + "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21"))
        .isTrue();
    assertThat(FrontierScope.isTrap(base + "?" + "a=1&".repeat(30))).isTrue();
    assertThat(FrontierScope.isTrap(base + "x".repeat(3_000))).isTrue();
    assertThat(FrontierScope.isTrap(base + "ads/berlin/2026/03/room?page=2&sort=new")).isFalse();
  }
}
