package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.page.Extraction;

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

  @Test
  void findsOneOfManyWhereLookingForEachFindsIt() {
    Random random = new Random(3);
    int found = 0;
    for (int round = 0; round < 5_000; round++) {
      Set<String> addresses = new TreeSet<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        addresses.add(origin(random) + path(random));
      }
      String url = origin(random) + "/list";
      String body =
          "<a href='" + (random.nextBoolean() ? origin(random) : "") + path(random) + "'>";
      boolean each =
          addresses.stream()
              .anyMatch(one -> isIn(new AddressSearch(Set.of(one)), url, body, Map.of()));
      assertThat(isIn(new AddressSearch(addresses), url, body, Map.of()))
          .as("%s at %s: %s", addresses, url, body)
          .isEqualTo(each);
      found += each ? 1 : 0;
    }
    assertThat(found).isBetween(500, 4_500);
  }

  private static String origin(Random random) {
    return random.nextBoolean() ? "https://ads.example.org" : "https://x.example";
  }

  private static String path(Random random) {
    return List.of("/", "/offers/7", "/offers/77", "/offers", "/offers/7/photos", "/x")
        .get(random.nextInt(6));
  }

  private static boolean isIn(String url, String body, Map<String, String> headers) {
    return isIn(SEARCH, url, body, headers);
  }

  private static boolean isIn(
      AddressSearch search, String url, String body, Map<String, String> headers) {
    Capture capture =
        new Capture(url, Instant.EPOCH, 200, headers, "sha256:0", "x.warc.gz", 0, "m-1");
    return search.isIn(capture, body.getBytes(UTF_8), new Extraction(List.of(), List.of(), ""));
  }
}
