package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.Unread;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.ImageHash;

/** What is read from social networks: Mastodon's API and ActivityPub. */
class SocialTest {
  private static final String TIMELINES = "https://social.example.org/api/v1/timelines/";
  private static final String TIMELINE = TIMELINES + "tag/work?limit=2";

  private static final String POSTS =
      """
      [{"id":"112","created_at":"2026-02-02T10:00:00.000Z","edited_at":"2026-02-03T11:00:00.000Z",
        "in_reply_to_id":"100","visibility":"public","language":"fr","spoiler_text":"Emploi",
        "uri":"https://social.example.org/users/sam/statuses/112",
        "url":"https://social.example.org/@sam/112",
        "content":"<p>Cherche aide <a href='https://t.example.org/sam'>ici</a> \
      <a class='mention hashtag' href='/tags/work' rel='tag'>#work</a></p><p>Bon salaire</p>",
        "account":{"acct":"sam@social.example.org"},
        "media_attachments":[{"type":"image","url":"https://cdn.example.org/1.jpg"}]},
       {"id":"111","created_at":"2026-02-01T10:00:00Z","visibility":"private",
        "content":"<p>for followers</p>","account":{"acct":"kim"}},
       {"id":"110","created_at":"2026-02-01T09:00:00Z","visibility":"public","content":"",
        "account":{"acct":"kim"},
        "reblog":{"id":"90","created_at":"2026-01-01T09:00:00Z","visibility":"unlisted",
          "content":"<p>Zimmer frei</p>","account":{"acct":"lou"},
          "url":"https://social.example.org/@lou/90"}}]\
      """;

  @ParameterizedTest
  @ValueSource(strings = {"tag/work?limit=2", "public", "public?local=true"})
  void readsThePublicPostsOfATimelineWithWhatSurroundsThem(String timeline) {
    Extraction extraction = Answer.json(TIMELINES + timeline, POSTS).extract();

    assertThat(extraction.adverts()).hasSize(2);
    Advert first = extraction.adverts().get(0);
    assertThat(first.channel()).isEqualTo(Channel.SOCIAL);
    assertThat(first.title()).isEqualTo("Emploi");
    assertThat(first.body()).isEqualTo("Cherche aide ici #work\nBon salaire");
    assertThat(first.language()).isEqualTo("fr");
    assertThat(first.url()).isEqualTo("https://social.example.org/@sam/112");
    assertThat(first.postedAt()).isEqualTo(Instant.parse("2026-02-02T10:00:00Z"));
    assertThat(first.fields())
        .isEqualTo(
            Map.of(
                "author", "sam@social.example.org",
                "context.edited", "true",
                "context.editedAt", "2026-02-03T11:00:00.000Z",
                "context.replyTo", "100",
                "context.links", "https://t.example.org/sam",
                "context.images", ImageHash.ofUrl("https://cdn.example.org/1.jpg")));
    Advert shared = extraction.adverts().get(1);
    assertThat(shared.body()).isEqualTo("Zimmer frei");
    assertThat(shared.fields()).isEqualTo(Map.of("author", "lou", "context.sharedBy", "kim"));
  }

  @Test
  void followsOlderPostsByTheLinkHeaderOrElseByTheLastId() {
    Answer answer = Answer.json(TIMELINE, POSTS);
    String header =
        "<https://social.example.org/api/v1/timelines/tag/work?limit=2&max_id=7>; rel=\"next\", "
            + "<https://social.example.org/api/v1/timelines/tag/work?min_id=9>; rel=\"prev\"";

    assertThat(answer.extract().next()).isEqualTo(TIMELINE + "&max_id=110");
    assertThat(answer.with("link", header).extract().links())
        .containsExactly("https://social.example.org/api/v1/timelines/tag/work?limit=2&max_id=7");
    assertThat(Answer.json(TIMELINES + "public", POSTS).extract().next())
        .isEqualTo(TIMELINES + "public?max_id=110");
    assertThat(Answer.json(TIMELINE + "&max_id=112", POSTS).extract().next())
        .isEqualTo(TIMELINE + "&max_id=110");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tag/work?limit=2&max_id=1", "public?max_id=1"})
  void endsWhereTheTimelineEnds(String timeline) {
    Extraction end = Answer.json(TIMELINES + timeline, "[]").extract();

    assertThat(end).isEqualTo(Extraction.nothing());
  }

  @Test
  void readsWhatAnOutboxSaysToThePublicAlone() {
    String outbox =
        """
        {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollectionPage",
         "id":"https://social.example.org/u/kim/outbox?page=1",
         "next":"https://social.example.org/u/kim/outbox?page=2",
         "orderedItems":[
          {"type":"Create","object":{"id":"https://social.example.org/n/1","type":"Note",
            "attributedTo":"https://social.example.org/u/kim","published":"2026-02-02T10:00:00Z",
            "to":["https://www.w3.org/ns/activitystreams#Public"],"contentMap":{"es":"x"},
            "content":"<p>Se busca ayudante</p>"}},
          {"type":"Create","object":{"id":"https://social.example.org/n/2","type":"Note",
            "to":"https://social.example.org/u/kim/followers","content":"<p>privado</p>"}},
          {"type":"Announce","object":"https://social.example.org/n/3"}]}\
        """;

    Extraction extraction =
        Answer.of(
                "https://social.example.org/u/kim/outbox?page=1",
                "application/activity+json",
                outbox)
            .extract();

    assertThat(extraction.adverts()).hasSize(1);
    assertThat(extraction.adverts().getFirst().body()).isEqualTo("Se busca ayudante");
    assertThat(extraction.adverts().getFirst().language()).isEqualTo("es");
    assertThat(extraction.next()).isEqualTo("https://social.example.org/u/kim/outbox?page=2");
  }

  @Test
  void readsNothingIntoOtherJson() {
    for (String json :
        new String[] {
          "{}", "[]", "[1,2]", "{\"id\":1}", "{\"type\":\"Person\",\"@context\":\"x\"}"
        }) {
      assertThat(Answer.json("https://social.example.org/x", json).extract().unread(""))
          .as(json)
          .isEqualTo(Extraction.nothing());
    }
    assertThat(Answer.json("https://social.example.org/x", "oops").extract().failure())
        .isEqualTo("not JSON: application/json");
  }

  @Test
  void survivesJsonThatIsTooDeepTooLongOrBroken() {
    String deep = "[".repeat(500_000);
    String wide = "[" + "{},".repeat(2_000_000) + "{}]";
    String cut = POSTS.substring(0, POSTS.length() / 2);

    for (String json : new String[] {deep, wide, cut}) {
      Extraction nothing = Answer.json(TIMELINE, json).extract();
      assertThat(nothing.adverts()).isEmpty();
      assertThat(nothing.unread()).isEqualTo(Unread.BROKEN_JSON.label());
    }
  }

  @Test
  void readsTheCardsOfAProfileAndOfASearch() {
    String card =
        """
        <div class="q%2$d"><div><a href="/@ann.example/video/744000000000000000%2$d?lang=en"><img alt="made by ann"></a><b>12K</b></div>
          <div class="z"><h1>%1$s <a href="/tag/work">#work</a></h1><a href="/@ann.example">ann.example</a></div></div>
        """;
    String page =
        "<title>Ann Bee (@ann.example) | Videos</title><body><h2>Ann Bee</h2><p>Honest work, write to me.</p><div class=list>"
            + card.formatted("Maids ready, the sponsor pays on arrival", 1)
            + card.formatted("What they never tell of the contract", 2)
            + "</div>";

    List<Advert> adverts =
        Answer.html("https://video.example.org/@ann.example", page).extract().adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly(
            "Maids ready, the sponsor pays on arrival #work",
            "What they never tell of the contract #work");
    assertThat(adverts.getFirst().url())
        .isEqualTo("https://video.example.org/@ann.example/video/7440000000000000001");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "Ann Bee");
  }
}
