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

/** The topics of a list of Discourse: what each is called, who began it and when. */
final class DiscourseTopics {
  private static final int MAX_TOPICS = 500;

  private DiscourseTopics() {}

  /** Returns an advert for each topic that has a title. */
  static List<Advert> of(Page page, JsonNode answer) {
    Map<String, String> names = new HashMap<>();
    answer
        .path("users")
        .forEach(user -> names.put(user.path("id").asText(), Json.text(user, "name", "username")));
    List<Advert> adverts = new ArrayList<>();
    for (JsonNode topic : answer.path("topic_list").path("topics")) {
      String title = page.described(Json.text(topic, "title"));
      if (!title.isBlank() && adverts.size() < MAX_TOPICS) {
        String beginner = topic.path("posters").path(0).path("user_id").asText();
        adverts.add(
            page.advert(Channel.FORUM, null)
                .sourceId(topic.path("id").asText())
                .url(page.links().resolve(Discourse.path(topic)))
                .title(title)
                .body(page.described(Json.text(topic, "excerpt")))
                .postedAt(Times.parse(Json.text(topic, "created_at")))
                .field("author", names.getOrDefault(beginner, ""))
                .context("listed", "true")
                .build());
      }
    }
    return adverts;
  }
}
