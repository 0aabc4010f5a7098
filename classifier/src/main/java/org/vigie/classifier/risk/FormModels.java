package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;

/** The models in use of the forms beside recruitment, each behind the gate of its form. */
public final class FormModels {
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
    FormRules rules = FormRules.load(folder, taxonomy);
    Map<String, String> active = Manifest.read(folder).active();
    List<FormModel> models = new ArrayList<>();
    for (String form : rules.names()) {
      String name = active.get(form);
      if (name != null) {
        models.add(FormModel.load(folder, form, name, taxonomy.version()));
      }
    }
    FormTable table = FormTable.of(models.stream().map(FormModel::weights).toList());
    return new FormModels(rules, models, table, FormFeatures.load(folder, table.vocabulary()));
  }

  /**
   * Returns the assessments of the forms whose gate is open for an advert; may be none.
   *
   * @param language ISO 639-1 code of its text, or {@code und}
   */
  public List<Assessment> assess(
      String language,
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators) {
    Map<String, List<PhraseAutomaton.Hit>> said = rules.said(words, language);
    Set<String> open = rules.open(said.keySet(), indicators);
    if (models.stream().noneMatch(model -> open.contains(model.form()))) {
      return List.of();
    }
    List<FormFeatures.Found> found = features.of(text, words, contacts, indicators, said);
    List<Assessment> assessments = new ArrayList<>();
    for (int place = 0; place < models.size(); place++) {
      if (open.contains(models.get(place).form())) {
        assessments.add(models.get(place).assess(table, place, found));
      }
    }
    return assessments;
  }
}
