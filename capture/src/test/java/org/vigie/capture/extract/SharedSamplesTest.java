package org.vigie.capture.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.Extraction;

class SharedSamplesTest {
  private final AdvertExtractor extractor = new AdvertExtractor();

  @Test
  void readsEverySampleOfStructuredDataGoodOrBroken() throws Exception {
    int pages = 0;
    for (Path file : SharedPages.files(SharedPages.folder("html/structured-data"), ".html")) {
      assertThat(extract(file, "https://example.org/a/b").failure()).isEmpty();
      pages++;
    }
    assertThat(pages).isGreaterThan(50);
  }

  @Test
  void readsTheMessagesOfSavedTelegramPreviews() throws Exception {
    Path folder = SharedPages.folder("html/telegram-preview");
    for (Path file : SharedPages.files(folder, ".html")) {
      assertThat(extract(file, "https://t.me/s/x").failure()).isEmpty();
    }
    Extraction full = extract(folder.resolve("full.html"), "https://t.me/s/topwar_official");
    assertThat(full.adverts())
        .hasSize(13)
        .allMatch(a -> a.channel() == Channel.MESSAGING && a.site().startsWith("t.me/"));
    assertThat(full.adverts().subList(0, 12)).allMatch(a -> a.postedAt() != null);
    assertThat(full.adverts().getLast().sourceId()).isEqualTo("topwar_official");
    assertThat(full.links()).hasSize(1).first().asString().contains("?before=");
  }

  @Test
  void tellsTheDetailPageOfAClassifiedsSiteFromItsListings() throws Exception {
    Path folder = SharedPages.folder("html/classifieds-fr");
    Extraction detail =
        extract(folder.resolve("ad_1072097995.html"), "https://example.org/ventes/1072097995.htm");
    assertThat(detail.adverts()).hasSize(1);
    Advert advert = detail.adverts().getFirst();
    assertThat(advert.title()).isNotBlank();
    assertThat(advert.body()).isNotBlank();
    for (String listing : new String[] {"search_result.html", "search_result2.html"}) {
      Extraction extraction = extract(folder.resolve(listing), "https://example.org/annonces/x");
      assertThat(extraction.adverts()).hasSizeGreaterThan(20).allMatch(a -> !a.title().isBlank());
      assertThat(extraction.doubtful()).isTrue();
      assertThat(extraction.links()).hasSizeGreaterThan(30);
    }
  }

  private Extraction extract(Path file, String url) throws Exception {
    return extractor.extract(SharedPages.capture(url, "text/html"), SharedPages.read(file));
  }
}
