package org.vigie.capture.extract.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Json;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org): each item an advert, its link worth fetching. */
public final class JsonFeed implements ChannelReader {
  /** A feed that lists more is an archive. */
  private static final int MAX_ITEMS = 5_000;

  @Override
  public String name() {
    return "json-feed";
  }

  @Override
  public boolean tellsNone(Payload payload) {
    return true;
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    JsonNode feed = payload.json();
    if (!Json.text(feed, "version").contains("jsonfeed.org/version/")) {
      return null;
    }
    Page page = payload.page();
    List<Advert> adverts = new ArrayList<>();
    Set<String> links = new LinkedHashSet<>();
    String next = page.links().resolve(Json.text(feed, "next_url"));
    links.add(next);
    for (JsonNode item : feed.path("items")) {
      if (adverts.size() < MAX_ITEMS) {
        Advert advert = advert(page, feed, item);
        if (advert != null) {
          adverts.add(advert);
        }
        String link = page.links().resolve(Json.text(item, "url"));
        if (PageLinks.isPage(link)) {
          links.add(link);
        }
      }
    }
    links.remove("");
    links.remove(page.capture().url());
    return Extraction.paged(adverts, new ArrayList<>(links), next);
  }

  private static @Nullable Advert advert(Page page, JsonNode feed, JsonNode item) {
    String title = Json.text(item, "title");
    String body = body(page, item);
    if (title.isBlank() && body.isBlank()) {
      return null;
    }
    String link = page.links().resolve(Json.text(item, "url"));
    Instant published = Times.parse(Json.text(item, "date_published"));
    String changed = Json.text(item, "date_modified");
    String language = Page.language(Json.text(item, "language"));
    Advert.Builder advert =
        page.advert(Channel.FEED, null)
            .title(title)
            .body(body)
            .sourceId(Json.text(item, "id"))
            .postedAt(published == null ? Times.parse(changed) : published)
            .language(language.isEmpty() ? Page.language(Json.text(feed, "language")) : language)
            .field("author", authors(item).isEmpty() ? authors(feed) : authors(item))
            .context("editedAt", published == null ? "" : changed)
            .context("links", page.links().resolve(Json.text(item, "external_url")))
            .context("images", page.imageHashes(images(page, item)));
    return link.isEmpty() ? advert.build() : advert.url(link).build();
  }

  private static String body(Page page, JsonNode item) {
    String html = page.described(Json.text(item, "content_html"));
    String text = html.isBlank() ? Json.text(item, "content_text") : html;
    return text.isBlank() ? Json.text(item, "summary") : text;
  }

  /** Version 1.0 has one {@code author}, 1.1 a list; those of a feed are its items', too. */
  private static String authors(JsonNode item) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : item.path("authors")) {
      names.add(Json.text(author, "name", "url"));
    }
    names.removeIf(String::isBlank);
    return names.isEmpty()
        ? Json.text(item.path("author"), "name", "url")
        : String.join(", ", names);
  }

  private static List<String> images(Page page, JsonNode item) {
    return List.of(
        page.links().resolve(Json.text(item, "image")),
        page.links().resolve(Json.text(item, "banner_image")));
  }
}
