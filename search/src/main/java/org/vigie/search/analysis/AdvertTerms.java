package org.vigie.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;

/** The whole values under which an advert's contacts, indicators, towns and names are found. */
public final class AdvertTerms {
  private AdvertTerms() {}

  public static List<FieldTerm> of(Contact contact) {
    List<FieldTerm> terms = new ArrayList<>();
    terms.add(new FieldTerm(Fields.CONTACT, Keywords.folded(contact.key())));
    switch (contact.type()) {
      case PHONE -> addPhone(terms, contact.value());
      case EMAIL -> addEmail(terms, Keywords.folded(contact.value()));
      case HANDLE -> addHandle(terms, contact.value());
      case URL, IBAN, WALLET, ACCOUNT, PICTURE -> {
        // Found by its key alone.
      }
    }
    return terms;
  }

  public static List<FieldTerm> of(Indicator indicator) {
    return List.of(
        new FieldTerm(Fields.INDICATOR, Keywords.folded(indicator.id())),
        new FieldTerm(Fields.CATEGORY, Keywords.folded(indicator.category())),
        new FieldTerm(Fields.GRADE, Keywords.folded(indicator.grade().symbol())));
  }

  /** Returns the terms of a town: under its name, and under name and country. */
  public static List<FieldTerm> of(Place place) {
    return List.of(
        new FieldTerm(Fields.PLACE, Keywords.folded(place.name())),
        new FieldTerm(Fields.PLACE, Keywords.folded(place.name() + ", " + place.country())));
  }

  /** Returns the terms of a person's name: the whole one, and each word of it. */
  public static List<FieldTerm> of(PersonName name) {
    Set<String> values = new LinkedHashSet<>();
    values.add(Keywords.folded(name.name()));
    for (String word : name.name().split("[ -]")) {
      values.add(Keywords.folded(word));
    }
    return values.stream().map(value -> new FieldTerm(Fields.PERSON, value)).toList();
  }

  /** Returns the terms of digits that are, or may be, a phone number. */
  public static List<FieldTerm> ofDigits(String number) {
    return PhoneDigits.indexed(number).stream()
        .map(digits -> new FieldTerm(Fields.PHONE_DIGITS, digits))
        .toList();
  }

  private static void addPhone(List<FieldTerm> terms, String e164) {
    terms.add(new FieldTerm(Fields.PHONE, Keywords.folded(e164)));
    terms.addAll(ofDigits(e164));
  }

  /** Under the whole address, and under {@code @} and its domain. */
  private static void addEmail(List<FieldTerm> terms, String address) {
    terms.add(new FieldTerm(Fields.EMAIL, address));
    int at = address.lastIndexOf('@');
    if (at > 0) {
      terms.add(new FieldTerm(Fields.EMAIL, address.substring(at)));
    }
  }

  /** Under {@code service:name} and under the name alone. */
  private static void addHandle(List<FieldTerm> terms, String handle) {
    terms.add(new FieldTerm(Fields.HANDLE, Keywords.folded(handle)));
    int colon = handle.indexOf(':');
    if (colon >= 0 && colon + 1 < handle.length()) {
      terms.add(new FieldTerm(Fields.HANDLE, Keywords.folded(handle.substring(colon + 1))));
    }
  }
}
