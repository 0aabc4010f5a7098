package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.SharedPages;
import org.vigie.capture.extract.page.Extraction;

class ForumThreadTest {
  private static final String URL = "https://board.example.org/threads/work-abroad.7/";

  private static final String THREAD =
      """
      <html lang="de"><body><h1>Arbeit im Ausland</h1>
      <article class="message" data-content="post-41" id="js-post-41">
        <h4 class="message-name"><a class="username">kim</a></h4>
        <time datetime="2026-02-01T10:00:00+0100">1. Februar</time>
        <div class="message-body"><div class="bbWrapper">Wer sucht eine Stelle?<br>
          <a href="https://t.example.org/kim">Hier</a> melden.</div></div></article>
      <article class="message" data-content="post-42" id="js-post-42">
        <h4 class="message-name"><a class="username">lou</a></h4>
        <div class="message-body"><div class="bbWrapper">
          <blockquote class="bbCodeBlock--quote">Wer sucht eine Stelle?</blockquote>Ich.</div></div>
      </article>
      <article class="message" data-content="post-43"><div class="message-body">
        <div class="bbWrapper"><blockquote>Ich.</blockquote></div></div></article>
      <nav class="pageNav"><a href="/threads/work-abroad.7/page-2">2</a></nav>
      <aside><a href="/threads/another.9/page-2">2</a></aside></body></html>\
      """;

  @Test
  void makesEachPostAnAdvertWithoutWhatItQuotes() {
    Extraction extraction = Answer.html(URL, THREAD).extract();

    assertThat(extraction.adverts()).hasSize(2);
    Advert first = extraction.adverts().get(0);
    assertThat(first.channel()).isEqualTo(Channel.FORUM);
    assertThat(first.title()).isEqualTo("Arbeit im Ausland");
    assertThat(first.body()).isEqualTo("Wer sucht eine Stelle?\nHier melden.");
    assertThat(first.url()).isEqualTo(URL + "#js-post-41");
    assertThat(first.sourceId()).isEqualTo("js-post-41");
    assertThat(first.postedAt()).isEqualTo(Instant.parse("2026-02-01T09:00:00Z"));
    assertThat(first.fields())
        .isEqualTo(Map.of("author", "kim", "context.links", "https://t.example.org/kim"));
    assertThat(extraction.adverts().get(1).body()).isEqualTo("Ich.");
    assertThat(extraction.next())
        .isEqualTo("https://board.example.org/threads/work-abroad.7/page-2");
  }

  @Test
  void keepsAnswersWithinAnAnswerApart() {
    String html =
        """
        <h1>Help</h1><div itemscope itemtype="https://schema.org/DiscussionForumPosting">
         <div itemprop="text">Where is work?</div>
         <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
          <div itemprop="text">Nowhere.</div>
          <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
           <span itemprop="author">kim</span><div itemprop="text">Everywhere.</div></div></div></div>\
        """;

    Extraction extraction = Answer.html("https://board.example.org/t/1", html).extract();

    assertThat(extraction.adverts())
        .extracting(Advert::body)
        .containsExactly("Where is work?", "Nowhere.", "Everywhere.");
    assertThat(extraction.adverts().get(1).fields()).isEmpty();
    assertThat(extraction.adverts().get(2).fields()).isEqualTo(Map.of("author", "kim"));
  }

  /**
   * The forum pages of the WCXB development set. Left whole are those of sites with software of
   * their own, and pages that hold a single post.
   */
  @Test
  void splitsMostRealThreadsIntoPostsWithTheirAuthors() throws Exception {
    Path folder = SharedPages.folder("html/extraction/forum");
    int pages = 0;
    int split = 0;
    int posts = 0;
    int authors = 0;
    int dated = 0;
    for (Path file : SharedPages.files(folder, ".html.gz")) {
      String name = file.getFileName().toString().replace(".html.gz", ".json");
      JsonNode label = new JsonMapper().readTree(folder.resolve(name).toFile());
      String url = label.path("url").asText("");
      String address = url.isEmpty() ? "https://example.org/thread/1" : url;
      Extraction extraction = Answer.of(address, "text/html", SharedPages.read(file)).extract();
      pages++;
      split += extraction.adverts().size() > 1 ? 1 : 0;
      for (Advert advert : extraction.adverts()) {
        boolean post = advert.channel() == Channel.FORUM;
        posts += post ? 1 : 0;
        authors += post && advert.fields().containsKey("author") ? 1 : 0;
        dated += post && advert.postedAt() != null ? 1 : 0;
      }
    }
    assertThat(split).as("of %d pages", pages).isGreaterThanOrEqualTo(82);
    assertThat(authors).as("of %d posts", posts).isGreaterThanOrEqualTo(938);
    assertThat(dated).as("of %d posts", posts).isGreaterThanOrEqualTo(804);
  }

  @Test
  void takesTheAuthorThatAPostNamesForScriptsAlone() {
    String xenforo =
        """
        <article class="message message--post" id="js-post-51" data-author="mo" data-content="post-51">
          <div class="message-body"><div class="bbWrapper">Is the hostel far from the mill?</div></div></article>
        """;
    String nodebb =
        """
        <ul component="topic" class="posts"><li component="post" data-pid="8" data-username="mo">
          <div component="post/content"><p>Is the hostel far from the mill?</p></div></li></ul>
        """;

    for (String thread : new String[] {xenforo, nodebb}) {
      assertThat(Answer.html(URL, thread).onlyAdvert().fields()).containsEntry("author", "mo");
    }
  }

  @Test
  void readsDaysOfOneMonthWhereNothingElseTellsWhichNumberIsTheMonth() {
    String post =
        """
        <div class="post" id="post_%1$s"><div class="post_author"><strong><span class="largetext"><a href="member.php?action=profile&uid=5">Ann Other</a></span></strong></div>
         <div class="post_content"><div class="post_head"><span class="post_date">02-0%1$s-2026, 10:00 AM</span></div>
         <div class="post_body scaleimages" id="pid_%1$s">Cook number %1$s is wanted for the house by the lake.</div></div></div>
        """;
    StringBuilder posts = new StringBuilder("<title>Cooks</title><body><div id=posts>");
    for (String number : List.of("3", "4", "6")) {
      posts.append(post.replace("%1$s", number));
    }

    assertThat(Answer.html("https://talk.example.org/t1", posts.toString()).extract().adverts())
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-02-03T10:00:00Z"),
            Instant.parse("2026-02-04T10:00:00Z"),
            Instant.parse("2026-02-06T10:00:00Z"));
  }

  @Test
  void readsTheHourThatAnOldThemeShowsInALineOfThePost() {
    String post =
        """
        <table class="tborder" id="post%1$d"><tr><td class="thead"><div class="normal">#%1$d</div>
        <div class="normal">%2$d-02-2026, 10:0%1$d PM</div></td></tr>
        <tr><td><a class="bigusername">kim</a> <div class="smallfont">Joined: 01-01-2020, 11:11 AM</div></td></tr>
        <tr><td><div id="post_message_%1$d">Bed in the hall, pay at the end, part %1$d</div></td></tr></table>\
        """;

    Extraction extraction =
        Answer.html(URL, "<div id=posts>" + post.formatted(1, 1) + post.formatted(2, 15) + "</div>")
            .extract();

    assertThat(extraction.adverts())
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-02-01T22:01:00Z"), Instant.parse("2026-02-15T22:02:00Z"));
  }

  @Test
  void readsTheTimeThatStandsRightAboveAPost() {
    String post =
        """
        <div class="bbp-reply-header"><span>February %1$d, 2026 at 10:00 am</span></div>
        <div class="type-reply"><span class="bbp-author-name">kim</span>
        <div class="bbp-reply-content">Bed in the hall, part %1$d</div></div>\
        """;

    Extraction extraction =
        Answer.html(URL, "<div>" + post.formatted(1) + post.formatted(2) + "</div>").extract();

    assertThat(extraction.adverts())
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2026-02-01T10:00:00Z"), Instant.parse("2026-02-02T10:00:00Z"));
  }

  @Test
  void readsTheFirstPostOfATopicInDrupalAndTheHourOfEachAnswer() {
    String html =
        """
        <h1>Site work</h1><article class="node node--type-forum"><span class="username">kim</span>
        <div class="field--name-body">Three for a building site</div></article>
        <article class="comment js-comment"><mark class="hidden" data-comment-timestamp="1769945400"></mark>
        <span class="username">lou</span><div class="field--name-comment-body">Who pays?</div></article>\
        """;

    Extraction extraction = Answer.html(URL, html).extract();

    assertThat(extraction.adverts())
        .extracting(Advert::body)
        .containsExactly("Three for a building site", "Who pays?");
    assertThat(extraction.adverts().getLast().postedAt())
        .isEqualTo(Instant.parse("2026-02-01T11:30:00Z"));
  }
}
