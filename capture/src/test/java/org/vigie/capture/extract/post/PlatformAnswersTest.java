package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.Answer;

/** Answers are invented; only the names of members are those of the platforms. */
class PlatformAnswersTest {
  private static final String URL = "https://api.example.org/posts";

  @Test
  void readsTheMessagesOfAChatThatTelegramExports() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"name":"Work","type":"public_channel","id":1,"messages":[
                 {"id":1,"type":"service","date":"2026-01-01T00:00:00","date_unixtime":"1767225600","actor":"Work","text":""},
                 {"id":2,"type":"message","date":"2026-01-01T00:00:00","date_unixtime":"1767225600","from":"Work",
                  "text":["Cooks wanted, ring ",{"type":"phone","text":"+44 7700 900204"}]},
                 {"id":3,"type":"message","date":"2026-01-01T00:01:00","date_unixtime":"1767225660","from":"Work",
                  "forwarded_from":"Help","text":"Pay nobody before."}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Cooks wanted, ring +44 7700 900204", "Pay nobody before.");
    assertThat(adverts.getLast().fields()).containsEntry("forwardedFrom", "Help");
  }

  @Test
  void readsTheRepliesOfAThreadOfBluesky() {
    String post =
        """
        {"uri":"at://did/p/%1$s","depth":%2$d,"value":{"post":{"uri":"at://did/p/%1$s","author":{"handle":"%3$s"},
         "record":{"text":"%4$s","createdAt":"2026-01-01T00:00:00Z"}}}}
        """;

    List<Advert> adverts =
        Answer.json(
                "https://api.example.org/thread?anchor=at%3A%2F%2Fdid%2Fp%2Faaaaa1",
                "{\"thread\":["
                    + post.formatted("aaaaa1", 0, "ann", "Room for a cleaner")
                    + ","
                    + post.formatted("bbbbb2", 1, "ben", "Which work?")
                    + "]}")
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Room for a cleaner", "Which work?");
  }

  @Test
  void readsAFeedOfLineVoom() {
    Advert advert =
        only(
            """
            {"result":{"feeds":[{"feedInfo":{"id":"7700001"},"post":{"userInfo":{"nickname":"Bakery"},
             "postInfo":{"postId":"7700001","createdTime":1767225600000},
             "contents":{"text":"Help wanted at dawn"}}}]}}
            """);

    assertThat(advert.body()).isEqualTo("Help wanted at dawn");
    assertThat(advert.fields()).containsEntry("author", "Bakery");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void putsWhatAPostOfTumblrSharesBeforeWhatItAdds() {
    Advert advert =
        only(
            """
            {"response":{"posts":[{"blog_name":"ann","id_string":"12","post_url":"https://ann.example.org/post/12",
             "timestamp":1767225600,"content":[{"type":"text","text":"Take it!"}],
             "trail":[{"content":[{"type":"text","text":"Loft to let"}]}]}]}}
            """);

    assertThat(advert.body()).isEqualTo("Loft to let\nTake it!");
    assertThat(advert.fields()).containsEntry("author", "ann");
  }

  @Test
  void readsAnAnswerThatAScriptHandsOn() {
    List<Advert> adverts =
        Answer.html(
                "https://ann.example.org/api/read/json",
                """
                var tumblr_api_read = {"tumblelog":{"name":"ann"},"posts":[
                 {"id":"1","url":"https://ann.example.org/post/1","unix-timestamp":1767225600,"type":"regular",
                  "regular-title":"Loft to let","regular-body":"<p>Two rooms, no stairs</p>"},
                 {"id":"2","url":"https://ann.example.org/post/2","unix-timestamp":1767225600,"type":"photo",
                  "photo-caption":"Fog at the depot"}]};
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly("Loft to let\nTwo rooms, no stairs", "Fog at the depot");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void readsAnswersToAnAnswerAndNotWhatWasTakenDown() {
    List<Advert> adverts =
        Answer.json(
                "https://www.reddit.com/r/bikes/comments/abc12/.json",
                """
                [{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","author":"ann","body":"I have one",
                  "replies":{"kind":"Listing","data":{"children":[
                   {"kind":"t1","data":{"id":"c2","author":"ben","body":"Is it blue?","replies":""}}]}}}},
                 {"kind":"t1","data":{"id":"c3","author":"[deleted]","body":"[removed]","replies":""}}]}}]
                """)
            .extract()
            .adverts();

    assertThat(adverts).extracting(Advert::body).containsExactly("I have one", "Is it blue?");
  }

  @Test
  void readsAStoryWhosePartsLieInSections() {
    Advert advert =
        only(
            """
            {"node":{"__typename":"Story","post_id":"77","comet_sections":{
             "content":{"story":{"message":{"text":"Cook wanted"},"actors":[{"name":"Blue Inn"}],
              "wwwURL":"https://www.facebook.com/blueinn/posts/77"}},
             "context_layout":{"story":{"comet_sections":{"metadata":[
              {"story":{"creation_time":1767225600}}]}}}}}}
            """);

    assertThat(advert.body()).isEqualTo("Cook wanted");
    assertThat(advert.fields()).containsEntry("author", "Blue Inn");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void readsWhatIsSaidBelowAVideo() {
    List<Advert> adverts =
        Answer.html(
                "https://www.youtube.com/watch?v=abcdefg",
                """
                <html><body><script>var ytInitialPlayerResponse = {"videoDetails":{"videoId":"abcdefg",
                 "title":"How to bake","shortDescription":"With rye flour","author":"Ann"}};</script>
                <script>var ytInitialData = {"mutations":[{"payload":{"commentEntityPayload":{"properties":{
                 "commentId":"Ug1","content":{"content":"Which oven?"},"publishedTime":"2 days ago"},
                 "author":{"displayName":"@ben"}}}}],
                 "beside":[{"videoRenderer":{"videoId":"other11","title":{"simpleText":"Soup"}}}]};</script></body></html>
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly("How to bake\nWith rye flour", "Which oven?");
  }

  @Test
  void readsRowsAndPagesOfDivarWithoutWhatStandsBesideThem() {
    List<Advert> rows =
        Answer.json(
                URL,
                """
                {"list_widgets":[{"widget_type":"BANNER_ROW","data":{"title":"Buy more"}},
                 {"widget_type":"POST_ROW","data":{"title":"A quiet room","token":"tok1","action":{"payload":
                  {"web_info":{"city_persian":"A","district_persian":"B"}}}}}]}
                """)
            .extract()
            .adverts();
    Advert page =
        only(
            """
            {"sections":[{"widgets":[{"widget_type":"LEGEND_TITLE_ROW","data":{"title":"Cook wanted"}}]},
              {"widgets":[{"widget_type":"DESCRIPTION_ROW","data":{"text":"From ten to six"}}]},
              {"widgets":[{"widget_type":"POST_ROW","data":{"title":"Another one","token":"tok9"}}]}],
             "share":{"web_url":"https://ads.example.org/v/tok2"},"token":"tok2"}
            """);

    assertThat(rows).extracting(Advert::title).containsExactly("A quiet room");
    assertThat(rows.getFirst().place()).isEqualTo("A, B");
    assertThat(page.text()).isEqualTo("Cook wanted\nFrom ten to six");
  }

  @Test
  void readsAVacancyInItsOwnLanguageOnce() {
    Advert advert =
        only(
            """
            {"id":"e1","creationDate":1767225600000,"preferredLanguage":"de","jvProfiles":{
             "en":{"title":"Gardener","description":"Outside"},
             "de":{"title":"Gärtner","description":"Draußen","employer":{"name":"Park"}}}}
            """);

    assertThat(advert.text()).isEqualTo("Gärtner\nDraußen");
    assertThat(advert.fields()).containsEntry("organization", "Park");
  }

  @Test
  void readsAnArticleAndItsCommentsThatAreWrappedOnce() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"result":{"article":{"id":1,"subject":"Helper wanted","writer":{"nick":"Kim"},
                  "writeDate":1767225600000,"contentHtml":"<p>Four days a week</p>"},
                 "comments":{"count":1,"items":[{"id":2,"writer":{"nick":"Lee"},"content":"Is it far?",
                  "updateDate":1767229200000}]}}}
                """)
            .extract()
            .adverts();

    assertThat(adverts).extracting(Advert::body).containsExactly("Four days a week", "Is it far?");
    assertThat(adverts)
        .extracting(advert -> advert.fields().get("author"))
        .containsExactly("Kim", "Lee");
  }

  @Test
  void readsTheStatusThatAScriptOfWeiboHolds() {
    String page =
        """
        <html><body><div id="app"></div><script>var $render_data = [{"status":{"mid":"52001","id":"52001",
        "created_at":"Thu Jan 01 08:00:00 +0800 2026","text":"Packers wanted","user":{"screen_name":"Shop"}}}][0] || {};
        </script></body></html>
        """;

    Advert advert = Answer.html("https://m.weibo.cn/status/x", page).extract().adverts().getFirst();

    assertThat(advert.body()).isEqualTo("Packers wanted");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void readsVideosOfAProfileAndWhatTheProfileSaysButNotWhoIsRelated() {
    String page =
        """
        <html><head><title>Café (@cafe) | Snapchat</title></head><body><script id="__NEXT_DATA__" type="application/json">
        {"props":{"userProfile":{"publicProfileInfo":{"username":"cafe","title":"Café","bio":"Ask us at the bar",
          "relatedAccountsInfo":[{"publicProfileInfo":{"username":"b","bio":"Not me"}}]}},
         "spotlightStoryMetadata":[{"videoMetadata":{"description":"Soup day","uploadDateMs":"1767225600000",
          "creator":{"personCreator":{"username":"cafe","name":"Café"}}}}]}}</script></body></html>
        """;

    assertThat(Answer.html("https://www.snapchat.com/@cafe", page).extract().adverts())
        .extracting(Advert::body)
        .containsExactly("Ask us at the bar", "Soup day");
  }

  @Test
  void takesWhatAnAuthorWroteRightBehindAPostForItsSecondPart() {
    String item =
        """
        {"code":"%s","taken_at":%d,"user":{"username":"%s"},"caption":{"text":"%s"},"text_post_app_info":{}}\
        """;
    String page =
        """
        <html><body><script type="application/json" data-sjs>[%s,%s,%s]</script></body></html>\
        """
            .formatted(
                item.formatted("Part00001", 1767225600, "ann", "First"),
                item.formatted("Part00002", 1767225660, "ann", "Second"),
                item.formatted("Other0003", 1767225700, "ben", "Mine is better"));

    assertThat(Answer.html("https://www.threads.com/@ann/post/Part00001", page).extract().adverts())
        .extracting(Advert::body)
        .containsExactly("First", "Second");
  }

  @Test
  void readsWhatAServerOfTheFediverseDeclaresOfAStatus() {
    String page =
        """
        <html lang="en"><head><title>Ann: "Seeds…" - Garden</title>
        <meta property="og:site_name" content="Garden">
        <meta property="og:title" content="Ann (@ann@social.example.org)"><meta property="og:type" content="article">
        <meta property="og:description" content="Seeds to swap on Sunday">
        <meta property="profile:username" content="ann@social.example.org">
        <meta property="og:published_time" content="2026-01-01T09:00:00Z"></head><body><noscript>JavaScript!</noscript></body></html>
        """;

    Advert advert =
        Answer.html("https://social.example.org/@ann/1", page).extract().adverts().getFirst();

    assertThat(advert.text()).isEqualTo("Seeds to swap on Sunday");
    assertThat(advert.fields())
        .containsEntry("author", "Ann")
        .containsEntry("context.handle", "ann@social.example.org");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-01T09:00:00Z"));
  }

  @Test
  void leavesOutHowManyFollowWhomAServerOfTheFediverseDescribes() {
    String page =
        """
        <html lang="de"><head><title>Ann</title><meta property="og:type" content="profile">
        <meta property="og:title" content="Ann (@ann@social.example.org)">
        <meta property="og:description" content="1.234 Beiträge, 88 Folge ich, 6,4K Follower · Seeds to swap: ann@example.org">
        <meta property="profile:username" content="ann@social.example.org"></head><body></body></html>
        """;

    assertThat(Answer.html("https://social.example.org/@ann", page).onlyAdvert().text())
        .isEqualTo("Seeds to swap: ann@example.org");
  }

  @Test
  void namesTheChannelOfAMessageAndLeavesOutWhatTheServiceSaysAndWhatIsPaidFor() {
    String telegram =
        """
        <div class="tgme_widget_message" data-post="garden/1"><a class="tgme_widget_message_owner_name">Garden</a>
         <div class="tgme_widget_message_text">Spades to lend</div></div>
        <div class="tgme_widget_message service_message" data-post="garden/2">
         <div class="tgme_widget_message_text">Garden pinned «Spades…»</div></div>
        """;
    String vk =
        """
        <div class="wall_item" data-post-id="-1_2"><div class="pi_text">Seeds to swap<a class="pi_text_more">More</a></div></div>
        <div class="wall_item ads_block"><div class="pi_text">Kitchens made to measure</div></div>
        """;

    List<Advert> messages = Answer.html("https://t.me/s/garden", telegram).extract().adverts();
    List<Advert> posts = Answer.html("https://m.vk.com/garden", vk).extract().adverts();

    assertThat(messages).extracting(Advert::body).containsExactly("Spades to lend");
    assertThat(messages.getFirst().fields()).containsEntry("author", "Garden");
    assertThat(posts).extracting(Advert::body).containsExactly("Seeds to swap");
  }

  private static Advert only(String json) {
    List<Advert> adverts = Answer.json(URL, json).extract().adverts();
    assertThat(adverts).hasSize(1);
    return adverts.getFirst();
  }

  @Test
  void takesThePostsOfAProfileOfInstagramAndNotTheProfile() {
    Advert advert =
        only(
            """
            {"data":{"user":{"id":"54","username":"house.example","full_name":"House","biography":"Rooms",
             "edge_owner_to_timeline_media":{"edges":[{"node":{"id":"3","shortcode":"Cex1","taken_at_timestamp":1767225600,
              "edge_media_to_caption":{"edges":[{"node":{"text":"Room by the night"}}]},
              "owner":{"id":"54","username":"house.example"}}}]}}}}
            """);

    assertThat(advert.body()).isEqualTo("Room by the night");
    assertThat(advert.url()).isEqualTo("https://www.instagram.com/p/Cex1/");
  }

  @Test
  void readsAVideoOfTiktokThatIsShownWithinAnotherPage() {
    Advert advert =
        only(
            """
            {"source":{"videoData":{"itemInfos":{"id":"7400000000000000001","text":"Hostesses wanted","createTime":"1767225600"},
             "authorInfos":{"uniqueId":"cast.example","nickName":"Cast","signature":"Agency"}}}}
            """);

    assertThat(advert.body()).isEqualTo("Hostesses wanted");
    assertThat(advert.url()).endsWith("/@cast.example/video/7400000000000000001");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void takesHowToReachAnEmployerFromAnObjectOfItsOwn() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"resultats":[
                 {"id":"1","intitule":"Commis","description":"Restaurant de soixante couverts","dateCreation":"2026-01-01T00:00:00Z",
                  "lieuTravail":{"libelle":"06 - NICE"},"entreprise":{"nom":"Exemple"},"contact":{"nom":"X","courriel":"job@example.org"}},
                 {"id":"2","intitule":"Plongeur","description":"Deux jours de repos par semaine","dateCreation":"2026-01-01T00:00:00Z",
                  "lieuTravail":{"libelle":"06 - MENTON"},"entreprise":{"nom":"Exemple"},"contact":{"nom":"X","courriel":"job@example.org"}}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts).extracting(Advert::place).containsExactly("06 - NICE", "06 - MENTON");
    assertThat(adverts.getFirst().fields()).containsEntry("email", "job@example.org");
  }

  @Test
  void takesPlaceAndPayFromAListOfKindsAndLabels() {
    Advert advert =
        only(
            """
            {"jobDetails":[{"title":"Hotel housekeeping","jobId":"120","companyName":"Example","jobDescription":"Stay and meals are free",
             "placeholders":[{"type":"salary","label":"2-3.5 Lacs PA"},{"type":"location","label":"Testham"}],"createdDate":1767225600000}]}
            """);

    assertThat(advert.place()).isEqualTo("Testham");
    assertThat(advert.fields()).containsEntry("salary", "2-3.5 Lacs PA");
  }

  @Test
  void takesThePriceThatAnAttributeShowsAndAPositionForATitle() {
    Advert advert =
        only(
            """
            {"data":[{"id":"801","position":"Packer","content":"A room is free, no pay before work","user":{"name":"Ann"},"created_time":"2026-01-01T00:00:00Z",
             "params":[{"key":"price","name":"Ціна","value":{"value":1,"label":"25 000 грн."}}]}]}
            """);

    assertThat(advert.title()).isEqualTo("Packer");
    assertThat(advert.fields()).containsEntry("price", "25 000 грн.");
  }

  @Test
  void takesWhatIsPassedOnFromTheWholeOfIt() {
    Advert advert =
        only(
            """
            {"tweet":{"id_str":"5","created_at":"Thu Jan 01 10:00:00 +0000 2026","full_text":"RT @ann: The bus leaves at fi…","user":{"name":"Ben","screen_name":"ben"},
             "retweeted_status":{"id_str":"4","created_at":"Thu Jan 01 00:00:00 +0000 2026","full_text":"The bus leaves at five, ring +44 7700 900806","user":{"name":"Ann","screen_name":"ann"}}}}
            """);

    assertThat(advert.body()).isEqualTo("The bus leaves at five, ring +44 7700 900806");
    assertThat(advert.fields()).containsEntry("author", "Ann");
  }

  @Test
  void readsAThreadWithWhatItAnswers() {
    String post =
        """
        {"uri":"at://did/p/%1$s","author":{"handle":"%2$s"},"record":{"text":"%3$s","createdAt":"2026-01-01T00:00:00Z"}}
        """;

    List<Advert> adverts =
        Answer.json(
                "https://api.example.org/thread?uri=at://did/p/bbbbb2",
                """
                {"thread":{"post":%s,"parent":{"post":%s},"replies":[{"post":%s}]}}
                """
                    .formatted(
                        post.formatted("bbbbb2", "ann", "Say no to that."),
                        post.formatted("aaaaa1", "ben", "Is this work usual?"),
                        post.formatted("ccccc3", "cara", "They kept my pay.")))
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Is this work usual?", "Say no to that.", "They kept my pay.");
  }

  @Test
  void readsAnEventOfFacebook() {
    Advert advert =
        only(
            """
            {"data":{"event":{"id":"99112233","name":"Evening for workers","event_description":{"text":"Free advice on contracts and rooms"},
             "event_place":{"name":"Library","location":{"reverse_geocode":{"city":"Testham"}}},"event_creator":{"name":"Harbour"},"url":"https://www.facebook.com/events/99112233/"}}}
            """);

    assertThat(advert.body()).isEqualTo("Free advice on contracts and rooms");
    assertThat(advert.place()).isEqualTo("Library, Testham");
  }

  @Test
  void readsAnswersToAnswersOfAPageOfCommentsAlone() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"comments":[{"cid":"1","text":"Is that orchard really free?","create_time":1767225600,"user":{"nickname":"Ann"},
                  "reply_comment":[{"cid":"3","text":"Yes, ring +1 555 0133","create_time":1767225700,"user":{"nickname":"Agency"}}]},
                 {"cid":"2","text":"They kept my passport","create_time":1767225800,"user":{"nickname":"Ben"},"reply_comment":null}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactlyInAnyOrder(
            "Is that orchard really free?", "They kept my passport", "Yes, ring +1 555 0133");
  }

  @Test
  void readsTopicsOfOdnoklassniki() {
    Advert advert =
        only(
            """
            {"media_topics":[{"id":"7","created_ms":1767225600000,"author_ref":"group:1","media":[
              {"type":"text","text":"Help wanted at dawn"},{"type":"photo"},
              {"type":"link","title":"The bakery","url":"https://bakery.example.org/"}]}],
             "entities":{"groups":[{"uid":"1","name":"Bakery","ref":"group:1"}]}}
            """);

    assertThat(advert.body()).isEqualTo("Help wanted at dawn\nThe bakery");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(advert.fields())
        .containsEntry("author", "Bakery")
        .containsEntry("context.links", "https://bakery.example.org/");
  }

  @Test
  void namesWhoWroteOnAWallOfVk() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"response":{"count":2,"items":[
                  {"id":7,"from_id":-1,"owner_id":-1,"date":1767225600,"text":"Help wanted at dawn"},
                  {"id":8,"from_id":-1,"owner_id":-1,"signer_id":5,"date":1767225600,"text":"I may help"}],
                 "profiles":[{"id":5,"first_name":"Ann","last_name":"Other"},{"id":1,"first_name":"No","last_name":"Body"}],
                 "groups":[{"id":1,"name":"Bakery","screen_name":"bakery"}]}}
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(one -> one.fields().get("author"))
        .containsExactly("Bakery", "Ann Other");
  }

  @Test
  void readsAPageOfLinksAsWhatItsOwnerSays() {
    Advert advert =
        Answer.html(
                "https://links.example.org/anna",
                """
                <html><head><title>@anna</title></head><body><div id=__next></div>
                <script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{
                 "account":{"id":1,"username":"anna","pageTitle":"Anna","description":"Work in hotels, visas arranged."},
                 "username":"anna","links":[{"id":1,"title":"My offers","type":"HEADER"},
                   {"id":2,"title":"WhatsApp","url":"https://wa.me/447700900111"},
                   {"id":3,"title":"Telegram","url":"https://t.me/anna_example"}],
                 "socialLinks":[{"type":"EMAIL_ADDRESS","url":"mailto:anna@example.org?subject=x"}]}}}</script></body></html>
                """)
            .onlyAdvert();

    assertThat(advert.title()).isEqualTo("Anna");
    assertThat(advert.body())
        .isEqualTo("Work in hotels, visas arranged.\nMy offers\nWhatsApp\nTelegram");
    assertThat(advert.fields())
        .containsEntry("email", "anna@example.org")
        .containsEntry("telephone", "+447700900111")
        .containsEntry("contact", "handle:telegram:anna_example")
        .containsEntry("context.links", "https://wa.me/447700900111 https://t.me/anna_example");
  }

  @Test
  void takesAMenuOfLinksForNoPageOfLinks() {
    assertThat(
            Answer.json(
                    URL,
                    """
                    {"menu":{"links":[{"title":"Home","url":"https://www.example.org/"},
                      {"title":"Help","url":"https://www.example.org/help"}]},
                     "user":{"username":"anna","bio":"I read."}}
                    """)
                .extract()
                .adverts())
        .isEmpty();
  }

  @Test
  void givesWhatIsSaidOnVkTheAddressOfItsWallAloneWhereThatIsTold() {
    String items =
        """
        {"response":{"count":3,"items":[
         {"id":7,"from_id":5,"date":1767225600,"text":"Cooks wanted, ring +44 7700 900204"},
         {"id":8,"from_id":5,"owner_id":-3,"date":1767225660,"text":"Maids wanted at the lake"},
         {"id":9,"from_id":5,"owner_id":-3,"post_id":8,"date":1767225720,"text":"What is paid?"}]}}
        """;

    List<Advert> adverts = Answer.json(URL, items).extract().adverts();

    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly(URL, "https://vk.com/wall-3_8", "https://vk.com/wall-3_8?reply=9");
    assertThat(adverts)
        .extracting(Advert::sourceId)
        .containsExactly("7", "wall-3_8", "wall-3_8?reply=9");
  }

  @Test
  void readsWhatTheDiscussionsOfFlarumBeginWith() {
    List<Advert> adverts =
        Answer.json(
                "https://talk.example.org/api/discussions",
                """
                {"data":[
                 {"type":"discussions","id":"4","attributes":{"title":"Cooks wanted","slug":"4-cooks","createdAt":"2026-03-01T10:00:00+00:00"},
                  "relationships":{"user":{"data":{"type":"users","id":"5"}},"firstPost":{"data":{"type":"posts","id":"50"}}}},
                 {"type":"discussions","id":"5","attributes":{"title":"A room","slug":"5-room","createdAt":"2026-03-02T10:00:00+00:00"},
                  "relationships":{"user":{"data":{"type":"users","id":"5"}},"firstPost":{"data":{"type":"posts","id":"51"}}}}],
                 "included":[{"type":"users","id":"5","attributes":{"username":"ann_o","displayName":"Ann Other"}},
                  {"type":"posts","id":"50","attributes":{"contentHtml":"<p>Two cooks for the lake, ring +44 7700 900204</p>"}},
                  {"type":"posts","id":"51","attributes":{"contentHtml":"<p>A room above the mill is free</p>"}}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::text)
        .containsExactly(
            "Cooks wanted\nTwo cooks for the lake, ring +44 7700 900204",
            "A room\nA room above the mill is free");
    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly("https://talk.example.org/d/4-cooks", "https://talk.example.org/d/5-room");
    assertThat(adverts)
        .allMatch(advert -> "Ann Other".equals(advert.fields().get("author")))
        .allMatch(advert -> advert.postedAt() != null);
  }

  @Test
  void readsWhatTheTopicsOfAGroupOnVkBeginWith() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"response":{"count":1,"items":[{"id":7,"title":"Cooks wanted","created":1767225600,"created_by":5,
                  "updated":1767225900,"comments":2,"first_comment":"Two cooks for the lake, ring +44 7700 900204","last_comment":"ok"}],
                 "profiles":[{"id":5,"first_name":"Ann","last_name":"Other"}]}}
                """)
            .extract()
            .adverts();

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().text())
        .isEqualTo("Cooks wanted\nTwo cooks for the lake, ring +44 7700 900204");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "Ann Other");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.ofEpochSecond(1767225600));
  }

  @Test
  void readsThePostsThatGhostGivesAsMarkup() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"posts":[{"id":"a","title":"Cooks wanted","html":"<p>Two cooks for the lake,</p><p>ring +44 7700 900204</p>",
                 "url":"https://blog.example.org/cooks/","published_at":"2026-03-01T10:00:00.000+00:00","primary_author":{"name":"Ann Other"}}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts).hasSize(1);
    assertThat(adverts.getFirst().body())
        .isEqualTo("Two cooks for the lake,\nring +44 7700 900204");
    assertThat(adverts.getFirst().fields()).containsEntry("author", "Ann Other");
  }

  @Test
  void readsTheCommentsBelowAVideoWithTheirReplies() {
    List<Advert> adverts =
        Answer.json(
                URL,
                """
                {"kind":"youtube#commentThreadListResponse","items":[{"kind":"youtube#commentThread","id":"U1","snippet":{"videoId":"v1",
                  "topLevelComment":{"kind":"youtube#comment","id":"U1","snippet":{"textDisplay":"Two cooks wanted, ring +44 7700 900204",
                   "authorDisplayName":"Ann Other","publishedAt":"2026-03-01T10:00:00Z"}}},
                 "replies":{"comments":[{"kind":"youtube#comment","id":"U1.a","snippet":{"videoId":"v1","textDisplay":"Where is that?",
                   "authorDisplayName":"Ben Some","publishedAt":"2026-03-01T11:00:00Z"}}]}}]}
                """)
            .extract()
            .adverts();

    assertThat(adverts)
        .extracting(Advert::body)
        .containsExactly("Two cooks wanted, ring +44 7700 900204", "Where is that?");
    assertThat(adverts)
        .extracting(Advert::url)
        .containsExactly(
            "https://www.youtube.com/watch?v=v1&lc=U1",
            "https://www.youtube.com/watch?v=v1&lc=U1.a");
    assertThat(adverts.getFirst().postedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(adverts.getLast().fields()).containsEntry("author", "Ben Some");
  }

  @Test
  void readsWhenAnEntryOfContentfulAndATopicOfNodeBbWereMade() {
    String entry =
        """
        {"items":[{"sys":{"id":"e1","createdAt":"2026-03-01T10:00:00Z"},
         "fields":{"title":"Cooks wanted","body":"Two cooks for the lake, ring +44 7700 900204","city":"Testham"}}]}
        """;
    String topic =
        """
        {"topics":[{"tid":4,"title":"Cooks wanted","slug":"4/cooks","timestampISO":"2026-03-01T10:00:00.000Z","user":{"username":"ann_o"},
         "teaser":{"content":"Two cooks for the lake, ring +44 7700 900204","timestampISO":"2026-03-04T10:00:00Z"}}]}
        """;

    for (String answer : List.of(entry, topic)) {
      assertThat(Answer.json(URL, answer).onlyAdvert().postedAt())
          .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }
  }

  @Test
  void readsWherePostsOfFacebookAndNodesOfDrupalStand() {
    String post =
        """
        {"data":[{"id":"1_2","created_time":"2026-03-01T10:00:00+0000","message":"Two cooks wanted, ring +44 7700 900204",
         "from":{"name":"Ann Other"},"permalink_url":"https://www.facebook.com/1/posts/2"}]}
        """;
    String node =
        """
        {"data":[{"type":"node--ad","id":"u1","attributes":{"title":"Cooks wanted","created":"2026-03-01T10:00:00+00:00",
         "body":{"processed":"<p>Two cooks for the lake, ring +44 7700 900204</p>"},"path":{"alias":"/ads/1","pid":1}}}]}
        """;

    assertThat(Answer.json(URL, post).onlyAdvert().url())
        .isEqualTo("https://www.facebook.com/1/posts/2");
    assertThat(Answer.json(URL, node).onlyAdvert().url())
        .isEqualTo("https://api.example.org/ads/1");
  }
}
