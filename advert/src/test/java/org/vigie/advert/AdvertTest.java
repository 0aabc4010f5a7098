package org.vigie.advert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  void saysWhatIsWrittenInItsPicturesBehindItsOwnWordsAndTellsThemApart() {
    String pictures = Advert.PICTURE_MARK + " +44 7700 900123";
    Advert advert =
        draft(MONDAY).title("Cook").body("call").field(Advert.PICTURES, pictures).build();
    int start = advert.text().indexOf('+');

    assertThat(advert.text()).isEqualTo("Cook\ncall\n" + pictures);
    assertThat(advert.isInPicture(new Span(start, start + 5))).isTrue();
    assertThat(advert.isInPicture(new Span(5, 9))).isFalse();
    assertThat(draft(MONDAY).build().isInPicture(new Span(0, 1))).isFalse();
  }

  @Test
  void isAnotherAdvertIfItsPictureSaysSomethingElse() {
    String one =
        draft(MONDAY).field(Advert.PICTURES, "x").field(Advert.PICTURE_HASHES, "a").build().id();

    assertThat(draft(MONDAY).field(Advert.PICTURES, "y").build().id()).isNotEqualTo(one);
    assertThat(
            draft(MONDAY)
                .field(Advert.PICTURES, "x")
                .field(Advert.PICTURE_HASHES, "b")
                .build()
                .id())
        .isEqualTo(one);
  }

  @Test
  void needsNoWordsOfItsOwnWhereAPictureHasSome() {
    Advert advert = draft(MONDAY).body("").field(Advert.PICTURES, "x").build();

    assertThat(advert.text()).isEqualTo("x");
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
    assertThat(reply.fields()).isEqualTo(Map.of("a", "1", "context.replyTo", "channel/7"));
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
  void cutsATextThatIsTooLongAndSaysHowLongItWas() {
    Advert advert = draft(MONDAY).title("Cook").body("x".repeat(8 << 20)).build();

    assertThat(advert.text()).hasSize(Advert.MAX_TEXT).startsWith("Cook\nxxx");
    assertThat(advert.fields()).isEqualTo(Map.of("context.cut.text", "8388613"));
  }

  @Test
  void cutsATitleThatIsTooLongAndLeavesNothingOfTheBody() {
    Advert advert = draft(MONDAY).title("x".repeat(Advert.MAX_TEXT + 1)).build();

    assertThat(advert.text()).isEqualTo("x".repeat(Advert.MAX_TEXT));
    assertThat(advert.fields()).containsOnlyKeys("context.cut.text");
  }

  @Test
  void keepsATextOfTheGreatestLengthWhole() {
    Advert advert =
        draft(MONDAY).title("Cook").body("x".repeat(Advert.MAX_TEXT - 5) + "\n ").build();

    assertThat(advert.text()).hasSize(Advert.MAX_TEXT);
    assertThat(advert.fields()).isEmpty();
  }

  @Test
  void isTheSameAdvertWhenWhatWasKeptOfItIsReadAgain() {
    Advert cut = draft(MONDAY).body("word ".repeat(Advert.MAX_TEXT)).build();
    Advert.Builder again = draft(MONDAY).title(cut.title()).body(cut.body());
    cut.fields().forEach(again::field);

    assertThat(again.build()).isEqualTo(cut);
  }

  @Test
  void cutsAnyOtherDeclaredPartAndSaysHowLongItWas() {
    String tooLong = "x".repeat(Advert.MAX_VALUE + 1);
    Advert advert =
        Advert.builder(Channel.FILE, tooLong, MONDAY)
            .body("Kitchen help wanted")
            .sourceId(tooLong)
            .url(tooLong)
            .language(tooLong)
            .country(tooLong)
            .place(tooLong)
            .field("salary", tooLong)
            .context("links", tooLong)
            .build();

    String kept = "x".repeat(Advert.MAX_VALUE);
    String length = Integer.toString(tooLong.length());
    assertThat(List.of(advert.site(), advert.sourceId(), advert.url())).containsOnly(kept);
    assertThat(List.of(advert.language(), advert.country(), advert.place())).containsOnly(kept);
    assertThat(advert.fields())
        .isEqualTo(
            Map.ofEntries(
                entry("salary", kept),
                entry("context.links", kept),
                entry("context.cut.site", length),
                entry("context.cut.sourceId", length),
                entry("context.cut.url", length),
                entry("context.cut.language", length),
                entry("context.cut.country", length),
                entry("context.cut.place", length),
                entry("context.cut.salary", length),
                entry("context.cut.context.links", length)));
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

  @Test
  void takesAChannelThatPostsInItsOwnNameForAPlace() {
    assertThat(postedBy("city_notices").account()).isEmpty();
    assertThat(postedBy("robota_example").account())
        .isEqualTo("telegram.example.org/city_notices robota_example");
  }

  private static Advert postedBy(String author) {
    return Advert.builder(Channel.MESSAGING, "telegram.example.org/city_notices", Instant.EPOCH)
        .body("Room to let")
        .field("author", author)
        .build();
  }
}
