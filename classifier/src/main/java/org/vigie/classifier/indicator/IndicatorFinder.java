package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.advert.Span;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** Finds the indicators of an advert in words, contacts and declared fields. One per thread. */
public final class IndicatorFinder {
  private final IndicatorCatalogue catalogue;
  private final PhraseFinder phraseFinder;
  private final DeclaredSigns declaredSigns;
  private final Exculpation exculpation;
  private final EmployerCheck employerCheck;
  private final MinorAges minorAges;

  private IndicatorFinder(
      IndicatorCatalogue catalogue,
      PhraseFinder phraseFinder,
      DeclaredSigns declaredSigns,
      Exculpation exculpation,
      MinorAges minorAges) {
    this.catalogue = catalogue;
    this.phraseFinder = phraseFinder;
    this.declaredSigns = declaredSigns;
    this.exculpation = exculpation;
    this.employerCheck = new EmployerCheck();
    this.minorAges = minorAges;
  }

  /**
   * Reads lexicons, negations, warnings, medians, hosts and the sentence categoriser in use from
   * the models folder.
   *
   * @throws IllegalArgumentException if a file says what it must not, or the categoriser's files
   *     are not those that the manifest lists
   */
  public static IndicatorFinder load(Path models, IndicatorCatalogue catalogue) throws IOException {
    return load(models, catalogue, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  public static IndicatorFinder load(Path models, IndicatorCatalogue catalogue, ModelImage image)
      throws IOException {
    return of(models, catalogue, SentenceCategorizer.load(models), image);
  }

  /** Reads the same without the sentence categoriser: the words beside a phrase decide alone. */
  public static IndicatorFinder byWordsAlone(Path models, IndicatorCatalogue catalogue)
      throws IOException {
    return of(models, catalogue, Optional.empty(), ModelImage.none());
  }

  /** Reads the same with a sentence categoriser, or none. */
  public static IndicatorFinder of(
      Path models,
      IndicatorCatalogue catalogue,
      Optional<SentenceCategorizer> sentences,
      ModelImage image)
      throws IOException {
    return new IndicatorFinder(
        catalogue,
        PhraseFinder.load(models, catalogue, sentences, image),
        DeclaredSigns.load(models),
        Exculpation.load(models),
        MinorAges.load(models));
  }

  /** Returns one that finds the same, for another thread. */
  public IndicatorFinder forAnotherThread() {
    return new IndicatorFinder(
        catalogue, phraseFinder.forAnotherThread(), declaredSigns, exculpation, minorAges);
  }

  /** Returns the indicators of an advert whose text was not read for ages and amounts. */
  public List<Indicator> find(
      Advert advert, NormalizedText text, List<Word> words, List<Contact> contacts) {
    return find(advert, text, words, contacts, Entities.none());
  }

  /**
   * Returns the indicators in order of their ids, one each.
   *
   * @param words the words of {@code text}
   * @param entities the ages and amounts that the text names
   */
  public List<Indicator> find(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      Entities entities) {
    SortedMap<String, Indicator> found =
        phraseFinder.find(text, words, entities.prices(), catalogue);
    LocalDate day = advert.time().atOffset(ZoneOffset.UTC).toLocalDate();
    addStatedMinority(found, minorAges.in(text, words, entities.ages(), day));
    addContactSigns(found, contacts);
    declaredSigns.addTo(found, advert, contacts, catalogue);
    Finding employer = employerCheck.whyUnidentifiable(advert, contacts, found.keySet());
    if (!employer.isEmpty()) {
      found.putIfAbsent(
          IndicatorIds.UNIDENTIFIABLE_EMPLOYER,
          catalogue.indicator(IndicatorIds.UNIDENTIFIABLE_EMPLOYER, List.of(), employer));
    }
    exculpation.applyTo(found, advert, contacts, catalogue);
    return List.copyOf(found.values());
  }

  private void addContactSigns(SortedMap<String, Indicator> found, List<Contact> contacts) {
    List<Span> disguised =
        contacts.stream().filter(c -> c.disguise() > 0).map(Contact::span).toList();
    if (!disguised.isEmpty()) {
      found.put(
          IndicatorIds.OBSCURED_CONTACT,
          catalogue.indicator(IndicatorIds.OBSCURED_CONTACT, disguised, disguise(contacts)));
    }
    List<Span> wallets =
        contacts.stream().filter(c -> c.type() == ContactType.WALLET).map(Contact::span).toList();
    boolean bank = contacts.stream().anyMatch(c -> c.type() == ContactType.IBAN);
    if (!wallets.isEmpty() && !bank && !found.containsKey(IndicatorIds.CRYPTO_ONLY)) {
      found.put(
          IndicatorIds.CRYPTO_ONLY,
          catalogue.indicator(IndicatorIds.CRYPTO_ONLY, wallets, Finding.of("wallet-only")));
    }
  }

  /** What words say already needs no second saying. */
  private void addStatedMinority(SortedMap<String, Indicator> found, List<Span> ages) {
    if (!ages.isEmpty()) {
      found.putIfAbsent(
          IndicatorIds.YOUTH_SUGGESTING_WORDING,
          catalogue.indicator(
              IndicatorIds.YOUTH_SUGGESTING_WORDING, ages, Finding.of("stated-age-under-18")));
    }
  }

  private static Finding disguise(List<Contact> contacts) {
    int most = contacts.stream().mapToInt(Contact::disguise).max().orElse(0);
    return Finding.of("contact-disguised").with("steps", most);
  }
}
