package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.search.Adverts.MONDAY;
import static org.vigie.search.Adverts.draft;
import static org.vigie.search.Adverts.saying;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;
import static org.vigie.search.TestIndex.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Genre;
import org.vigie.advert.Outcome;
import org.vigie.advert.Sighting;
import org.vigie.advert.Span;
import org.vigie.advert.TextKind;

class AdvertIndexTest {
  @TempDir Path folder;

  @Test
  void findsWordsWithoutRegardToCaseAccentsAndScript() throws IOException {
    AssessedAdvert french = saying("Travail à ORLÉANS, logement compris");
    AssessedAdvert german = saying("Arbeit in der Hauptstraße");
    AssessedAdvert ukrainian = saying("Робота у Києві");
    AssessedAdvert thai = saying("รับสมัครงานด่วน");
    try (AdvertIndex index = TestIndex.of(folder, french, german, ukrainian, thai)) {
      assertThat(ids(index, "orleans")).containsExactly(id(french));
      assertThat(ids(index, "HAUPTSTRASSE")).containsExactly(id(german));
      assertThat(ids(index, "РОБОТА")).containsExactly(id(ukrainian));
      assertThat(ids(index, "สมัคร")).containsExactly(id(thai));
    }
  }

  @Test
  void findsAWordThatInvisibleCharactersBreakUp() throws IOException {
    AssessedAdvert zeroWidth = saying("your pass\u200Bport please");
    AssessedAdvert softHyphen = saying("the pass\u00ADport please");
    try (AdvertIndex index = TestIndex.of(folder, zeroWidth, softHyphen)) {
      assertThat(ids(index, "passport")).containsExactlyInAnyOrder(id(zeroWidth), id(softHyphen));
      assertThat(ids(index, "pass\u200Bport")).hasSize(2);
    }
  }

  @Test
  void findsAndMarksAWordWhoseLettersWereSwappedForLookalikes() throws IOException {
    AssessedAdvert cyrillic = saying("your p\u0430ssp\u043Ert please");
    try (AdvertIndex index = TestIndex.of(folder, cyrillic)) {
      assertThat(ids(index, "passport")).containsExactly(id(cyrillic));
      assertThat(ids(index, "\"your passport\"")).containsExactly(id(cyrillic));
      assertThat(marked(index, "passport")).containsExactly("p\u0430ssp\u043Ert");
    }
  }

  @Test
  void asksForAllWordsUnlessToldOtherwise() throws IOException {
    AssessedAdvert both = saying("passport and fee");
    AssessedAdvert one = saying("passport alone");
    AssessedAdvert other = saying("fee alone");
    try (AdvertIndex index = TestIndex.of(folder, both, one, other)) {
      assertThat(ids(index, "fee passport")).containsExactly(id(both));
      assertThat(ids(index, "fee AND passport")).containsExactly(id(both));
      assertThat(ids(index, "passport OR fee")).hasSize(3);
      assertThat(ids(index, "passport -fee")).containsExactly(id(one));
      assertThat(ids(index, "NOT passport")).containsExactly(id(other));
      assertThat(ids(index, "alone AND (passport OR fee) NOT passport")).containsExactly(id(other));
      assertThat(ids(index, "\"passport alone\"")).containsExactly(id(one));
      assertThat(ids(index, "\"alone passport\"")).isEmpty();
      assertThat(ids(index, "passp*")).hasSize(2);
      assertThat(ids(index, "")).hasSize(3);
    }
  }

  @Test
  void showsAdvertsWithSomeOfTheWordsWhenNoneHasAll() throws IOException {
    AssessedAdvert passport = Adverts.saying("Bring your passport");
    AssessedAdvert fee = Adverts.saying("A fee is due");
    try (AdvertIndex index = TestIndex.of(folder, passport, fee)) {
      SearchResult some = index.search(request("passport fee"));
      assertThat(some.loosened()).isTrue();
      assertThat(some.total()).isEqualTo(2);

      assertThat(index.search(request("passport AND NOT bring")).total()).isZero();
      assertThat(index.search(request("passport lang:is")).total()).isZero();
      assertThat(index.search(request("passport bring")).loosened()).isFalse();
    }
  }

  @Test
  void findsDeclaredAndReadFields() throws IOException {
    AssessedAdvert advert =
        draft()
            .title("Harvest help")
            .body("write to Jobs@Example.org or @Example_Name")
            .channel(Channel.LINK_PREVIEW)
            .site("Board.Example.org")
            .sourceId("X-77")
            .language("fr")
            .country("FR")
            .place("Saint-Étienne du Bois")
            .mandate("m-7")
            .risk(0.75)
            .outcome(Outcome.SPAM_OR_SCAM)
            .contact(ContactType.EMAIL, "jobs@example.org", "Jobs@Example.org")
            .contact(ContactType.HANDLE, "telegram:example_name", "@Example_Name")
            .indicator("RC-06", "debt bondage", EvidenceGrade.TESTED_PREDICTIVE)
            .build();
    try (AdvertIndex index = TestIndex.of(folder, advert, saying("another"))) {
      for (String query :
          List.of(
              "channel:link-preview",
              "channel:LINK_PREVIEW",
              "site:board.example.org",
              "site:board*",
              "lang:FR",
              "country:fr",
              "place:\"saint-etienne du bois\"",
              "place:(orleans OR saint-é*)",
              "indicator:rc-06",
              "indicator:RC-*",
              "category:\"debt bondage\"",
              "grade:T+",
              "outcome:spam-or-scam",
              "outcome:spam_or_scam",
              "contact:email:jobs@example.org",
              "email:JOBS@example.org",
              "email:@example.org",
              "handle:@example_name",
              "handle:telegram:Example_Name",
              "handle:example*",
              "mandate:m-7",
              "title:harvest",
              "id:x-77",
              "id:" + id(advert),
              "after:2026-01-05 before:2026-01-06 risk>0.7 harvest")) {
        assertThat(ids(index, query)).as(query).containsExactly(id(advert));
      }
    }
  }

  @Test
  void takesRangesOfRiskAndTimeByTheirBounds() throws IOException {
    AssessedAdvert low = draft().body("low").risk(0.7).at(MONDAY).build();
    AssessedAdvert high = draft().body("high").risk(0.71).at(MONDAY.plusSeconds(86_400)).build();
    try (AdvertIndex index = TestIndex.of(folder, low, high)) {
      assertThat(ids(index, "risk>0.7")).containsExactly(id(high));
      assertThat(ids(index, "risk>=0.7")).containsExactly(id(high), id(low));
      assertThat(ids(index, "risk<0.71")).containsExactly(id(low));
      assertThat(ids(index, "risk<=0.71")).hasSize(2);
      assertThat(ids(index, "after:2026-01-06")).containsExactly(id(high));
      assertThat(ids(index, "before:2026-01-06")).containsExactly(id(low));
      assertThat(ids(index, "after:2026-01-05T23:59:59Z")).containsExactly(id(high));
    }
  }

  @Test
  void findsWhatWasNotAssessedByThatAloneAndByNoRisk() throws IOException {
    AssessedAdvert read = saying("read");
    AssessedAdvert unread =
        new AssessedAdvert(
            saying("unread").advert(), "ko", List.of(), Entities.none(), List.of(), List.of());
    try (AdvertIndex index = TestIndex.of(folder, read, unread)) {
      assertThat(ids(index, "outcome:not-assessed")).containsExactly(id(unread));
      assertThat(ids(index, "risk>=0")).containsExactly(id(read));
      SearchResult all = index.search(SearchRequest.of(""));
      assertThat(all.facets().get("outcome")).containsEntry("not-assessed", 1L);
      assertThat(all.hits())
          .filteredOn(hit -> hit.risk().of() == ShownRisk.Of.NONE)
          .extracting(hit -> hit.advert().language())
          .containsExactly("ko");
    }
  }

  @Test
  void findsAnAdvertByTheKindOfItsText() throws IOException {
    AssessedAdvert unknown = saying("unknown");
    AssessedAdvert offer = ofKind("offer", Genre.OFFER);
    AssessedAdvert complaint = ofKind("complaint", Genre.COMPLAINT);
    try (AdvertIndex index = TestIndex.of(folder, unknown, offer, complaint)) {
      assertThat(ids(index, "genre:complaint")).containsExactly(id(complaint));
      assertThat(index.search(SearchRequest.of("")).facets().get("genre"))
          .containsOnly(Map.entry("offer", 1L), Map.entry("complaint", 1L));
    }
  }

  private static AssessedAdvert ofKind(String text, Genre genre) {
    AssessedAdvert plain = saying(text);
    return new AssessedAdvert(
        plain.advert(),
        "en",
        List.of(),
        Entities.none(),
        List.of(),
        plain.assessments(),
        new TextKind(genre, 0.9));
  }

  @Test
  void ordersHitsTheSameOnEveryRun() throws IOException {
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      adverts.add(
          draft().body("work " + i).risk(i % 3 / 10.0).at(MONDAY.plusSeconds(i % 4)).build());
    }
    try (AdvertIndex index = TestIndex.of(folder, adverts, shard -> {})) {
      for (SearchRequest.Order order : SearchRequest.Order.values()) {
        List<String> whole = paged(index, "work", order, 0, 50);
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < 50; offset += 7) {
          pages.addAll(paged(index, "work", order, offset, 7));
        }
        assertThat(pages).as(order.name()).hasSize(50).isEqualTo(whole);
      }
      assertThat(paged(index, "", SearchRequest.Order.RELEVANCE, 0, 50))
          .as("without words, the risk decides")
          .isEqualTo(paged(index, "", SearchRequest.Order.RISK, 0, 50));
    }
  }

  @Test
  void ranksByWordsAndNotByFields() throws IOException {
    AssessedAdvert twice = draft().body("passport passport here").place("Dublin").build();
    AssessedAdvert once =
        draft().body("passport in one of many words here").risk(0.9).place("Dublin").build();
    try (AdvertIndex index = TestIndex.of(folder, twice, once)) {
      assertThat(paged(index, "passport place:dublin", SearchRequest.Order.RELEVANCE, 0, 9))
          .containsExactly(id(twice), id(once));
      assertThat(paged(index, "place:dublin", SearchRequest.Order.RELEVANCE, 0, 9))
          .containsExactly(id(once), id(twice));
    }
  }

  @Test
  void findsAPersonByTheWholeNameAndByEachWordOfIt() throws IOException {
    AssessedAdvert whole = draft().body("call Ánna Novak").person("Ánna Novak").build();
    AssessedAdvert first = draft().body("call Anna").person("Anna").build();
    AssessedAdvert none = draft().body("Anna is a palindrome").build();
    try (AdvertIndex index = TestIndex.of(folder, whole, first, none)) {
      assertThat(ids(index, "name:anna")).containsExactlyInAnyOrder(id(whole), id(first));
      assertThat(ids(index, "name:\"anna novak\"")).containsExactly(id(whole));
      assertThat(ids(index, "name:novak")).containsExactly(id(whole));
    }
  }

  @Test
  void findsATownThatTheTextNamesByItsNameAndItsCountry() throws IOException {
    AssessedAdvert irish = draft().body("new in Cork").place("Munster").town("Cork", "IE").build();
    AssessedAdvert other = draft().body("new in cork").town("Cork", "US").build();
    AssessedAdvert none = draft().body("cork floors").build();
    try (AdvertIndex index = TestIndex.of(folder, irish, other, none)) {
      assertThat(ids(index, "place:cork")).containsExactlyInAnyOrder(id(irish), id(other));
      assertThat(ids(index, "place:\"cork, ie\"")).containsExactly(id(irish));
      assertThat(ids(index, "place:munster")).containsExactly(id(irish));
    }
  }

  @Test
  void countsTheValuesOfAllMatchesTheMostFirst() throws IOException {
    List<AssessedAdvert> adverts =
        List.of(
            draft().body("work a").place("Gdańsk").build(),
            draft().body("work b").place("Gdańsk").channel(Channel.FORUM).build(),
            draft().body("work c").place("Dublin").build(),
            draft().body("work d").place("Aarhus").build(),
            draft().body("other").place("Dublin").build());
    try (AdvertIndex index = TestIndex.of(folder, adverts, shard -> {})) {
      SearchResult result =
          index.search(
              new SearchRequest("work", 0, 1, SearchRequest.Order.RISK, 2, Duration.ofSeconds(30)));
      assertThat(result.total()).isEqualTo(4);
      assertThat(result.hits()).hasSize(1);
      assertThat(result.facets().keySet())
          .containsExactly(
              "channel",
              "site",
              "lang",
              "country",
              "place",
              "indicator",
              "grade",
              "outcome",
              "form",
              "genre",
              "risk",
              "size",
              "status");
      assertThat(List.copyOf(result.facets().get("place").entrySet()))
          .containsExactly(Map.entry("Gdańsk", 2L), Map.entry("Aarhus", 1L));
      assertThat(result.facets().get("channel"))
          .containsExactly(Map.entry("job-board", 3L), Map.entry("forum", 1L));
      assertThat(result.facets().get("indicator")).isEmpty();
    }
  }

  @Test
  void saysThatASearchCutShortIsPartial() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, Adverts.generated(500, 1), shard -> {})) {
      SearchResult result =
          index.search(
              new SearchRequest(
                  "work OR fee", 0, 10, SearchRequest.Order.RISK, 3, Duration.ofNanos(1)));
      assertThat(result.partial()).isTrue();
      assertThat(index.search(request("work OR fee")).partial()).isFalse();
    }
  }

  @Test
  void showsWhereWordsContactsAndIndicatorsMatched() throws IOException {
    AssessedAdvert advert =
        draft()
            .title("Fee for papers")
            .body("Bring your passport. Call zero six and so on.")
            .contact(ContactType.PHONE, "+33639980001", "zero six")
            .indicator("RC-06", "debt bondage", EvidenceGrade.EXPERT)
            .build();
    try (AdvertIndex index = TestIndex.of(folder, advert)) {
      assertThat(marked(index, "\"your passport\" phone:0639980001 -hotel"))
          .containsExactly("your passport", "zero six");
      assertThat(marked(index, "indicator:rc-06 pass*")).containsExactly("Fee ", "passport");
      assertThat(marked(index, "risk<0.5")).isEmpty();
    }
  }

  @Test
  void findsAnAdvertByIdBySourceIdAndByItsFirstDigits() throws IOException {
    AssessedAdvert older = draft().body("older").sourceId("42").build();
    AssessedAdvert newer = draft().body("newer").sourceId("42").at(MONDAY.plusSeconds(60)).build();
    AssessedAdvert reposted = draft().body("reposted").sourceId("1").build();
    Sighting sighting =
        new Sighting(id(reposted), MONDAY, MONDAY, 3, List.of(), List.of("1", "Again-2"));
    try (AdvertIndex index =
        TestIndex.of(folder, List.of(older, newer, reposted), shard -> shard.put(sighting))) {
      assertThat(index.findAdvert(id(older))).contains(older);
      assertThat(index.findAdvert("42")).contains(newer);
      assertThat(index.findAdvert("again-2")).contains(reposted);
      assertThat(index.findAdvert(id(older).substring(0, 8))).contains(older);
      assertThat(index.findAdvert(id(older).substring(2, 8))).contains(older);
      assertThat(index.findAdvert(id(older).substring(0, 7))).isEmpty();
      assertThat(index.findAdvert("")).isEmpty();
      assertThat(index.findAdvert("a-zzzzzz")).isEmpty();
      assertThat(index.findSighting(id(reposted))).contains(sighting);
      assertThat(index.search(request("reposted")).hits().getFirst().timesSeen()).isEqualTo(3);
    }
  }

  @Test
  void passesEveryMatchInOrderOfIds() throws IOException {
    List<AssessedAdvert> adverts = Adverts.generated(300, 7);
    try (AdvertIndex index = TestIndex.of(folder, adverts, shard -> {})) {
      List<String> passed = new ArrayList<>();
      index.forEachAdvert("risk>=0.3", hit -> passed.add(id(hit.advert())));
      assertThat(passed)
          .isSorted()
          .containsExactlyInAnyOrderElementsOf(
              adverts.stream()
                  .filter(a -> a.assessment().riskProbability() >= 0.3)
                  .map(TestIndex::id)
                  .toList());
    }
  }

  @Test
  void keepsAdvertsExactlyWhateverTheyHold() throws IOException {
    String huge = "ﷺ".repeat(20_000);
    AssessedAdvert hostile =
        draft()
            .title("\u202Eevil\u0000 \uD800 lone")
            .body("\uDC00 body " + huge + " \uD83D\uDE00 end")
            .site("s".repeat(100_000))
            .place("\uD800".repeat(300))
            .contact(ContactType.URL, "http://example.org/" + "x".repeat(100_000), "")
            .contact(ContactType.PHONE, "+" + "1".repeat(100_000), "")
            .build();
    try (AdvertIndex index = TestIndex.of(folder, hostile)) {
      assertThat(index.findAdvert(id(hostile))).contains(hostile);
      assertThat(ids(index, "evil end")).containsExactly(id(hostile));
      assertThat(ids(index, "site:sss*")).containsExactly(id(hostile));
    }
  }

  @Test
  void refusesAFolderWithoutAnIndex() throws IOException {
    assertThatThrownBy(() -> AdvertIndex.open(folder.resolve("absent")))
        .isInstanceOf(NoIndexException.class)
        .hasMessageContaining("is not there");
    assertThatThrownBy(() -> AdvertIndex.open(folder)).isInstanceOf(NoIndexException.class);
    Files.createDirectories(folder.resolve("shard-0"));
    assertThatThrownBy(() -> AdvertIndex.open(folder)).isInstanceOf(NoIndexException.class);
  }

  @Test
  void searchesAnIndexWithoutAdverts() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder)) {
      SearchResult result = index.search(SearchRequest.of("work OR place:dublin OR cluster:c-1"));
      assertThat(result.total()).isZero();
      assertThat(index.counts()).isEqualTo(new IndexCounts(0, 0, 0, 0));
      assertThat(index.alerts(10)).isEmpty();
      assertThat(index.clusters(2, 10)).isEmpty();
      assertThat(index.memberships()).isEmpty();
    }
  }

  private static List<String> marked(AdvertIndex index, String query) throws IOException {
    SearchResult.Hit hit = index.search(request(query)).hits().getFirst();
    return hit.snippet().matches().stream()
        .map((Span span) -> span.of(hit.snippet().text()))
        .toList();
  }

  private static List<String> paged(
      AdvertIndex index, String query, SearchRequest.Order order, int offset, int limit)
      throws IOException {
    SearchRequest request =
        new SearchRequest(query, offset, limit, order, 0, Duration.ofSeconds(30));
    return index.search(request).hits().stream().map(hit -> id(hit.advert())).toList();
  }
}
