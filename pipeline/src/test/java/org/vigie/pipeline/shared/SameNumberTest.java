package org.vigie.pipeline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.vigie.advert.SharedMeaning;
import org.vigie.advert.Span;

/** What joins adverts by the last digits of a phone. */
class SameNumberTest {
  private static final String FOREIGN = "MV-02";

  @Test
  void joinsAPhoneThatIsReadForTwoCountries() {
    Set<String> common =
        common(phone("+390209142277", "IT", "LX-07"), phone("+353209142277", "IE", "LX-09"));
    assertThat(common).hasSize(1);
    assertThat(SharedMeaning.joint(common.iterator().next())).isEqualTo("meaning-and-number");
  }

  @Test
  void joinsOneOfAnotherCountryThanItsAdvertWithOneThatIsSpelled() {
    assertThat(
            common(
                phone("+447700900412", "GB", FOREIGN),
                advert("nulla hét hét", List.of(), List.of("07700900412"), "RC-02")))
        .hasSize(1);
  }

  @Test
  void costsOrdinaryAdvertsNothing() {
    assertThat(SameNumber.keys(phone("+353209142277", "IE", "RC-02"))).isEmpty();
    assertThat(common(phone("+390209142277", "IT", "LX-07"), phone("+353209142277", "IE", "RC-02")))
        .isEmpty();
  }

  @Test
  void joinsNoNumberOfAThingWhereNoSignIsSaid() {
    String book = "ISBN 9783527308064";
    assertThat(SameNumber.keys(advert(book, List.of(), List.of(), "RC-02"))).isEmpty();
  }

  @Test
  void joinsNoOtherNumber() {
    assertThat(common(phone("+390209142277", "IT", "LX-07"), phone("+353209142278", "IE", "LX-07")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "07700-900-914, +447700900914",
    "447700900914, +447700900914",
    "07700/900914, +447700900914",
    "718.555.0162, +17185550162",
    "(312) 555-0143, +13125550143",
    "312 555 0143, +13125550143"
  })
  void joinsANumberThatIsReadAsNoPhone(String written, String phone) {
    assertThat(
            common(
                advert("ring " + written + " after six", List.of(), List.of(), "LX-09"),
                phone(phone, "", FOREIGN)))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'1100 1200 1300 1400 EUR'",
    "'1100 1200 1300 EUR'",
    "'06-14 / 14-22 / 22-06'",
    "'08.00 18.00, 08.00 13.00'",
    "'01.11.2026 - 05.12.2026'",
    "'room 312 of 5550 0143'"
  })
  void joinsNoPricesShiftsOrDays(String text) {
    assertThat(
            common(
                advert(text, List.of(), List.of(), "LX-07"),
                advert(text, List.of(), List.of(), "LX-09")))
        .isEmpty();
  }

  private static Set<String> common(AssessedAdvert one, AssessedAdvert other) {
    Set<String> common = new HashSet<>(SameNumber.keys(one));
    common.retainAll(SameNumber.keys(other));
    return common;
  }

  private static AssessedAdvert phone(String phone, String country, String sign) {
    return advert(
        "bicycle",
        List.of(new Contact(ContactType.PHONE, phone, country, new Span(0, 4), 0)),
        List.of(),
        sign);
  }

  private static AssessedAdvert advert(
      String text, List<Contact> contacts, List<String> unplaced, String sign) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", Instant.EPOCH).body(text).build();
    Indicator said =
        new Indicator(
            sign,
            "a sign",
            sign.startsWith("LX") ? "control" : "recruitment",
            EvidenceGrade.EXPERT,
            true,
            List.of(new Span(0, 4)),
            "");
    return new AssessedAdvert(
        advert,
        "en",
        contacts,
        new Entities(List.of(), List.of(), List.of(), List.of(), List.of(), unplaced),
        List.of(said),
        new Assessment("recruitment", Outcome.RISK, 0.9, 2, List.of(), "invented-1", "1"));
  }
}
