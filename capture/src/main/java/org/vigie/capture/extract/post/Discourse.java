package org.vigie.capture.extract.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.link.QueryParameter;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Json;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/**
 * Forums that run on Discourse: lists of topics ({@code /latest.json}) and of posts ({@code
 * /posts.json}), topics as JSON ({@code /t/SLUG/ID.json}), and the pages that hold a topic's JSON
 * within their markup.
 *
 * @see <a href="https://docs.discourse.org/">Discourse API</a>
 */
public final class Discourse implements ChannelReader {
  /** The number of posts on one page of a topic, in Discourse since 2013. */
  private static final int CHUNK = 20;

  private static final int MAX_POSTS = 1_000;

  @Override
  public String name() {
    return "discourse";
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    JsonNode json = payload.json();
    if (json.path("topic_list").path("topics").isArray()) {
      return topics(payload.page(), json);
    }
    if (DiscourseSearch.is(json)) {
      return new Extraction(DiscourseSearch.of(payload.page(), json), List.of(), "");
    }
    if (isTopic(json)) {
      return topic(payload.page(), json);
    }
    if (json.path("latest_posts").isArray()) {
      return new Extraction(latest(payload.page(), json.path("latest_posts")), List.of(), "");
    }
    JsonNode preloaded = preloaded(payload.page());
    return preloaded == null ? null : topicPage(payload.page(), preloaded);
  }

  private static boolean isTopic(JsonNode json) {
    return json.path("post_stream").path("posts").isArray() && json.has("id");
  }

  private static Extraction topics(Page page, JsonNode answer) {
    JsonNode list = answer.path("topic_list");
    Set<String> links = new LinkedHashSet<>();
    String next = page.links().resolve(asJson(Json.text(list, "more_topics_url")));
    links.add(next);
    for (JsonNode topic : list.path("topics")) {
      links.add(page.links().resolve(path(topic) + ".json"));
    }
    links.remove("");
    links.remove(page.capture().url());
    return Extraction.paged(DiscourseTopics.of(page, answer), new ArrayList<>(links), next);
  }

  /** A link to more topics leads to a page for people: the same list as JSON stands beside it. */
  private static String asJson(String link) {
    int query = link.indexOf('?');
    String path = query < 0 ? link : link.substring(0, query);
    return path.isEmpty() || path.endsWith(".json")
        ? link
        : path + ".json" + (query < 0 ? "" : link.substring(query));
  }

  private static Extraction topic(Page page, JsonNode topic) {
    String next = "";
    int number = number(page.capture().url());
    JsonNode stream = topic.path("post_stream").path("stream");
    int posts = Math.max(stream.size(), topic.path("posts_count").asInt());
    if ((long) number * CHUNK < posts) {
      next = page.links().resolve(path(topic) + ".json?page=" + (number + 1));
    }
    List<String> links = next.isEmpty() ? List.of() : List.of(next);
    return Extraction.paged(posts(page, topic), links, next);
  }

  private static Extraction topicPage(Page page, JsonNode topic) {
    return PageLinks.with(page, posts(page, topic));
  }

  private static int number(String url) {
    String value = QueryParameter.get(url, "page");
    return value.isEmpty()
            || value.length() > 6
            || !value.chars().allMatch(c -> c >= '0' && c <= '9')
        ? 1
        : Math.max(1, Integer.parseInt(value));
  }

  static String path(JsonNode topic) {
    String slug = Json.text(topic, "slug");
    String id = Json.text(topic, "id", "topic_id");
    return "/t/" + (slug.isEmpty() ? "" : slug.toLowerCase(Locale.ROOT) + "/") + id;
  }

  /** Returns the topic that a page holds, or null if it holds none. */
  private static @Nullable JsonNode preloaded(Page page) {
    Element holder = page.index().preloaded();
    if (holder == null) {
      return null;
    }
    for (var entry : Json.read(holder.attr("data-preloaded")).properties()) {
      if (entry.getKey().startsWith("topic_") && entry.getValue().isTextual()) {
        JsonNode topic = Json.read(entry.getValue().textValue());
        if (isTopic(topic)) {
          return topic;
        }
      }
    }
    return null;
  }

  private static List<Advert> posts(Page page, JsonNode topic) {
    List<Advert> adverts = new ArrayList<>();
    topic.path("post_stream").path("posts").forEach(post -> add(page, topic, post, adverts));
    return adverts;
  }

  /** The newest posts of a forum each tell what topic they are of. */
  private static List<Advert> latest(Page page, JsonNode posts) {
    List<Advert> adverts = new ArrayList<>();
    for (JsonNode post : posts) {
      JsonNode topic =
          JsonNodeFactory.instance
              .objectNode()
              .put("id", Json.text(post, "topic_id"))
              .put("slug", Json.text(post, "topic_slug"))
              .put("title", Json.text(post, "topic_title"));
      add(page, topic, post, adverts);
    }
    return adverts;
  }

  private static void add(Page page, JsonNode topic, JsonNode post, List<Advert> adverts) {
    String body = page.described(unquoted(Json.text(post, "cooked", "raw")));
    // Type 3 are small actions such as "closed this topic", which are nobody's words.
    boolean written = post.path("post_type").asInt(1) != 3 && !post.path("hidden").asBoolean();
    if (written && !body.isBlank() && adverts.size() < MAX_POSTS) {
      adverts.add(advert(page, topic, post, body));
    }
  }

  /** What is quoted from others stands in their posts already. */
  private static String unquoted(String cooked) {
    if (!cooked.contains("<aside")) {
      return cooked;
    }
    Element body = Jsoup.parseBodyFragment(cooked).body();
    body.select("aside.quote").remove();
    return body.html();
  }

  private static Advert advert(Page page, JsonNode topic, JsonNode post, String body) {
    String number = Json.text(post, "post_number");
    String html = Json.text(post, "cooked");
    String answered = Json.text(post, "reply_to_post_number");
    return page.advert(Channel.FORUM, null)
        .sourceId(Json.text(post, "id"))
        .url(page.links().resolve(path(topic) + (number.isEmpty() ? "" : "/" + number)))
        .title(page.described(Json.text(topic, "title")))
        .body(body)
        .language(page.language())
        .postedAt(Times.parse(Json.text(post, "created_at")))
        .field("author", Json.text(post, "username", "name"))
        .context("post", number)
        .context("edited", post.path("version").asInt(1) > 1 ? "true" : "")
        .context("replyTo", answered)
        .context("links", String.join(" ", HtmlLinks.of(page.links(), html)))
        .build();
  }
}
