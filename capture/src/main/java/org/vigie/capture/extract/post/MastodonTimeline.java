package org.vigie.capture.extract.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.LinkHeader;
import org.vigie.capture.extract.link.QueryParameter;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Json;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/**
 * Public and tag timelines of Mastodon and the servers that speak its API (Pleroma, Akkoma,
 * Pixelfed, GoToSocial, …): each public post an advert. Pages of older posts are followed, by the
 * {@code Link} header or, where a server sends none, by {@code max_id}.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/timelines/">Mastodon: timelines</a>
 */
public final class MastodonTimeline implements ChannelReader {
  /** The API gives 40 at most. */
  private static final int MAX_POSTS = 1_000;

  /** What others than followers may read. */
  private static final Set<String> OPEN = Set.of("public", "unlisted", "");

  @Override
  public String name() {
    return "mastodon";
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
    boolean timeline = json.isArray() && (isPost(json.path(0)) || isEmptyTimeline(payload));
    if (!timeline && !isPost(json)) {
      return null;
    }
    List<Advert> adverts = new ArrayList<>();
    String last = "";
    for (JsonNode post : timeline ? json : List.of(json)) {
      if (adverts.size() < MAX_POSTS && isPost(post)) {
        last = Json.text(post, "id");
        Advert advert = advert(payload.page(), post);
        if (advert != null) {
          adverts.add(advert);
        }
      }
    }
    String next = timeline && !last.isEmpty() ? older(payload, last) : "";
    return Extraction.paged(adverts, next.isEmpty() ? List.of() : List.of(next), next);
  }

  private static boolean isPost(JsonNode node) {
    return node.has("id")
        && node.has("account")
        && node.has("created_at")
        && node.path("content").isTextual();
  }

  private static boolean isEmptyTimeline(Payload payload) {
    return payload.json().isEmpty() && payload.capture().url().contains("/api/v1/timelines/");
  }

  private static String older(Payload payload, String last) {
    String url = payload.capture().url();
    String header = payload.capture().headers().getOrDefault("link", "");
    String linked = payload.page().links().resolve(LinkHeader.target(header, "next"));
    if (!linked.isEmpty()) {
      return linked.equals(url) ? "" : linked;
    }
    return url.contains("/api/v1/") ? QueryParameter.set(url, "max_id", last) : "";
  }

  private static @Nullable Advert advert(Page page, JsonNode outer) {
    JsonNode boosted = outer.path("reblog");
    JsonNode post = isPost(boosted) ? boosted : outer;
    String title = Json.text(post, "spoiler_text");
    String body = body(page, post);
    if (!OPEN.contains(Json.text(post, "visibility")) || (title.isBlank() && body.isBlank())) {
      return null;
    }
    String url = page.links().resolve(Json.text(post, "url", "uri"));
    Advert.Builder advert =
        page.advert(Channel.SOCIAL, null)
            .sourceId(Json.text(post, "uri", "id"))
            .title(title)
            .body(body)
            .language(Page.language(Json.text(post, "language")))
            .postedAt(Times.parse(Json.text(post, "created_at")))
            .field("author", Json.text(post.path("account"), "display_name", "acct", "username"))
            .context("handle", handle(post.path("account")))
            .context("edited", Json.text(post, "edited_at").isEmpty() ? "" : "true")
            .context("editedAt", Json.text(post, "edited_at"))
            .context("replyTo", Json.text(post, "in_reply_to_id"))
            .context("sharedBy", post == outer ? "" : Json.text(outer.path("account"), "acct"))
            .context("links", String.join(" ", links(page, post)))
            .context("images", page.imageHashes(images(page, post)));
    return url.isEmpty() ? advert.build() : advert.url(url).build();
  }

  /** Who shows no other name is known by it as author. */
  private static String handle(JsonNode account) {
    boolean named = !Json.text(account, "display_name").isBlank();
    return named ? Json.text(account, "acct", "username") : "";
  }

  /** A poll's options are part of what a post says. */
  private static String body(Page page, JsonNode post) {
    StringBuilder body = new StringBuilder(page.described(Json.text(post, "content")));
    for (JsonNode option : post.path("poll").path("options")) {
      body.append('\n').append(Json.text(option, "title"));
    }
    return body.toString().strip();
  }

  /** Links to the posts under a tag and to the people mentioned are no links of the post's own. */
  private static Set<String> links(Page page, JsonNode post) {
    Set<String> links = HtmlLinks.of(page.links(), Json.text(post, "content"));
    links.add(page.links().resolve(Json.text(post.path("card"), "url")));
    links.remove("");
    return links;
  }

  private static Set<String> images(Page page, JsonNode post) {
    Set<String> images = new LinkedHashSet<>();
    for (JsonNode media : post.path("media_attachments")) {
      if (Json.text(media, "type").equals("image")) {
        images.add(page.links().resolve(Json.text(media, "remote_url", "url")));
      }
    }
    return images;
  }
}
