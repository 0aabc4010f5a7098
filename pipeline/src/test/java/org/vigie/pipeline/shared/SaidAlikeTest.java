package org.vigie.pipeline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.SharedMeaning;
import org.vigie.advert.Span;

/** What joins adverts that say the same in other words. */
class SaidAlikeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "seen 2026-11-20 10:00:00",
        "shifts 06-14 / 14-22 / 22-06",
        "1100 1200 1300 1400 EUR",
        "1500-1800 (2500-2800)",
        "12.11.26 - 15.12.26",
        "01.11.26 05.12.26",
        "tel. 0000000000",
        "write to office77 @gmail.com",
        "(office)@hotmail.com",
        "look at @instagram.com"
      })
  void joinsNothingThatStrangersWriteAlike(String text) {
    assertThat(common(written(text, "", "LX-07"), written(text, "", "LX-09"))).isEmpty();
  }

  @Test
  void joinsANameOfAnAccountOnTwoSites() {
    assertThat(
            common(
                written("no phone", "frau.ilse.k", "LX-07"),
                written("write to @frau.ilse.k, she answers", "", "LX-09")))
        .extracting(SharedMeaning::joint)
        .containsExactly("name");
  }

  @Test
  void joinsNoNameThatSitesGiveAndNoneWithoutAStrongSign() {
    assertThat(
            common(
                written("no phone", "anonymous", "LX-07"),
                written("no phone", "anonymous", "LX-09")))
        .isEmpty();
    assertThat(
            common(
                written("no phone", "Privat-Anbieter", "LX-07"),
                written("no phone", "Privat-Anbieter", "LX-09")))
        .isEmpty();
    assertThat(
            common(
                written("no phone", "john.smith", "LX-07"),
                written("no phone", "john.smith", "LX-09")))
        .isEmpty();
    assertThat(
            common(
                written("write to @frau.ilse", "", "RC-02"),
                written("write to @frau.ilse", "", "RC-02")))
        .isEmpty();
  }

  private static AssessedAdvert written(String body, String account, String sign) {
    String site = sign + ".example.org";
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, site, Instant.parse("2026-11-20T10:00:00Z"))
            .body(body)
            .field("author", account)
            .build();
    return said(advert, List.of(), sign);
  }

  private static Set<String> keys(AssessedAdvert advert) {
    Set<String> keys = new HashSet<>(SaidAlike.keys(advert));
    keys.addAll(SameNumber.keys(advert));
    return keys;
  }

  private static Set<String> common(AssessedAdvert one, AssessedAdvert other) {
    Set<String> common = new HashSet<>(keys(one));
    common.retainAll(keys(other));
    return common;
  }

  private static AssessedAdvert said(Advert advert, List<Contact> contacts, String sign) {
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
        Entities.none(),
        List.of(said),
        new Assessment("recruitment", Outcome.RISK, 0.9, 2, List.of(), "invented-1", "1"));
  }
}
