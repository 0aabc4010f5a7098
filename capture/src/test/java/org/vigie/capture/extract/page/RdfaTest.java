package org.vigie.capture.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.Answer;

/** Pages are invented. */
class RdfaTest {
  private static Advert only(String body) {
    return Answer.html("https://ads.example.org/61", "<html><body>" + body)
        .extract()
        .adverts()
        .getFirst();
  }

  @Test
  void readsAnOfferWithItsPrefix() {
    Advert advert =
        only(
            """
            <div typeof="schema:Offer"><h1 property="schema:name">Attic to let</h1>
             <b property="schema:price" content="400">400</b><i property="schema:priceCurrency" content="BAM">KM</i>
             <p property="schema:availableAtOrFrom" typeof="schema:Place"><span property="schema:address">Mill Lane</span></p>
             <div property="schema:description">One room under the roof.</div>
             <span property="schema:seller" typeof="schema:Person"><span property="schema:name">Ann</span></span>
             <span property="schema:datePublished" content="2026-05-01T12:00:00Z">yesterday</span></div>
            """);

    assertThat(advert.title()).isEqualTo("Attic to let");
    assertThat(advert.body()).isEqualTo("One room under the roof.");
    assertThat(advert.place()).isEqualTo("Mill Lane");
    assertThat(advert.fields()).containsEntry("price", "400 BAM").containsEntry("author", "Ann");
    assertThat(advert.postedAt()).isEqualTo(Instant.parse("2026-05-01T12:00:00Z"));
  }

  @Test
  void readsAVacancyOfAPageThatNamesItsVocabularyOnce() {
    Advert advert =
        only(
            """
            <main vocab="http://schema.org/" typeof="WebPage"><div typeof="JobPosting">
             <h1 property="title">Baker</h1><p property="hiringOrganization" typeof="Organization">
             <b property="name">Dawn Bread</b></p><div property="description">Start at three.</div></div></main>
            """);

    assertThat(advert.channel()).isEqualTo(Channel.JOB_BOARD);
    assertThat(advert.title()).isEqualTo("Baker");
    assertThat(advert.body()).isEqualTo("Start at three.");
    assertThat(advert.fields()).containsEntry("organization", "Dawn Bread");
  }

  @Test
  void leavesOtherVocabulariesAlone() {
    Advert advert =
        only(
            """
            <div typeof="foaf:Document gr:Offering"><h1 property="gr:name">Attic to let</h1>
             <p property="gr:note">One room under the roof, quiet and dry, with a window to the yard.</p></div>
            """);

    assertThat(advert.body()).contains("One room under the roof, quiet and dry");
  }
}
