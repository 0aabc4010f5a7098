package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;
import org.vigie.classifier.text.Words;

/**
 * Reads invented adverts for one form by the same steps that an advert of the stream goes through.
 */
final class FormReading {
  private final String form;
  private final FormRules rules;
  private final ContactFinder contactFinder;
  private final QuantityFinder quantityFinder;
  private final IndicatorFinder indicatorFinder;
  private final FormVocabulary vocabulary;
  private final FormFeatures formFeatures;

  /**
   * A reading of the features of one vocabulary.
   *
   * @param vocabulary an open one to train with, else that of the model to be measured
   */
  FormReading(String form, Path models, Taxonomy taxonomy, FormVocabulary vocabulary)
      throws IOException {
    this.form = form;
    this.vocabulary = vocabulary;
    this.rules = FormRules.load(models, taxonomy);
    this.contactFinder = ContactFinder.load(models);
    this.quantityFinder = QuantityFinder.load(models);
    this.indicatorFinder = IndicatorFinder.load(models, taxonomy);
    this.formFeatures = FormFeatures.load(models, vocabulary);
  }

  /**
   * What was read from one advert.
   *
   * @param assessed whether the form's gate is open for it
   * @param votes the labelling functions that vote on it
   * @param features its features, without their places
   */
  record Read(FormExample example, boolean assessed, Set<String> votes, List<Feature> features) {}

  FormRules rules() {
    return rules;
  }

  /** Returns what was read, less adverts of minor risk, on which nothing may be trained. */
  List<Read> read(List<FormExample> examples) {
    List<Read> all = new ArrayList<>();
    for (FormExample example : examples) {
      Parts parts = parts(example.text(), example.language());
      if (parts.indicators().stream().noneMatch(Indicator::minorRisk)) {
        all.add(
            new Read(
                example,
                form.equals(FormModels.WORK)
                    || rules.open(parts.said().keySet(), parts.indicators()).contains(form),
                rules.votes(form, parts.said().keySet(), parts.contacts(), parts.indicators()),
                lean(parts)));
      }
    }
    return all;
  }

  /** Returns the features of a bare text in no language that is told. */
  List<Feature> features(String text) {
    return features(parts(text, ""));
  }

  /** Returns the features of a bare text by their numbers. */
  List<FormFeatures.Found> found(String text) {
    return found(parts(text, ""));
  }

  private List<Feature> features(Parts parts) {
    return found(parts).stream().map(found -> found.named(vocabulary)).toList();
  }

  private Parts parts(String body, String language) {
    Advert advert = Advert.builder(Channel.FILE, "training", Instant.EPOCH).body(body).build();
    NormalizedText text = NormalizedText.of(advert.text());
    List<Word> words = Words.of(text);
    List<Contact> contacts = contactFinder.find(text, "", "");
    Entities entities = quantityFinder.find(text, words, language, "", contacts).alone();
    List<Indicator> indicators = indicatorFinder.find(advert, text, words, contacts, entities);
    return new Parts(text, words, contacts, indicators, rules.said(words, language));
  }

  /** Places are of no use to training: some thousands of adverts have millions of features. */
  private List<Feature> lean(Parts parts) {
    return found(parts).stream()
        .map(f -> new Feature(vocabulary.name(f.number()), f.value(), List.of()))
        .toList();
  }

  private List<FormFeatures.Found> found(Parts parts) {
    return form.equals(FormModels.WORK)
        ? formFeatures.signs(parts.text(), parts.words(), parts.indicators(), parts.said())
        : formFeatures.of(
            parts.text(), parts.words(), parts.contacts(), parts.indicators(), parts.said());
  }

  private record Parts(
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators,
      Map<String, List<PhraseAutomaton.Hit>> said) {}
}
