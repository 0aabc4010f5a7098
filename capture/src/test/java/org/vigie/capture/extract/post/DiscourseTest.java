package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.page.Extraction;

class DiscourseTest {
  private static final String TOPIC =
      """
      {"id":7,"slug":"rooms","title":"Rooms &amp; work","posts_count":30,"post_stream":{"posts":[
        {"id":101,"post_number":1,"username":"kim","created_at":"2026-02-01T10:00:00.000Z",
         "cooked":"<p>Room for help in the house</p>","version":2,"post_type":1},
        {"id":102,"post_number":2,"username":"lou","reply_to_post_number":1,
         "cooked":"<p>Is it <a href='https://x.example.org/'>this</a>?</p>","post_type":1},
        {"id":103,"post_number":3,"username":"mod","cooked":"<p>closed</p>","post_type":3}],
       "stream":[101,102,103]}}\
      """;

  @Test
  void makesEachPostOfATopicAnAdvert() {
    Extraction extraction = Answer.json("https://talk.example.org/t/rooms/7.json", TOPIC).extract();

    assertThat(extraction.adverts()).hasSize(2);
    Advert first = extraction.adverts().get(0);
    assertThat(first.channel()).isEqualTo(Channel.FORUM);
    assertThat(first.title()).isEqualTo("Rooms & work");
    assertThat(first.body()).isEqualTo("Room for help in the house");
    assertThat(first.url()).isEqualTo("https://talk.example.org/t/rooms/7/1");
    assertThat(first.postedAt()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
    assertThat(first.fields())
        .isEqualTo(Map.of("author", "kim", "context.post", "1", "context.edited", "true"));
    assertThat(extraction.adverts().get(1).fields())
        .containsEntry("context.replyTo", "1")
        .containsEntry("context.links", "https://x.example.org/");
  }

  @Test
  void goesOnUntilTheLastPostOfATopic() {
    assertThat(Answer.json("https://talk.example.org/t/rooms/7.json", TOPIC).extract().links())
        .containsExactly("https://talk.example.org/t/rooms/7.json?page=2");
    assertThat(
            Answer.json("https://talk.example.org/t/rooms/7.json?page=2", TOPIC).extract().links())
        .isEmpty();
  }

  @Test
  void followsAListOfTopicsAsJson() {
    String latest =
        """
        {"topic_list":{"more_topics_url":"/latest?no_definitions=true&page=1","topics":[
          {"id":7,"slug":"rooms"},{"id":8,"slug":"work"}]}}\
        """;

    Extraction extraction = Answer.json("https://talk.example.org/latest.json", latest).extract();

    assertThat(extraction.adverts()).isEmpty();
    assertThat(extraction.next())
        .isEqualTo("https://talk.example.org/latest.json?no_definitions=true&page=1");
    assertThat(extraction.links())
        .containsExactly(
            "https://talk.example.org/latest.json?no_definitions=true&page=1",
            "https://talk.example.org/t/rooms/7.json",
            "https://talk.example.org/t/work/8.json");
  }

  @Test
  void findsTheTopicThatAPageHolds() {
    String quoted = TOPIC.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    String preloaded =
        ("{\"topic_7\":\"" + quoted + "\"}").replace("&", "&amp;").replace("'", "&#39;");
    String html =
        "<html><body><div id='data-preloaded' data-preloaded='"
            + preloaded
            + "'></div>"
            + "<a rel='next' href='/t/rooms/7?page=2'>next page</a>";

    Extraction extraction = Answer.html("https://talk.example.org/t/rooms/7", html).extract();

    assertThat(extraction.adverts())
        .extracting(Advert::body)
        .contains("Room for help in the house");
    assertThat(extraction.next()).isEqualTo("https://talk.example.org/t/rooms/7?page=2");
  }

  @Test
  void readsWhatTheTopicsOfAListAreCalledAndWhoBeganThem() {
    String latest =
        """
        {"users":[{"id":4,"username":"a1","name":"Ann"},{"id":9,"username":"ben","name":""}],
         "topic_list":{"topics":[{"id":7,"slug":"rooms","title":"Berth to share","created_at":"2026-02-10T09:00:00.000Z",
           "posters":[{"user_id":4},{"user_id":9}]},{"id":8,"slug":"work","title":"Rope","excerpt":"Which size?",
           "posters":[{"user_id":9}]}]}}
        """;

    var adverts = Answer.json("https://talk.example.org/latest.json", latest).extract().adverts();

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly("Berth to share", "Rope\nWhich size?");
    assertThat(adverts).extracting(one -> one.fields().get("author")).containsExactly("Ann", "ben");
    assertThat(adverts.getFirst().url()).isEqualTo("https://talk.example.org/t/rooms/7");
  }

  @Test
  void readsThePostsThatASearchFound() {
    List<Advert> adverts =
        Answer.json(
                "https://talk.example.org/search.json?q=bed",
                """
                {"posts":[{"id":31,"name":"Ann B.","username":"ann_b","created_at":"2026-02-02T10:00:00.000Z",
                  "blurb":"He keeps half of the pay for the bed.","post_number":4,"topic_id":7}],
                 "topics":[{"id":7,"title":"Half of the pay","slug":"half-of-the-pay"}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().title()).isEqualTo("Half of the pay");
    assertThat(adverts.getFirst().body()).isEqualTo("He keeps half of the pay for the bed.");
    assertThat(adverts.getFirst().url())
        .isEqualTo("https://talk.example.org/t/half-of-the-pay/7/4");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "Ann B.");
  }

  @Test
  void readsTheNewestPostsOfAForum() {
    List<Advert> adverts =
        Answer.json(
                "https://talk.example.org/posts.json",
                """
                {"latest_posts":[
                 {"id":9,"username":"kim","created_at":"2026-02-01T10:00:00.000Z","cooked":"<p>Room for help in the house</p>",
                  "raw":"Room for help in the house","post_number":1,"topic_id":7,"topic_slug":"rooms","topic_title":"Rooms"},
                 {"id":8,"username":"lou","created_at":"2026-02-01T09:00:00.000Z","raw":"Is it far from the mill?",
                  "post_number":3,"topic_id":6,"topic_slug":"mill","topic_title":"Mill"}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly(
            "https://talk.example.org/t/rooms/7/1", "https://talk.example.org/t/mill/6/3");
    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly("Rooms\nRoom for help in the house", "Mill\nIs it far from the mill?");
  }
}
