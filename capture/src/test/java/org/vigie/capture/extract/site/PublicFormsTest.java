package org.vigie.capture.extract.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.AdvertExtractor;

/**
 * Pages and answers are invented; only names of classes and of parts are those of the platforms.
 */
class PublicFormsTest {
  @Test
  void readsPostsAndCommentsOfLemmysApi() {
    List<Advert> adverts =
        json(
            """
            {"posts": [{"post": {"id": 5, "name": "Pickers wanted", "body": "Bed on site, +44 7700 900601",
              "ap_id": "https://board.example.org/post/5", "published": "2026-05-04T09:00:00Z", "removed": false},
              "creator": {"name": "rex"}, "community": {"name": "jobs"}, "counts": {"score": 1}},
             {"post": {"id": 6, "name": "Gone", "body": "x", "removed": true, "published": "2026-05-04T09:00:00Z"},
              "creator": {"name": "kim"}, "community": {"name": "jobs"}}]}
            """);

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly("Pickers wanted\nBed on site, +44 7700 900601");
    assertThat(adverts.getFirst().postedAt()).isEqualTo("2026-05-04T09:00:00Z");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "rex");
    assertThat(adverts.getFirst().channel()).isEqualTo(Channel.SOCIAL);
  }

  @Test
  void readsACommunityOfLemmy() {
    String post =
        """
        <div class="post-listing"><h5 class="post-title"><a href="/post/%1$d">Picker %1$d wanted</a></h5>
         <a class="person-listing" href="/u/rex">rex</a>
         <span class="moment-time" data-tippy-content="2026-05-0%1$dT09:00:00Z">new</span>
         <div class="post-body"><div class="md-div">Bed %1$d on site</div></div></div>
        """;
    List<Advert> adverts = html(post.formatted(1) + post.formatted(2));

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly("Picker 1 wanted\nBed 1 on site", "Picker 2 wanted\nBed 2 on site");
    assertThat(adverts.getLast().url()).isEqualTo("https://board.example.org/post/2");
  }

  @Test
  void readsAnAdvertOfHarajAndThoseBesideIt() {
    List<Advert> one =
        html(
            """
            <h1>شقة للإيجار</h1><article data-testid="post-article">
             <div data-testid="post-author"><a href="/users/x">سالم</a></div>
             <div data-testid="post-body">غرفة وصالة قرب السوق</div></article>
            """);
    String item =
        "<div data-testid=post-item><a data-testid=post-title-link href=/11%1$d>شقة %1$d</a>"
            + "<div data-testid=post-body>غرفة %1$d</div><a href=/city/x>جدة</a></div>";
    List<Advert> several = html(item.formatted(1) + item.formatted(2));

    assertThat(one).extracting(Advert::text).containsExactly("شقة للإيجار\nغرفة وصالة قرب السوق");
    assertThat(one.getFirst().fields()).containsEntry("author", "سالم");
    assertThat(several).extracting(Advert::text).containsExactly("شقة 1\nغرفة 1", "شقة 2\nغرفة 2");
    assertThat(several.getFirst().place()).isEqualTo("جدة");
  }

  @Test
  void readsAnAdvertOfOpenSooqAndThoseFound() {
    List<Advert> one =
        html(
            """
            <h1 class="postTitle">Driver wanted</h1><div id="PostViewDescription"><h2>Description</h2>
             <p>Night shifts, room offered</p></div><div id="PostViewOwnerCard"><h3>Rex</h3></div>
            """);
    String found =
        "<a class=postListItemData data-id=%1$d href=/en/search/%1$d><h2>Driver %1$d</h2>"
            + "<div>Shift %1$d</div><span class=priceColor>50 JOD</span></a>";
    List<Advert> several = html(found.formatted(1) + found.formatted(2));

    assertThat(one)
        .extracting(Advert::text)
        .containsExactly("Driver wanted\nNight shifts, room offered");
    assertThat(one.getFirst().fields()).containsEntry("author", "Rex");
    assertThat(several)
        .extracting(Advert::text)
        .containsExactly("Driver 1\nShift 1", "Driver 2\nShift 2");
    assertThat(several.getFirst().fields()).containsEntry("price", "50 JOD");
  }

  @Test
  void readsAnOfferOfFranceTravailAndThoseFound() {
    List<Advert> one =
        html(
            """
            <div itemscope><h1><span itemprop="title">Cueilleur</span></h1>
             <p class="title-complementary"><span itemprop="jobLocation"><span itemprop="name" content="29 - Brest">29</span></span>
              <span itemprop="datePosted" content="2026-05-04">4 mai</span></p>
             <div itemprop="description"><p>Logement possible, sans expérience</p></div></div>
            """);
    String found =
        "<li data-id-offre=12%1$dABC><a class=media href=/offres/recherche/detail/12%1$dABC>"
            + "<h2><span class=media-heading-title>Cueilleur %1$d</span></h2></a>"
            + "<p class=subtext>Ferme %1$d - 29</p><p class=description>Logement %1$d</p></li>";
    List<Advert> several = html("<ul>" + found.formatted(1) + found.formatted(2) + "</ul>");

    assertThat(one)
        .extracting(Advert::text)
        .containsExactly("Cueilleur\nLogement possible, sans expérience");
    assertThat(one.getFirst().postedAt()).isEqualTo(Instant.parse("2026-05-04T00:00:00Z"));
    assertThat(several)
        .extracting(Advert::text)
        .containsExactly("Cueilleur 1\nLogement 1", "Cueilleur 2\nLogement 2");
  }

  @Test
  void readsWhatJijiAnswers() {
    String advert =
        """
        {"guid": "g%1$d", "title": "Housekeeper %1$d", "short_description": "Live in, ring +1 555 010%1$d",
         "price_obj": {"value": 50, "view": "50"}, "region_name": "Testham", "url": "/testham/jobs/g%1$d.html"}
        """;
    List<Advert> adverts =
        json(
            "{\"status\": \"ok\", \"adverts_list\": {\"adverts\": [%s, %s], \"count\": 2}}"
                .formatted(advert.formatted(1), advert.formatted(2)));

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly(
            "Housekeeper 1\nLive in, ring +1 555 0101", "Housekeeper 2\nLive in, ring +1 555 0102");
    assertThat(adverts.getFirst().url())
        .isEqualTo("https://board.example.org/testham/jobs/g1.html");
  }

  @Test
  void readsAnAdvertOf999() {
    List<Advert> adverts =
        html(
            """
            <header class="adPage__header"><h1>Caut bonă</h1></header>
            <div class="adPage__content__description grid_18" itemprop="description">Cu locuință, sunați seara</div>
            <dl class="adPage__content__region"><dt>Regiunea:</dt><dd>Chișinău</dd></dl>
            <dl class="adPage__aside__stats__owner"><dd><a class="adPage__aside__stats__owner__login">ana</a></dd></dl>
            """);

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly("Caut bonă\nCu locuință, sunați seara");
    assertThat(adverts.getFirst().place()).isEqualTo("Chișinău");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "ana");
  }

  @Test
  void readsOlderPagesOfGumtree() {
    List<Advert> one =
        html(
            """
            <div class="vip-title"><h1 class="item-title">Room</h1><div class="price">90 zł</div></div>
            <div class="vip-details"><ul><li><span class="value">10/11/2026</span></li></ul>
             <div class="description"><span class="pre">Room to let<br>+44 7700 900601<br>rex &#64; example.org</span></div></div>
            """);
    String tile =
        "<div class=tileV1><div class=title><a class=tile-title-text href=/a/%1$d>Room %1$d</a></div>"
            + "<div class=description><span>Near the </span><span class=hidden>park %1$d</span><span class=hellip>...</span></div></div>";
    List<Advert> several = html(tile.formatted(1) + tile.formatted(2));

    assertThat(one)
        .extracting(Advert::text)
        .containsExactly("Room\nRoom to let\n+44 7700 900601\nrex @ example.org");
    assertThat(several)
        .extracting(Advert::text)
        .containsExactly("Room 1\nNear the park 1", "Room 2\nNear the park 2");
  }

  @Test
  void keepsWhereTheCardOfAPostLeadsAndWhatFollowsAHash() {
    List<Advert> adverts =
        html(
            """
            <article data-testid="tweet"><div data-testid="User-Name">Rex @rex</div>
             <div data-testid="tweetText">Write <a href="https://matrix.to/#/#room:example.org">here</a></div>
             <div data-testid="card.wrapper"><a href="https://t.co/abc">card</a></div>
             <a href="/rex/status/1"><time datetime="2026-05-04T09:00:00Z">4 May</time></a></article>
            """);

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().fields().get("context.links").split(" "))
        .contains("https://matrix.to/#/#room:example.org", "https://t.co/abc");
  }

  private static List<Advert> html(String body) {
    return read("text/html; charset=utf-8", "<html><body>" + body + "</body></html>");
  }

  private static List<Advert> json(String answer) {
    return read("application/json", answer);
  }

  private static List<Advert> read(String type, String body) {
    Capture capture =
        new Capture(
            "https://board.example.org/a/1",
            Instant.parse("2026-05-05T08:00:00Z"),
            200,
            Map.of("content-type", type),
            "",
            "a.warc",
            0,
            "m-1");
    return List.copyOf(
        new AdvertExtractor().extract(capture, body.getBytes(StandardCharsets.UTF_8)).adverts());
  }
}
