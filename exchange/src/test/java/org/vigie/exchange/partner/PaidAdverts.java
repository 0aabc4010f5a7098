package org.vigie.exchange.partner;

import java.time.Duration;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Price;
import org.vigie.advert.PricePeriod;
import org.vigie.advert.Span;
import org.vigie.exchange.Adverts;

/** Invented adverts that ask for money. */
final class PaidAdverts {
  static final Contact IBAN = Contact.declared(ContactType.IBAN, "GB33BUKB20201555555555");
  static final Contact WALLET =
      Contact.declared(ContactType.WALLET, "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT");
  static final Contact MPESA = Contact.declared(ContactType.HANDLE, "mpesa:447700900123");
  static final Contact PHONE = Contact.declared(ContactType.PHONE, "+447700900123", "GB");
  static final Contact TELEGRAM = Contact.declared(ContactType.HANDLE, "telegram:example_name");

  private PaidAdverts() {}

  /**
   * Returns an advert.
   *
   * @param title from which its id follows
   * @param days after {@link Adverts#NOON} on which it was seen
   * @param euros that it names, or 0
   */
  static SharedAdvert of(
      String title, int days, double euros, String cluster, Contact... contacts) {
    AssessedAdvert pattern = Adverts.advert(null);
    Advert advert =
        Advert.builder(
                pattern.advert().channel(), "example.org", Adverts.NOON.plus(Duration.ofDays(days)))
            .title(title)
            .body("Invented.")
            .url("https://example.org/" + days)
            .country("FR")
            .place("Lyon")
            .build();
    Entities entities =
        new Entities(
            euros == 0
                ? List.of()
                : List.of(new Price(euros, euros, "EUR", PricePeriod.ONCE, new Span(0, 0))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new SharedAdvert(
        new AssessedAdvert(
            advert, "en", List.of(contacts), entities, List.of(), pattern.assessments()),
        cluster);
  }
}
