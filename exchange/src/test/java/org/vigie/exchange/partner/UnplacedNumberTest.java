package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.marking.Tlp;

/** A number in words of no country goes along as text with a note, and never as a telephone. */
class UnplacedNumberTest {
  private static final String DIGITS = "0639980077";

  @ParameterizedTest
  @EnumSource(PartnerFormat.class)
  void isCarriedByEachFormatAsWhatItIs(PartnerFormat format) {
    String written = written(format, advert("One", PaidAdverts.IBAN));

    assertThat(written).contains(DIGITS);
    assertThat(written).doesNotContain("phone:" + DIGITS, "+33639980077");
  }

  @ParameterizedTest
  @EnumSource(
      value = PartnerFormat.class,
      names = {"MISP", "STIX", "FTM", "HTCDS"})
  void isSaidToBeNoTelephone(PartnerFormat format) {
    assertThat(written(format, advert("One")))
        .contains("of no country that it tells, so no telephone until somebody places them");
  }

  @Test
  void isNoContactForWhoeverReadsAListBack() {
    String written = written(PartnerFormat.FTM, advert("One"));

    assertThat(written).doesNotContain("phoneMentioned");
  }

  @Test
  void joinsAdvertsInAChartAndAccountsInATable() {
    SharedAdvert one = advert("One", PaidAdverts.IBAN);
    SharedAdvert two = advert("Two", PaidAdverts.MPESA);

    assertThat(LinkGraph.of(List.of(one, two)).links().stream().map(LinkGraph.Link::to))
        .contains("number:" + DIGITS)
        .filteredOn(("number:" + DIGITS)::equals)
        .hasSize(2);
    MoneyTrail trail = MoneyTrail.of(List.of(one, two));
    assertThat(trail.instruments().stream().map(each -> each.contact().key()))
        .containsExactlyInAnyOrder(PaidAdverts.IBAN.key(), PaidAdverts.MPESA.key());
    assertThat(trail.instruments()).allMatch(each -> trail.linked(each).size() == 1);
  }

  private static SharedAdvert advert(String title, Contact... contacts) {
    SharedAdvert plain = PaidAdverts.of(title, 0, 0, "", contacts);
    AssessedAdvert read = plain.advert();
    Entities entities =
        new Entities(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(DIGITS, DIGITS));
    return new SharedAdvert(
        new AssessedAdvert(
            read.advert(),
            read.language(),
            read.contacts(),
            entities,
            read.indicators(),
            read.assessments()),
        "");
  }

  private static String written(PartnerFormat format, SharedAdvert... adverts) {
    return format.write(
        new ExportHeader("Unit 7, Example", Tlp.AMBER, Adverts.NOON), List.of(adverts));
  }
}
