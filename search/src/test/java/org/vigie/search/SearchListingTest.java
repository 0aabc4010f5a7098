package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Span;
import org.vigie.text.safe.SafeJson;

class SearchListingTest {
  private static final String PHONE = "+33639980001";
  private static final String FAR = "and so on and so forth ".repeat(20) + "call us at the end";

  @Test
  void givesAnAdvertInShort() {
    AssessedAdvert advert = advert("Staff wanted", "keeps your passport " + FAR);
    SearchResult.Hit hit =
        new SearchResult.Hit(
            advert,
            new SearchResult.Cluster("c-1", 3),
            2,
            new Snippet("keeps your passport", List.of(new Span(11, 19))),
            null);

    assertThat(listed(hit, Set.of()))
        .isEqualTo(
            new ShortAdvert(
                advert.advert().id(),
                new ShortAdvert.Excerpt(
                    "Staff wanted", "keeps your passport", List.of(new Span(11, 19)), false),
                new ShortAdvert.Place(
                    Channel.JOB_BOARD, "jobs.example.org", "https://jobs.example.org/1", "en"),
                new ShortAdvert.Times(null, Adverts.MONDAY, 2, null),
                new ShortAdvert.Clues(
                    new ShownRisk(ShownRisk.Of.OWN, "", 0.7), "business", List.of("RC-04")),
                new SearchResult.Cluster("c-1", 3),
                1));
  }

  @Test
  void givesNeitherTheTextNorContactsNorWhatItHasNoRoomFor() {
    AssessedAdvert advert = advert("A title. ".repeat(60), "keeps your passport " + FAR);
    SearchResult.Hit hit =
        new SearchResult.Hit(
            advert,
            SearchResult.Cluster.NONE,
            1,
            new Snippet("keeps your passport", List.of(new Span(11, 19))),
            Instant.parse("2026-01-07T00:00:00Z"));

    ShortAdvert withheld = listed(hit, Set.of(advert.advert().id()));
    assertThat(withheld.excerpt().title()).startsWith("A title.").hasSizeLessThanOrEqualTo(200);
    assertThat(withheld.excerpt().snippet()).isEmpty();
    assertThat(withheld.excerpt().matches()).isEmpty();
    assertThat(withheld.excerpt().withheld()).isTrue();
    assertThat(SafeJson.of(listed(hit, Set.of())))
        .contains("\"snippet\":\"keeps your passport\"", "\"signs\":[\"RC-04\"]")
        .doesNotContain(PHONE, "at the end", "so forth", "salary-value");
  }

  private static ShortAdvert listed(SearchResult.Hit hit, Set<String> withheld) {
    SearchResult found = new SearchResult(1, false, false, List.of(hit), Map.of());
    return SearchListing.of(found, withheld).hits().getFirst();
  }

  private static AssessedAdvert advert(String title, String body) {
    Advert advert =
        Advert.builder(Channel.JOB_BOARD, "jobs.example.org", Adverts.MONDAY)
            .url("https://jobs.example.org/1")
            .title(title)
            .body(body)
            .field("salary", "salary-value")
            .build();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(new Contact(ContactType.PHONE, PHONE, "FR", new Span(0, 3), 0)),
        Entities.none(),
        List.of(sign("RC-04", true), sign("RC-05", false)),
        new Assessment("recruitment", Outcome.BUSINESS, 0.7, 0, List.of(), "m", "1"));
  }

  private static Indicator sign(String id, boolean scored) {
    return new Indicator(
        id, "invented", "invented", EvidenceGrade.EXPERT, scored, List.of(new Span(0, 5)), "");
  }
}
