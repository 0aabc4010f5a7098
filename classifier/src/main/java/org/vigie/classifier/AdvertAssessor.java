package org.vigie.classifier;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.classifier.encoder.EncoderUse;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.FormModels;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.classifier.risk.TextFinders;
import org.vigie.classifier.sign.KindWeights;
import org.vigie.classifier.sign.SignReader;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** Reads adverts for contacts, names, language, indicators and risk. One per thread. */
public final class AdvertAssessor {
  /** What was read last, as long as it is in use or there is memory to spare. */
  private static @Nullable SoftReference<Parts> last;

  private final Parts parts;
  private final boolean readsSigns;
  private final IndicatorReader reader;
  private final NameFinder names;
  private final FormModels formModels;
  private final RiskModel riskModel;

  private AdvertAssessor(Parts parts, boolean readsSigns) {
    this.parts = parts;
    this.readsSigns = readsSigns;
    Finders finders = parts.finders();
    this.reader =
        new IndicatorReader(
            parts.taxonomy(),
            new EntityReader(finders.contacts(), finders.quantities(), finders.places()),
            parts.indicators().forAnotherThread(),
            parts.signs().reader(),
            parts.signs().masked(),
            parts.signs().ordinary());
    this.names = finders.names().forAnotherThread();
    this.formModels = parts.forms().forAnotherThread();
    this.riskModel = parts.risk().forAnotherThread();
  }

  /** What finds contacts, amounts, places and names. */
  private record Finders(
      ContactFinder contacts, QuantityFinder quantities, PlaceFinder places, NameFinder names) {
    static Finders load(Path models, TextFinders shared, ModelImage image) throws IOException {
      return new Finders(
          shared.contacts(),
          shared.quantities(),
          PlaceFinder.load(models, image),
          NameFinder.load(models, image));
    }
  }

  /** What reads signs, the name of its model or nothing, and words that it must not heed. */
  private record Signs(
      SignReader reader, String model, MaskedWords masked, OrdinaryMeanings ordinary) {
    static Signs load(Path models, Manifest manifest, ModelImage image) throws IOException {
      return new Signs(
          SignReader.load(models, image),
          manifest.active().getOrDefault(SignReader.FORM, ""),
          MaskedWords.load(models, image),
          OrdinaryMeanings.load(models, image));
    }
  }

  /**
   * What is read from a models folder, never to be changed.
   *
   * @param manifest stands for the bytes of all files, which were held against it
   * @param model name of the recruitment model
   */
  private record Parts(
      Manifest manifest,
      String model,
      Taxonomy taxonomy,
      Finders finders,
      IndicatorFinder indicators,
      RiskModel risk,
      FormModels forms,
      Signs signs) {
    static Parts read(Path models, Manifest manifest, String model, ModelImage image)
        throws IOException {
      LanguageIdentifier.load(image);
      Taxonomy taxonomy = Taxonomy.load(models);
      TextFinders shared =
          image.isNone()
              ? TextFinders.load(models, taxonomy, manifest.tuned())
              : TextFinders.read(models, taxonomy, image);
      return new Parts(
          manifest,
          model,
          taxonomy,
          Finders.load(models, shared, image),
          shared.indicators(),
          RiskModel.load(models, model, taxonomy.version(), image),
          FormModels.load(models, taxonomy, image),
          Signs.load(models, manifest, image));
    }

    boolean areOf(Manifest other, String otherModel) {
      return model.equals(otherModel) && manifest.equals(other);
    }
  }

  /**
   * Reads the models folder.
   *
   * @param models folder with taxonomy, lexicons and trained models
   * @throws IOException if a file is missing
   * @throws IllegalArgumentException if a file says what it must not, or is not the one that the
   *     manifest lists; names the file
   */
  public static AdvertAssessor load(Path models) throws IOException {
    return load(models, Manifest.read(models).requireActive(RiskModel.FORM));
  }

  /**
   * Reads the models folder, with a recruitment model that need not be the one in use. Where the
   * same files were read last, they are only held against the manifest again: reading them takes
   * seconds, and each thread has an assessor of its own.
   *
   * @param model the model's name
   */
  public static AdvertAssessor load(Path models, String model) throws IOException {
    Manifest manifest = Manifest.read(models);
    manifest.requireAsListed(models);
    manifest.requireUnaltered(models, model);
    return new AdvertAssessor(shared(models, manifest, model), true);
  }

  /**
   * Reads the models folder by way of an image, whatever was read before.
   *
   * @param image of the folder's bytes, or empty
   */
  public static AdvertAssessor load(Path models, ModelImage image) throws IOException {
    Manifest manifest = Manifest.read(models);
    manifest.requireAsListed(models);
    String model = manifest.requireActive(RiskModel.FORM);
    return new AdvertAssessor(Parts.read(models, manifest, model, image), true);
  }

  /** Returns what reads the same but for names and risk. */
  public IndicatorReader indicators() {
    return reader;
  }

  /** Returns one that reads words and fields alone, as the model of groups was trained. */
  public static AdvertAssessor withoutSigns(Path models) throws IOException {
    return new AdvertAssessor(load(models).parts, false);
  }

  private static synchronized Parts shared(Path models, Manifest manifest, String model)
      throws IOException {
    Parts parts = last == null ? null : last.get();
    if (parts == null || !parts.areOf(manifest, model)) {
      parts = read(models, manifest, model);
      last = new SoftReference<>(parts);
    }
    return parts;
  }

  /** Reads by the image of the folder's bytes, which is made where there is none. */
  private static Parts read(Path models, Manifest manifest, String model) throws IOException {
    Optional<ImageFolder> images = ImageFolder.ofProcess();
    if (images.isEmpty()) {
      return Parts.read(models, manifest, model, ModelImage.none());
    }
    ModelImage image = images.get().open(manifest.bytes());
    Parts parts = Parts.read(models, manifest, model, image);
    if (image.hasMore()) {
      // What was changed while it was read must not stand for what is listed.
      manifest.requireAsListed(models);
      images.get().keep(image, manifest.bytes());
    }
    return parts;
  }

  /**
   * Returns all that is read from an advert's own text and fields; never throws, whatever it says.
   */
  public AssessedAdvert assess(Advert advert) {
    return read(advert).assessed();
  }

  /**
   * Returns the same with what its signs rest on: polarity, concepts, kind of text.
   *
   * @see #assess
   */
  public ReadAdvert read(Advert advert) {
    IndicatorReader.Reading read = reader.read(advert, readsSigns);
    boolean hasConcepts = !readsSigns || reader.reads(read.language());
    List<Assessment> assessments = hasConcepts ? assessments(advert, read) : List.of();
    boolean isRead =
        hasConcepts
            && (!readsSigns
                || !reader.saysNothingKnown(advert, read)
                || assessments.stream().anyMatch(one -> one.outcome() == Outcome.RISK));
    AssessedAdvert assessed =
        new AssessedAdvert(
            advert,
            hasConcepts && !isRead ? reader.unknown(advert, read) : read.language(),
            read.allContacts(),
            withNames(read),
            read.indicators(),
            isRead ? assessments : List.of(),
            isRead && readsSigns ? read.signs().kind() : null);
    return new ReadAdvert(assessed, read.signs(), isRead);
  }

  /** Assesses an advert by its words and fields, then by what it says. */
  private List<Assessment> assessments(Advert advert, IndicatorReader.Reading read) {
    List<Assessment> ofWords =
        assessments(
            advert, read.language(), read.text(), read.words(), read.contacts(), read.indicators());
    List<Assessment> withSigns =
        SignRisk.with(
            NotAnOffer.ofWords(ofWords, read.signs()),
            read.signs(),
            read.indicators(),
            parts.signs().model(),
            parts.taxonomy().version());
    return PlainOffer.judged(
        NotAnOffer.judged(withSigns, read.signs()),
        read.signs(),
        RiskModel.concerns(advert, read.words(), read.indicators()));
  }

  /** Returns what tells the kind of an advert's text; nothing where no model of signs reads. */
  public Optional<KindWeights> kindWeights(Advert advert) {
    return readsSigns ? reader.kindWeights(advert) : Optional.empty();
  }

  /** Returns how often the encoder in use was asked and failed; nothing if none is in use. */
  public Optional<EncoderUse> encoderUse() {
    return parts.signs().reader().encoderUse();
  }

  private Entities withNames(IndicatorReader.Reading read) {
    Entities found = read.entities();
    return found.withNames(
        names.find(read.text(), read.words(), found.places(), read.contacts(), read.language()));
  }

  /**
   * Assesses an advert for each form whose gate is open. Recruitment is assessed where the advert
   * is about work, and where no other form is, so that each that is read has an assessment.
   */
  private List<Assessment> assessments(
      Advert advert,
      String language,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators) {
    FormModels.Reading forms = formModels.read(language, text, words, contacts, indicators);
    List<Assessment> all = new ArrayList<>(forms.assessments());
    if (all.isEmpty() || RiskModel.concerns(advert, words, indicators)) {
      all.add(
          riskModel.assess(
              advert, language, text, words, contacts, indicators, forms.outcomesOfWork()));
    }
    return all;
  }

  /**
   * Returns the contacts in a text, however disguised.
   *
   * @param text any text, such as what an analyst types
   * @param country ISO 3166-1 alpha-2 code that completes phones written without one, or empty:
   *     then only international forms are read
   */
  public List<Contact> contactsIn(String text, String country) {
    return parts.finders().contacts().find(NormalizedText.of(text), country, "");
  }
}
