package org.vigie.capture.extract.offer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.Item;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Times;

/**
 * What a page declares of the one article or video that it shows.
 *
 * @param text what a video's author says of it, empty for an article: the page shows it whole
 * @param author who made it, or empty
 * @param time when it was made public, if the page says so
 */
record DeclaredEntry(String text, String author, @Nullable Instant time) {
  static final DeclaredEntry NONE = new DeclaredEntry("", "", null);

  private static final List<String> ARTICLES = List.of("Article", "NewsArticle", "BlogPosting");

  static DeclaredEntry of(Page page) {
    List<Item> entries = page.jsonLd().stream().filter(DeclaredEntry::isEntry).toList();
    if (entries.size() != 1) {
      return NONE;
    }
    Item entry = entries.getFirst();
    boolean video = entry.is("VideoObject");
    String url = page.links().resolve(entry.text("url", "@id"));
    // Articles have videos in them, which stand at addresses of their own.
    if (video && !LinkResolver.path(url).equals(LinkResolver.path(page.capture().url()))) {
      return NONE;
    }
    return new DeclaredEntry(
        video ? page.described(entry.text("description")) : "",
        entry.text("author", "creator"),
        Times.parse(entry.text("datePublished", "uploadDate")));
  }

  private static boolean isEntry(Item item) {
    return item.is("VideoObject") || ARTICLES.stream().anyMatch(item::is);
  }
}
