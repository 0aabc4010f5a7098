package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.FormFeatures;
import org.vigie.classifier.risk.FormModels;
import org.vigie.classifier.risk.FormRules;
import org.vigie.classifier.risk.FormVocabulary;
import org.vigie.classifier.risk.TextReader;

/**
 * Reads invented adverts for one form by the same steps that an advert of the stream goes through.
 */
public final class FormReading {
  private final String form;
  private final FormRules rules;
  private final TextReader textReader;
  private final FormVocabulary vocabulary;
  private final FormFeatures formFeatures;

  /**
   * A reading of the features of one vocabulary.
   *
   * @param vocabulary an open one to train with, else that of the model to be measured
   */
  public FormReading(String form, Path models, Taxonomy taxonomy, FormVocabulary vocabulary)
      throws IOException {
    this.form = form;
    this.vocabulary = vocabulary;
    this.rules = FormRules.load(models, taxonomy);
    this.textReader = new TextReader(models, taxonomy);
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
      Parts parts = parts(textReader.read(example.text(), example.language()));
      if (parts.indicators().stream().noneMatch(Indicator::minorRisk)) {
        all.add(
            new Read(
                example,
                form.equals(FormModels.WORK)
                    || rules.open(parts.said().keySet(), parts.indicators()).contains(form),
                rules.votes(
                    form, parts.said().keySet(), parts.read().contacts(), parts.indicators()),
                lean(parts)));
      }
    }
    return all;
  }

  /** Returns the features of a bare text whose language nobody tells. */
  public List<Feature> features(String text) {
    return found(text).stream().map(found -> found.named(vocabulary)).toList();
  }

  /** Returns the same by their numbers. */
  public List<FormFeatures.Found> found(String text) {
    return found(parts(textReader.read(text)));
  }

  private Parts parts(TextReader.Read read) {
    return new Parts(read, rules.said(read.text(), read.words(), read.language()));
  }

  /** Places are of no use to training: some thousands of adverts have millions of features. */
  private List<Feature> lean(Parts parts) {
    return found(parts).stream()
        .map(f -> new Feature(vocabulary.name(f.number()), f.value(), List.of()))
        .toList();
  }

  private List<FormFeatures.Found> found(Parts parts) {
    TextReader.Read read = parts.read();
    return form.equals(FormModels.WORK)
        ? formFeatures.signs(read.text(), read.words(), read.indicators(), parts.said())
        : formFeatures.of(
            read.text(), read.words(), read.contacts(), read.indicators(), parts.said());
  }

  private record Parts(TextReader.Read read, Map<String, List<PhraseAutomaton.Hit>> said) {
    List<Indicator> indicators() {
      return read.indicators();
    }
  }
}
