package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdvertTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void isNamedAfterItsContentAndNotAfterWhereOrWhenItWasSeen() {
    Advert one = draft(MONDAY).url("https://example.org/1").sourceId("1").build();
    Advert again =
        draft(MONDAY.plusSeconds(60)).url("https://example.org/2").postedAt(MONDAY).build();

    assertThat(again.id()).isEqualTo(one.id()).matches("a-[0-9a-f]{20}");
  }

  @Test
  void hasAnotherNameOnceAnyDeclaredContentDiffers() {
    String id = draft(MONDAY).build().id();

    assertThat(draft(MONDAY).title("Cook").build().id()).isNotEqualTo(id);
    assertThat(draft(MONDAY).place("Cork").build().id()).isNotEqualTo(id);
    assertThat(draft(MONDAY).field("salary", "900 EUR").build().id()).isNotEqualTo(id);
  }

  @Test
  void keepsItsNameWhateverTheOrderOfItsFields() {
    assertThat(draft(MONDAY).field("a", "1").field("b", "2").build().id())
        .isEqualTo(draft(MONDAY).field("b", "2").field("a", "1").build().id());
  }

  @Test
  void isTheSameAdvertWhereverItStandsAndWhateverItAnswers() {
    Advert reply = draft(MONDAY).field("a", "1").context("replyTo", "channel/7").build();

    assertThat(reply.id()).isEqualTo(draft(MONDAY).field("a", "1").build().id());
    assertThat(reply.fields())
        .isEqualTo(java.util.Map.of("a", "1", "context.replyTo", "channel/7"));
  }

  @Test
  void readsTitleAndBodyAsOneTextThatSpansLieIn() {
    Advert advert = draft(MONDAY).title("Cook").build();

    assertThat(advert.text()).isEqualTo("Cook\nKitchen help wanted");
    assertThat(new Span(5, 12).of(advert.text())).isEqualTo("Kitchen");
  }

  @Test
  void isDatedByItsSiteOrElseByWhenItWasSeen() {
    assertThat(draft(MONDAY).build().time()).isEqualTo(MONDAY);
    assertThat(draft(MONDAY).postedAt(MONDAY.minusSeconds(5)).build().time())
        .isEqualTo(MONDAY.minusSeconds(5));
  }

  @Test
  void wasSeenLastWhenItWasPostedOrCapturedAndNeverLaterThanItWasSeen() {
    Provenance page = new Provenance("pages.warc", 0, "sha1:X", MONDAY);

    assertThat(draft(MONDAY).postedAt(MONDAY.minusSeconds(5)).build().lastSeen())
        .isEqualTo(MONDAY.minusSeconds(5));
    assertThat(draft(MONDAY).postedAt(MONDAY.plusSeconds(5)).build().lastSeen()).isEqualTo(MONDAY);
    for (int posted : new int[] {-5, 5}) {
      Instant time = MONDAY.plusSeconds(posted);
      assertThat(draft(MONDAY).provenance(page).postedAt(time).build().lastSeen())
          .isEqualTo(MONDAY);
    }
  }

  @Test
  void refusesToBeBlank() {
    assertThatThrownBy(
            () -> Advert.builder(Channel.FILE, "example.org", MONDAY).body(" \n").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a title or a text");
  }

  private static Advert.Builder draft(Instant seen) {
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", seen).body("Kitchen help wanted");
  }
}
