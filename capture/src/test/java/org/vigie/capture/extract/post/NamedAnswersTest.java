package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;

/** Answers are invented: what they share with real ones are habits of naming. */
class NamedAnswersTest {
  private static List<Advert> adverts(String json) {
    return Answer.json("https://api.example.org/jobs", json).extract().adverts();
  }

  @Test
  void readsWhatIsWrappedUnderANameOfItsOwn() {
    List<Advert> adverts =
        adverts(
            """
            {"hits":[{"rank":1,"matched":{"title":"Baker","companyName":"Dawn Bread","description":"Start at three."}},
                     {"rank":2,"matched":{"title":"Cook","companyName":"Dawn Bread","description":"Start at ten."}}]}
            """);

    assertThat(adverts).extracting(Advert::title).containsExactly("Baker", "Cook");
  }

  @Test
  void readsTextsThatWereElementsOfXml() {
    List<Advert> adverts =
        adverts(
            """
            {"feed":{"entry":[{"id":{"$t":"tag:7"},"published":{"$t":"2026-05-01T09:30:00Z"},
              "title":{"type":"text","$t":"Baker wanted"},"content":{"type":"html","$t":"<p>Start at three.</p>"},
              "link":[{"rel":"self","href":"https://b.example.org/f/7"},
                      {"rel":"alternate","href":"https://b.example.org/7"}],
              "author":[{"name":{"$t":"Ann"}}]}]}}
            """);

    Advert advert = adverts.getFirst();
    assertThat(advert.title()).isEqualTo("Baker wanted");
    assertThat(advert.body()).isEqualTo("Start at three.");
    assertThat(advert.url()).isEqualTo("https://b.example.org/7");
    assertThat(advert.fields()).containsEntry("author", "Ann");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-05-01T09:30:00Z"));
  }

  @Test
  void givesTheFirstPostOfAThreadItsTitle() {
    List<Advert> adverts =
        adverts(
            """
            {"tid":7,"title":"Who mends boilers?","posts":[
             {"pid":1,"content":"Mine hums.","timestamp":1767225600000,"user":{"username":"a1","displayname":"Ann"}},
             {"pid":2,"content":"I do.","timestamp":1767225900000,"user":{"username":"b2","displayname":"Ben"}}]}
            """);

    assertThat(adverts).extracting(Advert::title).containsExactly("Who mends boilers?", "");
    assertThat(adverts).extracting(one -> one.fields().get("author")).containsExactly("Ann", "Ben");
  }

  @Test
  void saysFromWhereToWhereAPayReaches() {
    List<Advert> adverts =
        adverts(
            """
            {"items":[{"title":"Baker","employer":{"name":"Dawn Bread"},"salary":{"from":900,"to":1200,"currency":"EUR"},
              "snippet":{"requirement":"Two years at an oven.","responsibility":"Bake the bread."}},
             {"title":"Cook","employer":{"name":"Dawn Bread"},"salary":{"from":null,"to":null,"currency":"EUR"},
              "snippet":{"requirement":"None at all.","responsibility":null}}]}
            """);

    assertThat(adverts.getFirst().fields()).containsEntry("salary", "900-1200 EUR");
    assertThat(adverts.getFirst().body()).isEqualTo("Two years at an oven.\nBake the bread.");
    assertThat(adverts.getLast().fields()).doesNotContainKey("salary");
  }

  @Test
  void readsVacanciesInOtherLanguages() {
    List<Advert> adverts =
        adverts(
            """
            {"stellen":[{"titel":"Bäckerin","arbeitgeber":"Morgenbrot","arbeitsort":{"ort":"Kiel","region":"Holstein"},
              "aktuelleVeroeffentlichungsdatum":"2026-05-01"}]}
            """);

    Advert advert = adverts.getFirst();
    assertThat(advert.title()).isEqualTo("Bäckerin");
    assertThat(advert.place()).isEqualTo("Kiel, Holstein");
    assertThat(advert.fields()).containsEntry("organization", "Morgenbrot");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
  }

  @Test
  void takesANoteForPublicIfWhatMadeItIs() {
    String outbox =
        """
        {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollectionPage","orderedItems":[
         {"type":"Create","to":["%s"],"object":{"type":"Note","id":"https://s.example.org/1","content":"<p>A loft to let</p>"}}]}
        """;

    assertThat(adverts(outbox.formatted("https://www.w3.org/ns/activitystreams#Public")))
        .extracting(Advert::body)
        .containsExactly("A loft to let");
    assertThat(adverts(outbox.formatted("https://s.example.org/ann/followers"))).isEmpty();
  }

  @Test
  void takesTheLastChangeForTheTimeWhereNothingElseTellsOne() {
    String post =
        "{\"items\":[{\"title\":\"Attic to let\",\"description\":\"Dry.\",\"price\":80,%s}]}";

    assertThat(
            adverts(post.formatted("\"lastModified\":\"2026-05-01 07:30:11 UTC\""))
                .getFirst()
                .postedAt())
        .isEqualTo(Instant.parse("2026-05-01T07:30:11Z"));
    assertThat(
            adverts(
                    post.formatted(
                        "\"lastModified\":\"2026-05-01 07:30:11\",\"insertedOn\":\"2026-04-01T00:00:00.0000\""))
                .getFirst()
                .postedAt())
        .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
  }

  @Test
  void readsNamesOfTwoWordsAndSectionsWithinAnObjectOfTheirOwn() {
    List<Advert> adverts =
        adverts(
            """
            {"results":[{"vacancy":{"id":"v1","job-name":"Fish packer, Testham","company":{"name":"Cold Bay"},
               "creation-date":"2026-05-01","duty":"<p>A bunk is free, the journey is paid after six months.</p>"}},
              {"vacancy":{"id":"v2","job-name":"Cook, Testham","company":{"name":"Cold Bay"},
               "creation-date":"2026-05-02","duty":"<p>For forty people on shift.</p>"}}]}
            """);

    assertThat(adverts)
        .extracting(Advert::title)
        .containsExactly("Fish packer, Testham", "Cook, Testham");
    assertThat(adverts.getFirst().body())
        .isEqualTo("A bunk is free, the journey is paid after six months.");

    Advert sectioned =
        adverts(
                """
                {"id":"7","name":"Galley hand","company":{"name":"Cold Bay"},"releasedDate":"2026-05-01T09:30:00Z",
                 "jobAd":{"sections":{"jobDescription":{"title":"Job","text":"<p>You clean the galley every night.</p>"}}}}
                """)
            .getFirst();
    assertThat(sectioned.body()).contains("You clean the galley every night.");
  }

  @Test
  void readsWhatBeginsThreadsInAListOfThem() {
    List<Advert> adverts =
        adverts(
            """
            [{"page":1,"threads":[
              {"no":71,"time":1777593600,"sub":"Visa","com":"Is that agency known to anyone here?","name":"Anonymous","replies":1,
               "last_replies":[{"no":75,"time":1777593900,"resto":71,"com":"no","name":"Anonymous"}]},
              {"no":72,"time":1777593700,"com":"Which bus goes to Testham on Sundays?","name":"Anonymous","replies":1,
               "last_replies":[{"no":76,"time":1777593900,"resto":72,"com":"none","name":"Anonymous"}]}]}]
            """);

    assertThat(adverts)
        .extracting(Advert::body)
        .contains("Is that agency known to anyone here?", "Which bus goes to Testham on Sundays?");
  }

  @Test
  void takesAFirmThatTradesForNoEmployer() {
    Advert advert =
        adverts(
                """
                {"docs":[{"heading":"Digger for sale","location":"Testham","timestamp":1772359200000,
                  "price":{"amount":300},"organisation_name":"Invented Diggers","trade_type":"Til salgs"}]}
                """)
            .getFirst();

    assertThat(advert.channel()).isEqualTo(Channel.CLASSIFIEDS);
    assertThat(advert.fields())
        .containsEntry("author", "Invented Diggers")
        .containsEntry("price", "300")
        .doesNotContainKeys("organization", "salary");
  }

  @Test
  void reckonsATimeFromWhenTheAnswerWasFetched() {
    String post =
        "{\"ads\":[{\"title\":\"Attic to let\",\"description\":\"Dry.\",\"price\":80,\"timeStamp\":\"%s\"}]}";
    Advert hours = adverts(post.formatted("2 hours")).getFirst();
    assertThat(hours.postedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(hours.fields()).containsEntry("context.posted", "2 hours");
    assertThat(adverts(post.formatted("Vandaag")).getFirst().postedAt())
        .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(adverts(post.formatted("whenever")).getFirst().postedAt()).isNull();
    assertThat(adverts(post.formatted("whenever")).getFirst().fields())
        .doesNotContainKey("context.posted");
  }

  @Test
  void readsWhetherDaysOrMonthsComeFirstFromAllTimesOfAList() {
    String post = "{\"title\":\"Attic to let\",\"text\":\"Dry.\",\"price\":80,\"date\":\"%s\"}";

    assertThat(
            adverts("[" + post.formatted("11/12/2025") + "," + post.formatted("29/12/2025") + "]"))
        .extracting(Advert::postedAt)
        .containsExactly(
            Instant.parse("2025-12-11T00:00:00Z"), Instant.parse("2025-12-29T00:00:00Z"));
  }

  @Test
  void readsPagesWhoseHeadIsAnObject() {
    Advert advert =
        adverts(
                """
                {"result":{"data":{"allNotes":{"edges":[
                 {"node":{"id":"n1","frontmatter":{"title":"Attic to let","date":"2026-05-01T09:30:00Z","city":"Testham"},
                  "html":"<p>Dry and warm.</p>","fields":{"slug":"/notes/attic/"}}},
                 {"node":{"id":"n2","frontmatter":{"title":"Shed to let","date":"2026-05-02T09:30:00Z","city":"Testham"},
                  "html":"<p>Damp.</p>","fields":{"slug":"/notes/shed/"}}}]}}}}
                """)
            .getFirst();

    assertThat(advert.title()).isEqualTo("Attic to let");
    assertThat(advert.body()).isEqualTo("Dry and warm.");
    assertThat(advert.place()).isEqualTo("Testham");
    assertThat(advert.url()).isEqualTo("https://api.example.org/notes/attic/");
  }

  @Test
  void readsWhereAndWhomAdvertsOfManyFormsName() {
    Advert advert =
        adverts(
                """
                {"adverts":[{"title":"Attic to let","details":"Dry.","price":80,"region":"test-ham","region_name":"Testham",
                  "region_item_text":"Testland, Testham","user_phone":"+1 555 0177","ad_link":"/item/7","shopName":"Invented Attics"}]}
                """)
            .getFirst();

    assertThat(advert.place()).isEqualTo("Testland, Testham");
    assertThat(advert.url()).isEqualTo("https://api.example.org/item/7");
    assertThat(advert.fields())
        .containsEntry("telephone", "+1 555 0177")
        .containsEntry("author", "Invented Attics");
  }
}
