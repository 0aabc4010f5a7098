package org.vigie.casework.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;

/** Adverts that say a person's phone in words. */
class AdvertsOfContactTest {
  @Test
  void areThoseThatSpellAllOfItWithoutItsCountrysCode() {
    assertThat(AdvertsOfContact.spells(spelling("07700900412"), "447700900412")).isTrue();
    assertThat(AdvertsOfContact.spells(spelling("7700900412"), "447700900412")).isTrue();
    assertThat(AdvertsOfContact.spells(spelling("00447700900412"), "447700900412")).isTrue();
  }

  @Test
  void areNoneThatSpellAPartOfItOrAnother() {
    assertThat(AdvertsOfContact.spells(spelling("900900412"), "447700900412")).isFalse();
    assertThat(AdvertsOfContact.spells(spelling("0900412"), "447700900412")).isFalse();
    assertThat(AdvertsOfContact.spells(spelling("07700900413"), "447700900412")).isFalse();
  }

  private static AssessedAdvert spelling(String number) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", Instant.EPOCH).body("work").build();
    return new AssessedAdvert(
        advert,
        "hu",
        List.of(),
        new Entities(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(number)),
        List.of(),
        List.of(),
        null);
  }
}
