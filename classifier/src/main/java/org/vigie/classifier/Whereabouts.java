package org.vigie.classifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Price;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.place.CountryNames;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Which countries one advert tells of, by what it declares, or by the money, towns and countries
 * that its text names. Looked for where a phone or a currency needs it, and once.
 */
final class Whereabouts {
  private final Advert advert;
  private final NormalizedText text;
  private final List<Word> words;
  private final String language;
  private final QuantityFinder quantities;
  private final PlaceFinder places;
  private final String declared;
  private @Nullable List<String> named;
  private @Nullable List<String> all;

  Whereabouts(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      String language,
      QuantityFinder quantities,
      PlaceFinder places) {
    this.advert = advert;
    this.text = text;
    this.words = words;
    this.language = language;
    this.quantities = quantities;
    this.places = places;
    this.declared = Regions.declared(advert);
  }

  /** Returns whether the advert or its site says from which country it is. */
  boolean isDeclared() {
    return !declared.isEmpty();
  }

  /** Returns the countries of the text's money, towns and country names, the likeliest first. */
  List<String> countries() {
    if (all == null) {
      Set<String> found = new LinkedHashSet<>();
      quantities
          .find(text, words, language, () -> "", List.of())
          .prices()
          .forEach(price -> addCountryOf(price, found));
      found.addAll(named());
      all = List.copyOf(found);
    }
    return all;
  }

  /**
   * Returns the country whose money an amount is of that could be of several, or empty.
   *
   * @param contacts whose phones tell it where nothing is named
   */
  String ofMoney(List<Contact> contacts) {
    if (isDeclared()) {
      return declared;
    }
    if (!named().isEmpty()) {
      return named().getFirst();
    }
    String called = ofPhones(contacts);
    return called.isEmpty() ? Regions.of(advert, language) : called;
  }

  /** Returns the country that phones and money tell where none is declared, or empty. */
  String likely(List<Contact> contacts, List<Price> prices) {
    if (isDeclared()) {
      return declared;
    }
    String called = ofPhones(contacts);
    if (!called.isEmpty()) {
      return called;
    }
    Set<String> found = new LinkedHashSet<>();
    prices.forEach(price -> addCountryOf(price, found));
    return found.isEmpty() ? "" : found.iterator().next();
  }

  private static String ofPhones(List<Contact> contacts) {
    return contacts.stream()
        .filter(contact -> contact.type() == ContactType.PHONE && !contact.country().isEmpty())
        .map(Contact::country)
        .findFirst()
        .orElse("");
  }

  private List<String> named() {
    if (named == null) {
      Set<String> found = new LinkedHashSet<>();
      places
          .find(text, words, Regions.of(advert, language), "", advert.place(), List.of())
          .forEach(place -> found.add(place.country()));
      found.addAll(CountryNames.in(words, language));
      named = new ArrayList<>(found);
    }
    return named;
  }

  /** ISO 4217 codes begin with the country's, but for money of many countries. */
  private static void addCountryOf(Price price, Set<String> found) {
    String country = price.currency().substring(0, 2);
    boolean own = price.currency().length() == 3 && country.charAt(0) != 'X';
    if (own && !SHARED.contains(country)) {
      found.add(country);
    }
  }

  /** Euros, dollars and bitcoins are paid with everywhere. */
  private static final Set<String> SHARED = Set.of("EU", "US", "BT", "ET");
}
