package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Indicator;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.classifier.sentence.SentenceModel;
import org.vigie.classifier.sign.KindWeights;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Reads adverts for language, contacts, amounts, places, signs and indicators: for all but names
 * and risk. One per thread.
 */
public final class IndicatorReader {
  private final LanguageIdentifier languages = new LanguageIdentifier();
  private final Taxonomy taxonomy;
  private final EntityReader entities;
  private final IndicatorFinder indicators;
  private final SignReader signs;
  private final MaskedWords masked;
  private final OrdinaryMeanings ordinary;

  IndicatorReader(
      Taxonomy taxonomy,
      EntityReader entities,
      IndicatorFinder indicators,
      SignReader signs,
      MaskedWords masked,
      OrdinaryMeanings ordinary) {
    this.taxonomy = taxonomy;
    this.entities = entities;
    this.indicators = indicators;
    this.signs = signs;
    this.masked = masked;
    this.ordinary = ordinary;
  }

  /**
   * What was read of one advert.
   *
   * @param language ISO 639-1 code, or {@link LanguageIdentifier#UNDETERMINED}
   * @param contacts those of the text, in order of appearance
   * @param declared those that its fields declare and its text doesn't name
   * @param entities amounts and places; no names
   * @param indicators in order of their ids, one each
   * @param signs what its text says, with what it does with each sign
   */
  public record Reading(
      NormalizedText text,
      List<Word> words,
      String language,
      List<Contact> contacts,
      List<Contact> declared,
      Entities entities,
      List<Indicator> indicators,
      SignReading signs) {
    /** Returns all contacts, those of the text first. */
    public List<Contact> allContacts() {
      return Stream.concat(contacts.stream(), declared.stream()).toList();
    }

    /** Returns whether an indicator says that a person may be a minor. */
    public boolean minorRisk() {
      return indicators.stream().anyMatch(Indicator::minorRisk);
    }
  }

  /**
   * Reads the models folder, which nothing holds against its manifest.
   *
   * @param signs folder of the model of signs
   * @param sentences folder of the sentence categoriser
   * @param image gives what takes long to make, or is given it
   */
  public static IndicatorReader load(Path models, Path signs, Path sentences, ModelImage image)
      throws IOException {
    LanguageIdentifier.load(image);
    Taxonomy taxonomy = Taxonomy.load(models);
    SentenceCategorizer categorizer = new SentenceCategorizer(SentenceModel.read(sentences));
    return new IndicatorReader(
        taxonomy,
        new EntityReader(
            ContactFinder.load(models),
            QuantityFinder.load(models, image),
            PlaceFinder.load(models, image)),
        IndicatorFinder.of(models, taxonomy, Optional.of(categorizer), image),
        SignReader.of(models, signs, image),
        MaskedWords.load(models, image),
        OrdinaryMeanings.load(models, image));
  }

  /** Returns all that is read from an advert's own text and fields; never throws. */
  public Reading read(Advert advert) {
    return read(advert, true);
  }

  /** Returns whether there are concepts for a language: if not, next to nothing was read. */
  public boolean reads(String language) {
    return signs.languages().contains(language);
  }

  Reading read(Advert advert, boolean readsSigns) {
    NormalizedText text = NormalizedText.of(advert.text());
    List<Word> words = Words.of(text);
    String declared = declared(advert.language());
    String detected = languages.identify(text, declared);
    SignReading found =
        readsSigns
            ? signs.read(text, words, likely(detected, declared), masked.in(words))
            : SignReading.none();
    String language =
        readsSigns
            ? ConceptLanguage.choose(
                detected, declared, found.explained(), signs.languages(), words)
            : detected;
    String service = advert.channel() == Channel.MESSAGING ? "telegram" : "";
    EntityReader.Read named =
        entities.read(
            advert,
            text,
            words,
            language,
            () ->
                declared.isEmpty() && !ConceptLanguage.isTold(language, found.explained())
                    ? languages.guesses(text)
                    : List.of(),
            service);
    List<Indicator> phrases =
        indicators.find(advert, text, words, named.contacts(), named.entities());
    ChildGoods.Shown shown =
        ordinary.without(new ChildGoods.Shown(found, phrases), text, words, language, readsSigns);
    SignReading reading = shown.reading();
    List<Indicator> all = SaidSigns.with(shown.indicators(), reading, taxonomy);
    return new Reading(
        text, words, language, named.contacts(), named.declared(), named.entities(), all, reading);
  }

  /**
   * Returns whether a text seems to be in no language that has concepts, whatever its letters look
   * like, and says no sign. One that is said counts: an advert may hide behind words of such a
   * language.
   */
  boolean saysNothingKnown(Advert advert, Reading read) {
    return !reads(declared(advert.language()))
        && ConceptLanguage.isUnknown(read.signs().explained(), read.words())
        && read.signs().said().isEmpty()
        && !read.minorRisk();
  }

  /** Returns the language of such a text, which its letters may tell. */
  String unknown(Advert advert, Reading read) {
    String detected = languages.identify(read.text(), declared(advert.language()));
    return reads(detected) ? LanguageIdentifier.UNDETERMINED : detected;
  }

  /** Returns what tells the kind of an advert's text; nothing where there is no model of signs. */
  Optional<KindWeights> kindWeights(Advert advert) {
    NormalizedText text = NormalizedText.of(advert.text());
    List<Word> words = Words.of(text);
    String declared = declared(advert.language());
    List<String> likely = likely(languages.identify(text, declared), declared);
    return signs.kindWeights(text, words, likely, masked.in(words));
  }

  private static List<String> likely(String detected, String declared) {
    return declared.isEmpty() || declared.equals(detected)
        ? List.of(detected)
        : List.of(detected, declared);
  }

  /** Returns the primary subtag of a declared language (RFC 5646), if it is of two letters. */
  private static String declared(String language) {
    String primary = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return primary.length() == 2 ? primary : "";
  }
}
