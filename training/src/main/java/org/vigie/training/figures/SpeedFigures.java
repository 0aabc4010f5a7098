package org.vigie.training.figures;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.sign.SignReader;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * What reading an advert of 650 characters costs: CPU time of one thread on the machine that the
 * remark names, memory allocated, and contacts beside libphonenumber's own search.
 */
final class SpeedFigures implements FigureSource {
  private static final String SUBJECT = "speed";

  /** A promised cost. */
  private record Promise(String name, FigureTarget target) {}

  private static final Promise WHOLE =
      new Promise("whole assessment, µs", FigureTarget.atMost(250));
  private static final Promise MEMORY =
      new Promise("whole assessment, KB allocated", FigureTarget.atMost(200));
  private static final Promise LANGUAGE = new Promise("language, µs", FigureTarget.atMost(60));
  private static final Promise INDICATORS = new Promise("indicators, µs", FigureTarget.atMost(40));
  private static final Promise SIGNS =
      new Promise("concepts and signs, µs", FigureTarget.atMost(80));
  private static final Promise CONTACTS =
      new Promise("contacts, times findNumbers alone", FigureTarget.atMost(1.5));

  @Override
  public List<Figure> measure(Places places) throws IOException {
    List<Advert> offers = OrdinaryOffers.read(places);
    if (offers.isEmpty()) {
      return List.of(WHOLE, MEMORY, LANGUAGE, INDICATORS, SIGNS, CONTACTS).stream()
          .map(promise -> Figure.missing(SUBJECT, promise.name(), promise.target(), absent()))
          .toList();
    }
    List<Cost> costs = Cost.of(offers.size(), steps(places, offers));
    double floor = costs.get(4).micros();
    String remark = "CPU of one thread, %d offers, %s".formatted(offers.size(), Machine.inWords());
    return List.of(
        measured(WHOLE, costs.get(0).micros(), remark),
        memory(costs.get(0)),
        measured(LANGUAGE, costs.get(1).micros(), remark),
        measured(INDICATORS, costs.get(2).micros(), remark),
        measured(
            SIGNS,
            costs.get(5).micros(),
            "%s; concepts alone: %.0f µs".formatted(remark, costs.get(6).micros())),
        measured(
            CONTACTS,
            costs.get(3).micros() / floor,
            "%.0f µs beside %.0f µs".formatted(costs.get(3).micros(), floor)));
  }

  /** Returns what the whole assessment allocates, the one figure that no other work disturbs. */
  static Figure memory(Places places) throws IOException {
    List<Advert> offers = OrdinaryOffers.read(places);
    if (offers.isEmpty()) {
      return Figure.missing(SUBJECT, MEMORY.name(), MEMORY.target(), absent());
    }
    AdvertAssessor assessor = AdvertAssessor.load(places.models(), places.model());
    Runnable whole = () -> offers.forEach(assessor::assess);
    return memory(Cost.of(offers.size(), List.of(whole)).getFirst());
  }

  private static Figure memory(Cost whole) {
    return measured(MEMORY, whole.kilobytes(), "whatever the machine");
  }

  private static String absent() {
    return Places.absent(OrdinaryOffers.IRISH + " or " + OrdinaryOffers.POLISH);
  }

  private static Figure measured(Promise promise, double value, String remark) {
    return Figure.measured(SUBJECT, promise.name(), promise.target(), value, remark);
  }

  /**
   * Returns the whole, language, indicators, contacts, the floor of contacts, signs, and the
   * concepts of these.
   */
  private static List<Runnable> steps(Places places, List<Advert> offers) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(places.models(), places.model());
    LanguageIdentifier languages = new LanguageIdentifier();
    IndicatorFinder indicators =
        IndicatorFinder.load(places.models(), Taxonomy.load(places.models()));
    ContactFinder contacts = ContactFinder.load(places.models());
    SignReader signs = SignReader.load(places.models());
    SignReader concepts = SignReader.ofConcepts(places.models());
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    QuantityFinder quantities = QuantityFinder.load(places.models());
    List<Read> read = offers.stream().map(offer -> Read.of(offer, contacts, quantities)).toList();
    return List.of(
        each(read, r -> assessor.assess(r.advert())),
        each(read, r -> languages.identify(r.advert().text(), "")),
        each(
            read,
            r -> indicators.find(r.advert(), r.text(), r.words(), r.contacts(), r.entities())),
        each(read, r -> contacts.find(r.text(), r.advert().country(), "")),
        each(
            read,
            r -> phones.findNumbers(r.advert().text(), r.advert().country()).forEach(p -> {})),
        each(read, r -> signs.read(r.text(), r.words(), r.likely(), new BitSet())),
        each(read, r -> concepts.read(r.text(), r.words(), r.likely(), new BitSet())));
  }

  private static Runnable each(List<Read> read, Consumer<Read> step) {
    return () -> read.forEach(step);
  }

  /** An advert with what the steps before have found. */
  private record Read(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      Entities entities) {
    List<String> likely() {
      return List.of(advert.country().equals("PL") ? "pl" : "en");
    }

    static Read of(Advert advert, ContactFinder contacts, QuantityFinder quantities) {
      NormalizedText text = NormalizedText.of(advert.text());
      List<Word> words = Words.of(text);
      List<Contact> found = contacts.find(text, advert.country(), "");
      Entities entities = quantities.find(text, words, "", advert.country(), found).alone();
      return new Read(advert, text, words, found, entities);
    }
  }
}
