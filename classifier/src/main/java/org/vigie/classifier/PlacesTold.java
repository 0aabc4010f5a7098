package org.vigie.classifier;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Place;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.place.CountryNames;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Of which countries one advert tells, and so which of its places are certain. */
final class PlacesTold {
  private final AssessedAdvert assessed;
  private final String declared;
  private final Set<String> called = new HashSet<>();
  private final Predicate<String> paid;
  private @Nullable Set<String> named;

  PlacesTold(AssessedAdvert assessed) {
    this.assessed = assessed;
    this.declared = Regions.declared(assessed.advert());
    for (Contact contact : assessed.contacts()) {
      if (contact.type() == ContactType.PHONE && !contact.country().isEmpty()) {
        called.add(contact.country());
      }
    }
    this.paid = Whereabouts.paidIn(assessed.entities().prices());
  }

  /** Returns whether the advert or its site declares a country, by which its places were read. */
  boolean isDeclared() {
    return !declared.isEmpty();
  }

  /** Returns the country that it or its site declares, else those of its phones. */
  Set<String> countries() {
    return isDeclared() ? Set.of(declared) : called;
  }

  /**
   * Returns whether the country of a place is told by what the advert or its site declares, by a
   * phone, by the money that it is paid in or by the country's name.
   */
  boolean isCertain(Place place) {
    String country = place.country();
    return country.equals(declared)
        || called.contains(country)
        || paid.test(country)
        || named().contains(country);
  }

  private Set<String> named() {
    Set<String> found = named;
    if (found == null) {
      found =
          Set.copyOf(
              CountryNames.in(
                  Words.of(NormalizedText.of(assessed.advert().text())), assessed.language()));
      named = found;
    }
    return found;
  }
}
