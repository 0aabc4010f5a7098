package org.vigie.lab.bench.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.entity.PhoneRegions;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.place.PlaceFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.FormModels;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.classifier.sign.SignReader;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The parts of the assessment, each to be run by itself on the same adverts.
 *
 * <p>What it takes and returns is of the JDK alone, so that two builds can be asked in one process.
 */
public final class PartSteps {
  private static volatile @Nullable Object sink;

  private final List<Read> adverts;

  private PartSteps(List<Read> adverts) {
    this.adverts = adverts;
  }

  /** An advert with what each part needs of the others. */
  private record Read(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      PhoneRegions regions,
      List<Contact> contacts,
      AssessedAdvert assessed) {
    static Read of(String body, AdvertAssessor assessor, ContactFinder contacts) {
      Advert advert = Advert.builder(Channel.JOB_BOARD, "bench", Instant.EPOCH).body(body).build();
      AssessedAdvert assessed = assessor.assess(advert);
      NormalizedText text = NormalizedText.of(advert.text());
      PhoneRegions regions =
          Regions.plausible(Regions.of(advert, assessed.language()), assessed.language());
      List<Contact> found = contacts.find(text, regions, "");
      return new Read(advert, text, Words.of(text), regions, found, assessed);
    }

    String language() {
      return assessed.language();
    }
  }

  /**
   * Returns a step for each part, which runs it once on every advert.
   *
   * @param models folder of the models
   * @param bodies the adverts' texts
   */
  public static Map<String, Runnable> load(Path models, List<String> bodies) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(models);
    AdvertAssessor withoutSigns = AdvertAssessor.withoutSigns(models);
    ContactFinder contacts = ContactFinder.load(models);
    PartSteps steps =
        new PartSteps(bodies.stream().map(body -> Read.of(body, assessor, contacts)).toList());
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("text", steps.each(r -> Words.of(NormalizedText.of(r.advert().text()))));
    all.put("language", steps.language());
    all.put("signs", steps.signs(models));
    all.put("contacts", steps.each(r -> contacts.find(r.text(), r.regions(), "")));
    steps.addEntities(models, all);
    steps.addModels(models, all);
    all.put("whole", steps.each(r -> assessor.assess(r.advert())));
    all.put("whole without signs", steps.each(r -> withoutSigns.assess(r.advert())));
    return all;
  }

  private Runnable language() {
    LanguageIdentifier languages = new LanguageIdentifier();
    return each(r -> languages.identify(r.text(), ""));
  }

  private Runnable signs(Path models) throws IOException {
    SignReader signs = SignReader.load(models);
    MaskedWords masked = MaskedWords.load(models);
    return each(r -> signs.read(r.text(), r.words(), List.of(r.language()), masked.in(r.words())));
  }

  private void addEntities(Path models, Map<String, Runnable> all) throws IOException {
    QuantityFinder quantities = QuantityFinder.load(models);
    PlaceFinder places = PlaceFinder.load(models);
    NameFinder names = NameFinder.load(models);
    all.put(
        "entities: quantities",
        each(r -> quantities.find(r.text(), r.words(), r.language(), country(r), r.contacts())));
    all.put(
        "entities: places",
        each(r -> places.find(r.text(), r.words(), country(r), "", r.contacts())));
    all.put(
        "entities: names",
        each(r ->
            names.find(
                r.text(),
                r.words(),
                r.assessed().entities().places(),
                r.contacts(),
                r.language())));
  }

  private void addModels(Path models, Map<String, Runnable> all) throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    IndicatorFinder lexicons = IndicatorFinder.load(models, taxonomy);
    FormModels forms = FormModels.load(models, taxonomy);
    String name = Manifest.read(models).requireActive(RiskModel.FORM);
    RiskModel risk = RiskModel.load(models, name, taxonomy.version());
    all.put(
        "lexicons",
        each(r ->
            lexicons.find(r.advert(), r.text(), r.words(), r.contacts(), r.assessed().entities())));
    all.put(
        "forms",
        each(r -> {
          FormModels.Reading reading =
              forms.read(
                  r.language(), r.text(), r.words(), r.contacts(), r.assessed().indicators());
          return List.of(reading.assessments(), reading.outcomesOfWork());
        }));
    all.put(
        "risk",
        each(r ->
            risk.assess(
                r.advert(),
                r.language(),
                r.text(),
                r.words(),
                r.contacts(),
                r.assessed().indicators(),
                Map.of())));
  }

  private static String country(Read read) {
    return Regions.of(read.advert(), read.language());
  }

  private Runnable each(Function<Read, Object> step) {
    Consumer<Read> run = read -> sink = step.apply(read);
    return () -> adverts.forEach(run);
  }
}
