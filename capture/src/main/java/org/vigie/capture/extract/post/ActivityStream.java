package org.vigie.capture.extract.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Json;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/**
 * Public posts in ActivityPub's own form (W3C, 2018): outboxes, their pages, single notes. What is
 * addressed to less than the public is passed over.
 */
public final class ActivityStream implements ChannelReader {
  private static final int MAX_POSTS = 1_000;

  /** The three spellings of the public (ActivityPub, section 5.6). */
  private static final Set<String> PUBLIC =
      Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

  private static final Set<String> COLLECTIONS =
      Set.of("Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage");

  private static final Set<String> POSTS = Set.of("Note", "Article", "Page", "Question", "Event");

  @Override
  public String name() {
    return "activitypub";
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
    JsonNode json = payload.json();
    if (!isActivity(json)) {
      return null;
    }
    Page page = payload.page();
    List<Advert> adverts = new ArrayList<>();
    for (JsonNode entry : entries(json)) {
      Advert advert = adverts.size() < MAX_POSTS ? advert(page, post(entry)) : null;
      if (advert != null) {
        adverts.add(advert);
      }
    }
    String next = page.links().resolve(next(json));
    boolean loop = next.equals(payload.capture().url());
    return Extraction.paged(
        adverts, next.isEmpty() || loop ? List.of() : List.of(next), loop ? "" : next);
  }

  private static boolean isActivity(JsonNode json) {
    String type = Json.text(json, "type");
    return json.has("@context")
        && (COLLECTIONS.contains(type) || POSTS.contains(type) || type.equals("Create"));
  }

  private static Iterable<JsonNode> entries(JsonNode json) {
    if (!COLLECTIONS.contains(Json.text(json, "type"))) {
      return List.of(json);
    }
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode holder : List.of(json, json.path("first"))) {
      holder.path("orderedItems").forEach(entries::add);
      holder.path("items").forEach(entries::add);
    }
    return entries;
  }

  /** A collection that doesn't hold its first page names it. */
  private static String next(JsonNode json) {
    JsonNode first = json.path("first");
    return first.isObject() ? Json.text(first, "next") : Json.text(json, "next", "first");
  }

  private static JsonNode post(JsonNode entry) {
    if (!Json.text(entry, "type").equals("Create")) {
      return entry;
    }
    // What is said in public may be so by what says that it was made (ActivityPub, section 6.2).
    JsonNode made = entry.path("object");
    return made instanceof ObjectNode note && !note.has("to") && !note.has("cc")
        ? note.deepCopy().set("to", entry.path("to"))
        : made;
  }

  private static @Nullable Advert advert(Page page, JsonNode post) {
    String title = Json.text(post, "name", "summary");
    String body = page.described(Json.text(post, "content"));
    boolean blank = title.isBlank() && body.isBlank();
    if (!POSTS.contains(Json.text(post, "type")) || !isPublic(post) || blank) {
      return null;
    }
    String url = page.links().resolve(Json.text(post, "url", "id"));
    Set<String> links = HtmlLinks.of(page.links(), Json.text(post, "content"));
    Advert.Builder advert =
        page.advert(Channel.SOCIAL, null)
            .sourceId(Json.text(post, "id"))
            .title(title)
            .body(body)
            .language(language(post))
            .postedAt(Times.parse(Json.text(post, "published")))
            .field("author", Json.text(post, "attributedTo"))
            .context("edited", Json.text(post, "updated").isEmpty() ? "" : "true")
            .context("editedAt", Json.text(post, "updated"))
            .context("replyTo", Json.text(post, "inReplyTo"))
            .context("links", String.join(" ", links))
            .context("images", page.imageHashes(images(page, post)));
    return url.isEmpty() ? advert.build() : advert.url(url).build();
  }

  private static boolean isPublic(JsonNode post) {
    for (JsonNode field : List.of(post.path("to"), post.path("cc"))) {
      if (PUBLIC.contains(field.asText(""))) {
        return true;
      }
      for (JsonNode to : field) {
        if (PUBLIC.contains(to.asText(""))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String language(JsonNode post) {
    for (var translation : post.path("contentMap").properties()) {
      return Page.language(translation.getKey());
    }
    return "";
  }

  private static Set<String> images(Page page, JsonNode post) {
    Set<String> images = new LinkedHashSet<>();
    for (JsonNode attachment : post.path("attachment")) {
      if (Json.text(attachment, "mediaType").startsWith("image/")) {
        images.add(page.links().resolve(Json.text(attachment, "url")));
      }
    }
    return images;
  }
}
