package org.vigie.crawler.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The posts of a Discourse forum's topic, which its pages hold as JSON and not as markup. */
final class DiscourseTopic {
  private static final Logger LOG = LoggerFactory.getLogger(DiscourseTopic.class);
  private static final Evaluator PRELOADED =
      Selector.evaluatorOf("#data-preloaded[data-preloaded]");
  private static final ObjectReader JSON = new JsonMapper().reader();

  private DiscourseTopic() {}

  /** Returns the posts, author and text of each, or empty if this is no such page. */
  static String text(Document document) {
    Element preloaded = document.selectFirst(PRELOADED);
    if (preloaded == null) {
      return "";
    }
    try {
      StringBuilder text = new StringBuilder();
      for (var entry : JSON.readTree(preloaded.attr("data-preloaded")).properties()) {
        if (entry.getKey().startsWith("topic_") && entry.getValue().isTextual()) {
          posts(JSON.readTree(entry.getValue().textValue()), text);
        }
      }
      return text.toString().strip();
    } catch (JsonProcessingException e) {
      // Then the markup is all there is; it is read as any other page's.
      LOG.debug("preloaded posts must be JSON, but broke off at {}", e.getLocation());
      return "";
    }
  }

  private static void posts(JsonNode topic, StringBuilder text) {
    for (JsonNode post : topic.path("post_stream").path("posts")) {
      String body = BlockText.ofHtml(post.path("cooked").asText(""));
      if (!body.isBlank()) {
        text.append(post.path("username").asText("")).append('\n').append(body).append("\n\n");
      }
    }
  }
}
