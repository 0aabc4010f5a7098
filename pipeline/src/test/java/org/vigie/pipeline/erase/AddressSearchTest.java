package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Capture;
import org.vigie.crawler.extract.Extraction;

class AddressSearchTest {
  private static final AddressSearch SEARCH =
      new AddressSearch(Set.of("https://ads.example.org/offers/7", "https://ads.example.org/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"https://ads.example.org/offers/7\">",
        "<a href='/offers/7'>",
        "see https://ads.example.org/offers/7."
      })
  void findsAnAddressWithinItsHostAndWhole(String body) {
    assertThat(isIn("https://ads.example.org/list", body, Map.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a href='/offers/77'>", "/offers/7/photos", "/offers/", "/", ""})
  void isNotMisledByLongerOrShorterOnes(String body) {
    assertThat(isIn("https://ads.example.org/list", body, Map.of())).isFalse();
  }

  @Test
  void looksForTheWholeAddressElsewhereAndInHeaders() {
    String other = "https://other.example.org/";
    assertThat(isIn(other, "/offers/7", Map.of())).isFalse();
    assertThat(isIn(other, "https://ads.example.org/offers/7", Map.of())).isTrue();
    assertThat(isIn(other, "", Map.of("location", "https://ads.example.org/offers/7"))).isTrue();
  }

  private static boolean isIn(String url, String body, Map<String, String> headers) {
    Capture capture =
        new Capture(url, Instant.EPOCH, 200, headers, "sha256:0", "x.warc.gz", 0, "m-1");
    return SEARCH.isIn(capture, body.getBytes(UTF_8), new Extraction(List.of(), List.of(), ""));
  }
}
