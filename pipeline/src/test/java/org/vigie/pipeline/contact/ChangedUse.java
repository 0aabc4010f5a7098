package org.vigie.pipeline.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;

/** A contact's use that differs from another in a thing or two, for tests. */
final class ChangedUse {
  private ChangedUse() {}

  /** Returns the use of another contact, which no phone country belongs to. */
  static ContactUse of(String contact, ContactUse use) {
    return new ContactUse(
        contact,
        Contact.typeOf(contact),
        "",
        use.disguised(),
        use.advertId(),
        use.time(),
        use.replaced(),
        use.names(),
        use.ages(),
        use.prices(),
        use.place(),
        use.town(),
        use.country(),
        use.language(),
        use.channel(),
        use.site(),
        use.employer(),
        use.beside(),
        use.indicators(),
        use.model(),
        use.seen());
  }

  /** Returns the use in an advert of an employer. */
  static ContactUse by(ContactUse use, String employer) {
    return new ContactUse(
        use.contact(),
        use.type(),
        use.phoneCountry(),
        use.disguised(),
        use.advertId(),
        use.time(),
        use.replaced(),
        use.names(),
        use.ages(),
        use.prices(),
        use.place(),
        use.town(),
        use.country(),
        use.language(),
        use.channel(),
        use.site(),
        employer,
        use.beside(),
        use.indicators(),
        use.model(),
        use.seen());
  }

  static ContactUse at(ContactUse use, Instant time, @Nullable Instant replaced) {
    return with(use, time, replaced, use.names(), use.beside());
  }

  static ContactUse named(ContactUse use, List<String> names) {
    return with(use, use.time(), use.replaced(), names, use.beside());
  }

  static ContactUse beside(ContactUse use, List<String> beside) {
    return with(use, use.time(), use.replaced(), use.names(), beside);
  }

  private static ContactUse with(
      ContactUse use,
      Instant time,
      @Nullable Instant replaced,
      List<String> names,
      List<String> beside) {
    return new ContactUse(
        use.contact(),
        use.type(),
        use.phoneCountry(),
        use.disguised(),
        use.advertId(),
        time,
        replaced,
        names,
        use.ages(),
        use.prices(),
        use.place(),
        use.town(),
        use.country(),
        use.language(),
        use.channel(),
        use.site(),
        use.employer(),
        beside,
        use.indicators(),
        use.model(),
        time);
  }
}
