package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.indicator.PhraseAutomaton;
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
  private final IndicatorFinder indicatorFinder;
  private final FormFeatures formFeatures;

  /** Each name is held once: some thousands of adverts have millions of features. */
  private final Map<String, String> names = new HashMap<>();

  FormReading(String form, Path models, Taxonomy taxonomy) throws IOException {
    this.form = form;
    this.rules = FormRules.load(models, taxonomy);
    this.contactFinder = ContactFinder.load(models);
    this.indicatorFinder = IndicatorFinder.load(models, taxonomy);
    this.formFeatures = FormFeatures.load(models);
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
  List<Read> read(List<FormExample> examples, Predicate<String> known) {
    List<Read> all = new ArrayList<>();
    for (FormExample example : examples) {
      Parts parts = parts(example.text());
      if (parts.indicators().stream().noneMatch(Indicator::minorRisk)) {
        all.add(
            new Read(
                example,
                rules.open(parts.said().keySet(), parts.indicators()).contains(form),
                rules.votes(form, parts.said().keySet(), parts.contacts(), parts.indicators()),
                lean(features(parts, known))));
      }
    }
    return all;
  }

  /** Returns the features of a bare text. */
  List<Feature> features(String text, Predicate<String> known) {
    return features(parts(text), known);
  }

  private List<Feature> features(Parts parts, Predicate<String> known) {
    return formFeatures.of(
        parts.text(), parts.words(), parts.contacts(), parts.indicators(), parts.said(), known);
  }

  private Parts parts(String body) {
    Advert advert = Advert.builder(Channel.FILE, "training", Instant.EPOCH).body(body).build();
    NormalizedText text = NormalizedText.of(advert.text());
    List<Word> words = Words.of(text);
    List<Contact> contacts = contactFinder.find(text, "", "");
    List<Indicator> indicators = indicatorFinder.find(advert, text, words, contacts);
    return new Parts(text, words, contacts, indicators, rules.said(words));
  }

  private List<Feature> lean(List<Feature> features) {
    return features.stream()
        .map(f -> new Feature(names.computeIfAbsent(f.name(), n -> n), f.value(), List.of()))
        .toList();
  }

  private record Parts(
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators,
      Map<String, List<PhraseAutomaton.Hit>> said) {}
}
