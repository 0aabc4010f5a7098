package org.vigie.capture.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Capture;

class ShownImagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ads/1234/full.jpg",
        "/ad/1.jpg",
        "/catalogo/foto1.jpg",
        "/img/silicone.jpg",
        "/uploads/smilla-1.jpg"
      })
  void areAnAdvertsThoughTheirAddressHoldsLettersOfASites(String address) {
    assertThat(images("<img src=" + address + ">")).contains("https://example.org" + address);
    assertThat(images("<a href=" + address + ">in full</a>"))
        .contains("https://example.org" + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=/img/logo.png>",
        "<img src=/site_logo_2.png>",
        "<img src=/icons-32.png?v=1>",
        "<img src=/img/smiley.gif>",
        "<img class='ad big' src=/1.jpg>",
        "<img id=top-banner src=/1.jpg>",
        "<img src=/1.svg>"
      })
  void areASitesIfAWordSaysSo(String image) {
    assertThat(images(image)).isEmpty();
  }

  private static Set<String> images(String image) {
    String page =
        "<!doctype html><title>Flat</title><h1>Flat in Lyon</h1>"
            + "<p>A room to let in Lyon from today, with a view, ask for the rest.</p>"
            + image;
    Capture capture =
        new Capture(
            "https://example.org/flat/1",
            Instant.parse("2026-01-02T10:00:00Z"),
            200,
            Map.of("content-type", "text/html"),
            "",
            "test",
            0,
            "unit");
    return Set.copyOf(new AdvertExtractor().extract(capture, page.getBytes(UTF_8)).images());
  }
}
