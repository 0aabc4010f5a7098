package org.vigie.classifier.indicator;

import java.util.List;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Finding;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.entity.PhoneType;

/** Says why the employer behind a job advert can't be identified (HEUNI; EURES). */
final class EmployerCheck {
  /** Declared by extractors where a job posting's markup names no hiring organisation. */
  static final String MISSING = "organization.missing";

  /** Providers with whom anyone opens an address in a minute. */
  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "yahoo.com",
          "yahoo.fr",
          "yahoo.co.uk",
          "hotmail.com",
          "hotmail.fr",
          "outlook.com",
          "outlook.fr",
          "live.com",
          "aol.com",
          "mail.com",
          "gmx.com",
          "gmx.de",
          "web.de",
          "proton.me",
          "protonmail.com",
          "icloud.com",
          "mail.ru",
          "yandex.ru",
          "ukr.net",
          "i.ua",
          "bigmir.net",
          "wp.pl",
          "o2.pl",
          "libero.it",
          "laposte.net",
          "orange.fr",
          "abv.bg",
          "seznam.cz",
          "ymail.com",
          "tutanota.com");

  /** Indicators that only job adverts show: they say that this is one. */
  private static final Set<String> JOB_INDICATORS =
      Set.of(
          IndicatorIds.NO_EXPERIENCE_NEEDED,
          IndicatorIds.NO_LANGUAGE_NEEDED,
          IndicatorIds.TIED_HOUSING,
          IndicatorIds.ARRANGED_TRANSFER,
          IndicatorIds.NO_CONTRACT,
          IndicatorIds.PAPERS_ARRANGED,
          IndicatorIds.COMPOUND_STYLE_JOB);

  /** Returns the reason, or none if the employer is named or this is no job advert. */
  Finding whyUnidentifiable(Advert advert, List<Contact> contacts, Set<String> indicators) {
    if ("true".equalsIgnoreCase(advert.fields().getOrDefault(MISSING, ""))) {
      return Finding.of("no-employer-declared");
    }
    boolean named = advert.fields().containsKey("organization");
    boolean job =
        advert.channel() == Channel.JOB_BOARD
            || indicators.stream().anyMatch(JOB_INDICATORS::contains);
    if (!job || named) {
      return Finding.NONE;
    }
    boolean free = contacts.stream().anyMatch(c -> isFreeMail(c));
    boolean own =
        contacts.stream().anyMatch(c -> c.type() == ContactType.URL)
            || contacts.stream().anyMatch(c -> c.type() == ContactType.EMAIL && !isFreeMail(c));
    if (own) {
      return Finding.NONE;
    }
    if (free) {
      return Finding.of("employer-by-free-mail");
    }
    return isMobileOnly(contacts) ? Finding.of("employer-by-mobile") : Finding.NONE;
  }

  private static boolean isMobileOnly(List<Contact> contacts) {
    return contacts.stream().anyMatch(c -> c.type() == ContactType.PHONE)
        && contacts.stream()
            .filter(c -> c.type() == ContactType.PHONE)
            .allMatch(c -> PhoneType.of(c.value()) == PhoneType.MOBILE);
  }

  static boolean isFreeMail(Contact contact) {
    return contact.type() == ContactType.EMAIL
        && FREE_MAIL.contains(contact.value().substring(contact.value().indexOf('@') + 1));
  }
}
