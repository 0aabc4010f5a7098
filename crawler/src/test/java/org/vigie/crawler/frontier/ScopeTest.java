package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
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
    Scope scope =
        new Scope(
            List.of(
                new Target("https://example.org/", 0, 0),
                new Target("http://other.example:9000/a", 0, 0)));

    assertThat(scope.contains(url)).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.ORG, http://example.org/",
    "https://example.org:443/a?b=1#c, https://example.org/a?b=1",
    "http://example.org:443/a, http://example.org:443/a"
  })
  void knowsAnAddressUnderOneForm(String url, String normal) {
    assertThat(Scope.normalize(url)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.org/", "http://u:p@example.org/", "/x", "mailto:a@b", "http:///x"})
  void takesNothingButWebAddressesWithoutCredentials(String url) {
    assertThat(Scope.normalize(url)).isNull();
  }

  @Test
  void seesATrapInRepetitionDepthAndParameters() {
    String base = "http://example.org/";
    assertThat(Scope.isTrap(base + "a/b/a/b/a/b/a/b")).isTrue();
    assertThat(Scope.isTrap(base + "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21"))
        .isTrue();
    assertThat(Scope.isTrap(base + "?" + "a=1&".repeat(30))).isTrue();
    assertThat(Scope.isTrap(base + "x".repeat(3_000))).isTrue();
    assertThat(Scope.isTrap(base + "ads/berlin/2026/03/room?page=2&sort=new")).isFalse();
  }
}
