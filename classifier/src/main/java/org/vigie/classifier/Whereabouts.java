package org.vigie.classifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Place;
import org.vigie.advert.Price;
import org.vigie.classifier.entity.RegionGuess;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.language.LanguageGuess;
import org.vigie.classifier.place.CountryNames;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.CountryCurrencies;
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
  private final QuantityFinder.Reading quantities;
  private final PlaceFinder places;
  private final Supplier<List<LanguageGuess>> guesses;
  private final String declared;
  private @Nullable List<String> named;
  private @Nullable List<String> all;
  private @Nullable List<RegionGuess> guessed;

  Whereabouts(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      String language,
      QuantityFinder.Reading quantities,
      PlaceFinder places,
      Supplier<List<LanguageGuess>> guesses) {
    this.advert = advert;
    this.text = text;
    this.words = words;
    this.language = language;
    this.quantities = quantities;
    this.places = places;
    this.guesses = guesses;
    this.declared = Regions.declared(advert);
  }

  /** Returns whether the advert or its site says from which country it is. */
  boolean isDeclared() {
    return !declared.isEmpty();
  }

  /** Returns the regions of the languages that the text may be in, the likeliest first. */
  List<RegionGuess> guesses() {
    if (guessed == null) {
      guessed = Regions.guessed(language, guesses.get());
    }
    return guessed;
  }

  /**
   * Returns the countries of the text's money, towns and country names, the likeliest first. A town
   * may begin a clause where a language is written that the text may be in.
   */
  List<String> countries() {
    if (all == null) {
      Set<String> towns = new LinkedHashSet<>(named());
      Set<String> spoken = new HashSet<>(Regions.plausible("", language).ofLanguage());
      guesses().forEach(guess -> spoken.add(guess.region()));
      towns(spoken::contains).forEach(place -> towns.add(place.country()));
      Set<String> found = new LinkedHashSet<>();
      String town = towns.isEmpty() ? "" : towns.iterator().next();
      quantities.prices(town).forEach(price -> addCountryOf(price, found));
      found.addAll(towns);
      all = List.copyOf(found);
    }
    return all;
  }

  /**
   * Returns the country whose money an amount is of that could be of several, or empty.
   *
   * @param codes ISO 4217 codes of the money that it may be, between spaces
   * @param contacts whose phones tell it where nothing is named
   */
  String ofMoney(String codes, List<Contact> contacts) {
    if (isDeclared()) {
      return declared;
    }
    if (!named().isEmpty()) {
      return named().getFirst();
    }
    String called = ofPhones(contacts);
    if (!called.isEmpty()) {
      return called;
    }
    return ofTowns(List.of(codes.split(" "))).orElseGet(() -> Regions.of(advert, language));
  }

  /** Returns the country of a town where some of the money that is meant is paid with. */
  private Optional<String> ofTowns(List<String> codes) {
    if (!codes.stream().allMatch(Whereabouts::isOfFew)) {
      return Optional.empty();
    }
    Predicate<String> isPaid = country -> codes.contains(CountryCurrencies.of(country));
    return towns(isPaid).stream().map(Place::country).filter(isPaid).findFirst();
  }

  /** Returns what tells a country by the money of it that the text names. */
  static Predicate<String> paidIn(List<Price> prices) {
    Set<String> codes = new HashSet<>();
    prices.stream().map(Price::currency).filter(Whereabouts::isOfFew).forEach(codes::add);
    return country -> codes.contains(CountryCurrencies.of(country));
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
      towns(country -> false).forEach(place -> found.add(place.country()));
      found.addAll(CountryNames.in(words, language));
      named = new ArrayList<>(found);
    }
    return named;
  }

  private List<Place> towns(Predicate<String> told) {
    PlaceFinder.Countries countries =
        new PlaceFinder.Countries(Regions.of(advert, language), "", told);
    return places.find(text, words, countries, advert.place(), List.of());
  }

  /** ISO 4217 codes begin with the country's, but for money of many countries. */
  private static void addCountryOf(Price price, Set<String> found) {
    String currency = price.currency();
    if (currency.length() == 3 && currency.charAt(0) != 'X' && isOfFew(currency)) {
      found.add(currency.substring(0, 2));
    }
  }

  private static boolean isOfFew(String currency) {
    return !SHARED.contains(currency.substring(0, 2));
  }

  /** Euros, dollars and bitcoins are paid with everywhere. */
  private static final Set<String> SHARED = Set.of("EU", "US", "BT", "ET");
}
