package org.vigie.capture.extract.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;

/** Pages are invented; only the class names are those of the platforms. */
class PlatformPagesTest {
  private static final String URL = "https://board.example.org/a/1";

  @Test
  void takesEachAnswerToAnAnswerByItself() {
    List<Advert> adverts =
        read(
            """
            <div class="thing link" data-fullname="t3_a" data-author="ann"><div class="entry">
             <a class="title">Bike wanted</a><div class="usertext-body"><div class="md">Any size will do</div></div></div></div>
            <div class="thing comment" data-fullname="t1_b" data-author="ben"><div class="entry">
              <div class="usertext-body"><div class="md">I have one</div></div></div>
             <div class="child"><div class="thing comment" data-fullname="t1_c" data-author="ann"><div class="entry">
              <div class="usertext-body"><div class="md">Is it blue?</div></div></div></div></div></div>
            """);

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Any size will do", "I have one", "Is it blue?");
    assertThat(adverts)
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("ann", "ben", "ann");
    assertThat(adverts).extracting(Advert::sourceId).containsExactly("t3_a", "t1_b", "t1_c");
  }

  @Test
  void leavesOutAMessageThatWasDeletedAndWhatAnotherQuotes() {
    List<Advert> adverts =
        read(
            """
            <section data-doc-id="m1" data-author="Ann"><span class="zX2W9c">Jan 3, 2026, 9:00:00 AM</span>
             <div role="region"><html-blob>Garden help wanted on Friday</html-blob></div></section>
            <section data-doc-id="m2" data-author="Ben"><div>This message has been deleted.</div></section>
            <section data-doc-id="m3" data-author="Cy"><span class="zX2W9c">Jan 4, 2026, 8:00:00 AM</span>
             <div role="region"><html-blob>I can come<blockquote>Garden help wanted on Friday</blockquote></html-blob></div></section>
            """);

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Garden help wanted on Friday", "I can come");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-01-03T09:00:00Z"));
  }

  @Test
  void readsCardsOfVacanciesWithEmployerPlaceAndAddress() {
    String card =
        """
        <div class="base-card base-search-card" data-entity-urn="urn:li:jobPosting:%1$d">
         <a class="base-card__full-link" href="/jobs/view/%1$d"><span>Gardener %1$d</span></a>
         <h3 class="base-search-card__title">Gardener %1$d</h3>
         <h4 class="base-search-card__subtitle"><a>Example Parks</a></h4>
         <span class="job-search-card__location">Cork</span><time datetime="2026-01-0%1$d">new</time></div>
        """;

    List<Advert> adverts = read(card.formatted(1) + card.formatted(2));

    assertThat(adverts).extracting(Advert::title).containsExactly("Gardener 1", "Gardener 2");
    Advert first = adverts.getFirst();
    assertThat(first.channel()).isEqualTo(Channel.JOB_BOARD);
    assertThat(first.url()).isEqualTo("https://board.example.org/jobs/view/1");
    assertThat(first.place()).isEqualTo("Cork");
    assertThat(first.fields()).containsEntry("organization", "Example Parks");
    assertThat(first.postedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void readsTheAdvertOfAPageThatShowsOthersBesideIt() {
    List<Advert> adverts =
        read(
            """
            <h1 id="viewad-title" class="boxedarticle--title"><span class="is-hidden">Gelöscht • </span>Fahrrad</h1>
            <h2 id="viewad-price">40 €</h2><p id="viewad-description-text">Rot, kaum gefahren.</p>
            <article class="aditem"><h2>Roller</h2><p class="aditem-main--middle--description">Grün</p></article>
            """);

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().text()).isEqualTo("Fahrrad\nRot, kaum gefahren.");
    assertThat(adverts.getFirst().fields()).containsEntry("price", "40 €");
  }

  @Test
  void readsWhatAnAdvertSaysWithoutTheNoticesOfItsSite() {
    List<Advert> adverts =
        read(
            """
            <h1 class="postingtitle"><span class="postingtitletext"><span id="titletextonly">Pickers</span><small> (Testham)</small></span></h1>
            <div class="attr remuneration"><span class="labl">compensation:</span> <span class="valu">8 euro an hour</span></div>
            <section id="postingbody"><div class="print-information print-qrcode-container">QR Code Link to This Post</div>
             Bed on site. Ring 020 910 0141</section>
            <ul class="notices"><li>do NOT contact me with offers</li></ul>
            <div class="postinginfos"><p class="postinginfo">posted: <time datetime="2026-05-04T09:00:00+0100">4 May</time></p></div>
            """);

    assertThat(adverts).hasSize(1);
    Advert advert = adverts.getFirst();
    assertThat(advert.text()).isEqualTo("Pickers\nBed on site. Ring 020 910 0141");
    assertThat(advert.place()).isEqualTo("Testham");
    assertThat(advert.postedAt()).isEqualTo("2026-05-04T08:00:00Z");
    assertThat(advert.fields()).containsEntry("price", "8 euro an hour");
  }

  @Test
  void readsMarkupThatAPageKeepsInAComment() {
    List<Advert> adverts =
        read(
            """
            <code class="pagelet_html"><!-- <ul><li class="j_thread_list thread_item_box" data-tid="77"><div
             class="threadlist_title"><a class="j_th_tit" href="/p/77" title="Seeds to swap">Seeds</a></div>
             <div class="threadlist_detail"><div class="threadlist_abs">Beans and peas</div></div></li></ul> --></code>
            """);

    assertThat(adverts).extracting(Advert::text).containsExactly("Seeds to swap\nBeans and peas");
    assertThat(adverts.getFirst().url()).isEqualTo("https://board.example.org/p/77");
  }

  @Test
  void knowsOfEachPlatformHowToTellItAndWhereItsWordsAre() {
    assertThat(PlatformMarkup.known())
        .allSatisfy(markup -> {
          assertThat(markup.marks()).as(markup.platform()).isNotEmpty();
          assertThat(markup.posts().selectors(PostMarkup.Part.TEXT))
              .as(markup.platform())
              .isNotEmpty();
        });
  }

  private static List<Advert> read(String body) {
    return Answer.html(URL, "<html lang='en'><body>" + body + "</body></html>").extract().adverts();
  }

  @Test
  void readsTheTopicsOfAForumByThoseWhoBeganThem() {
    List<Advert> adverts =
        read(
            """
            <ul class="topiclist topics"><li class="row bg1 global-announce"><a class="topictitle" href="/t1">Rules</a>
              <div class="topic-poster"><a class="username">Root</a></div></li>
             <li class="row bg2"><a class="topictitle" href="/t2">Boat to share</a><div class="responsive-show">
               Last: <a class="username">Ben</a></div><div class="topic-poster">by <a class="username">Ann</a> »
               <time datetime="2026-02-10T09:00:00Z">Feb 10</time></div></li></ul>
            """);

    assertThat(adverts).extracting(Advert::title).containsExactly("Boat to share");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "Ann");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-02-10T09:00:00Z"));
  }

  @Test
  void readsTheTextOfAnAdvertWithoutItsTagsAndTheSitesWarning() {
    Advert advert =
        read("""
        <article data-testid="post-article"><h1>Cook for a farm</h1><a data-testid="post-author">Invented</a>
         <div data-testid="post-body">Three meals a day for twelve people.</div><div class="post-tags"><a>farms</a></div>
         <div class="warning">Pay nobody beforehand.</div></article>
        """)
            .getFirst();

    assertThat(advert.body()).isEqualTo("Three meals a day for twelve people.");
  }
}
