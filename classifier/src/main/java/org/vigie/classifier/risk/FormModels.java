package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** The models in use of the forms beside recruitment, each behind the gate of its form. */
public final class FormModels {
  /**
   * The form of {@code forms.yaml} whose model tells offers of work apart that are no risk. It
   * weighs signs alone: what words, contacts and length say of invented offers they don't say of
   * real ones.
   */
  public static final String WORK = "work";

  private final FormRules rules;
  private final List<FormModel> models;
  private final FormTable table;
  private final FormFeatures features;

  private FormModels(
      FormRules rules, List<FormModel> models, FormTable table, FormFeatures features) {
    this.rules = rules;
    this.models = models;
    this.table = table;
    this.features = features;
  }

  /**
   * Reads them; a form for which the manifest names no model in use is never assessed.
   *
   * @throws IllegalArgumentException if a file is not the one that the manifest lists
   */
  public static FormModels load(Path folder, Taxonomy taxonomy) throws IOException {
    return load(folder, taxonomy, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  public static FormModels load(Path folder, Taxonomy taxonomy, ModelImage image)
      throws IOException {
    FormRules rules = FormRules.load(folder, taxonomy, image);
    Map<String, String> active = Manifest.read(folder).active();
    List<FormModel> models = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String form : rules.names()) {
      String name = active.get(form);
      if (name != null) {
        models.add(FormModel.ofTable(folder, form, name, taxonomy.version()));
        names.add(name);
      }
    }
    FormTable table =
        image.part("forms", FormTable::write, FormTable::read, () -> table(folder, names));
    return new FormModels(rules, models, table, FormFeatures.load(folder, table.vocabulary()));
  }

  private static FormTable table(Path folder, List<String> models) throws IOException {
    List<FormWeights> weights = new ArrayList<>();
    for (String model : models) {
      weights.add(FormWeights.read(folder.resolve(model)));
    }
    return FormTable.of(weights);
  }

  /** Returns the same ones, for another thread. */
  public FormModels forAnotherThread() {
    return new FormModels(rules, models, table, features.forAnotherThread());
  }

  /**
   * Returns what the models make of an advert.
   *
   * @param language ISO 639-1 code of its text, or {@code und}
   */
  public Reading read(
      String language,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators) {
    Map<String, List<PhraseAutomaton.Hit>> said = rules.said(text, words, language);
    return new Reading(
        rules.open(said.keySet(), indicators),
        () -> features.of(text, words, contacts, indicators, said),
        () -> features.signs(text, words, indicators, said));
  }

  /** What the models make of one advert, which is walked once at most, and only if any is asked. */
  public final class Reading {
    private final Set<String> open;
    private final Supplier<List<FormFeatures.Found>> walk;
    private final Supplier<List<FormFeatures.Found>> signs;
    private @Nullable List<FormFeatures.Found> walked;

    private Reading(
        Set<String> open,
        Supplier<List<FormFeatures.Found>> walk,
        Supplier<List<FormFeatures.Found>> signs) {
      this.open = open;
      this.walk = walk;
      this.signs = signs;
    }

    /** Returns the assessments of the forms beside recruitment whose gate is open; may be none. */
    public List<Assessment> assessments() {
      List<Assessment> assessments = new ArrayList<>();
      for (int place = 0; place < models.size(); place++) {
        FormModel model = models.get(place);
        if (open.contains(model.form())) {
          assessments.add(model.assess(table, place, found()));
        }
      }
      return assessments;
    }

    /**
     * Returns how likely each outcome of an offer of work is if it is no risk, summing to 1; empty
     * if it shows no sign of any, or no model of that is in use.
     */
    public Map<Outcome, Double> outcomesOfWork() {
      List<FormFeatures.Found> shown = signs.get();
      for (int place = 0; place < models.size() && !shown.isEmpty(); place++) {
        if (models.get(place).form().equals(WORK)) {
          return models.get(place).calibration().others(table.scores(place, shown));
        }
      }
      return Map.of();
    }

    private List<FormFeatures.Found> found() {
      List<FormFeatures.Found> found = walked;
      if (found == null) {
        found = walk.get();
        walked = found;
      }
      return found;
    }
  }
}
