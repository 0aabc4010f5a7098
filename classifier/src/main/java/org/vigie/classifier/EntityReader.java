package org.vigie.classifier;

import java.util.List;
import java.util.function.Supplier;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Place;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.entity.DeclaredContacts;
import org.vigie.classifier.entity.PhoneRegions;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.language.LanguageGuess;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** Reads contacts, amounts and places of one advert, each helped by the others. */
final class EntityReader {
  private final ContactFinder contacts;
  private final QuantityFinder quantities;
  private final PlaceFinder places;

  EntityReader(ContactFinder contacts, QuantityFinder quantities, PlaceFinder places) {
    this.contacts = contacts;
    this.quantities = quantities;
    this.places = places;
  }

  /**
   * What was read.
   *
   * @param contacts those of the text, in order of appearance
   * @param declared those that its fields declare and its text doesn't name
   * @param entities amounts and places; no names
   */
  record Read(List<Contact> contacts, List<Contact> declared, Entities entities) {}

  /**
   * Reads an advert.
   *
   * @param words the words of {@code text}
   * @param language ISO 639-1 code, or anything else if it is unknown
   * @param guesses languages that it may be in as well where its letters don't tell
   * @param service service that a bare {@code @name} belongs to here, or empty
   */
  Read read(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      String language,
      Supplier<List<LanguageGuess>> guesses,
      String service) {
    QuantityFinder.Reading amounts = quantities.reading(text, words, language);
    Whereabouts where = new Whereabouts(advert, text, words, language, amounts, places, guesses);
    PhoneRegions regions = Regions.plausible(Regions.of(advert, language), language);
    PhoneRegions plausible =
        where.isDeclared() ? regions : regions.toldBy(where::countries, where::guesses);
    ContactFinder.Reading read = this.contacts.read(text, plausible, service);
    List<Contact> contacts = read.contacts();
    QuantityFinder.Quantities quantities =
        amounts.find(codes -> where.ofMoney(codes, contacts), contacts);
    List<Place> places =
        this.places.find(
            text,
            words,
            new PlaceFinder.Countries(
                Regions.of(advert, language),
                where.likely(contacts, quantities.prices()),
                Whereabouts.paidIn(quantities.prices())),
            advert.place(),
            contacts);
    Entities entities =
        new Entities(
            quantities.prices(),
            quantities.ages(),
            quantities.workingHours(),
            places,
            List.of(),
            read.unplaced());
    List<Contact> declared =
        new DeclaredContacts(this.contacts, plausible).beside(contacts, advert);
    return new Read(contacts, declared, entities);
  }
}
