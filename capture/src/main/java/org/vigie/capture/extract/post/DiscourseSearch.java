package org.vigie.capture.extract.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.Json;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Times;

/** The posts that a search of Discourse found, each with the beginning of its text. */
final class DiscourseSearch {
  private static final int MAX_POSTS = 500;

  private DiscourseSearch() {}

  static boolean is(JsonNode answer) {
    JsonNode first = answer.path("posts").path(0);
    return first.has("blurb") && first.has("topic_id");
  }

  /** Returns an advert for each post that says something. */
  static List<Advert> of(Page page, JsonNode answer) {
    Map<String, JsonNode> topics = new HashMap<>();
    answer.path("topics").forEach(topic -> topics.put(topic.path("id").asText(), topic));
    List<Advert> adverts = new ArrayList<>();
    for (JsonNode post : answer.path("posts")) {
      String body = page.described(Json.text(post, "blurb"));
      JsonNode topic = topics.getOrDefault(post.path("topic_id").asText(), post);
      if (!body.isBlank() && adverts.size() < MAX_POSTS) {
        adverts.add(advert(page, topic, post, body));
      }
    }
    return adverts;
  }

  private static Advert advert(Page page, JsonNode topic, JsonNode post, String body) {
    String number = Json.text(post, "post_number");
    return page.advert(Channel.FORUM, null)
        .sourceId(Json.text(post, "id"))
        .url(page.links().resolve(Discourse.path(topic) + (number.isEmpty() ? "" : "/" + number)))
        .title(page.described(Json.text(topic, "title")))
        .body(body)
        .postedAt(Times.parse(Json.text(post, "created_at")))
        .field("author", Json.text(post, "name", "username"))
        .context("post", number)
        .context("listed", "true")
        .build();
  }
}
