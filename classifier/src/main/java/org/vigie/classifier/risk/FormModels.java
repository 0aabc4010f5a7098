package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, FormModel> models;

  private FormModels(FormRules rules, Map<String, FormModel> models) {
    this.rules = rules;
    this.models = models;
  }

  /**
   * Reads them; a form for which the manifest names no model in use is never assessed.
   *
   * @throws IllegalArgumentException if a file is not the one that the manifest lists
   */
  public static FormModels load(Path folder, Taxonomy taxonomy) throws IOException {
    FormRules rules = FormRules.load(folder, taxonomy);
    Map<String, String> active = Manifest.read(folder).active();
    Map<String, FormModel> models = new LinkedHashMap<>();
    for (String form : rules.names()) {
      String name = active.get(form);
      if (name != null) {
        models.put(form, FormModel.load(folder, form, name, taxonomy.version()));
      }
    }
    return new FormModels(rules, models);
  }

  /** Returns the assessments of the forms whose gate is open for an advert; may be none. */
  public List<Assessment> assess(
      NormalizedText text, List<Word> words, List<Contact> contacts, List<Indicator> indicators) {
    List<Assessment> assessments = new ArrayList<>();
    Map<String, List<PhraseAutomaton.Hit>> said = rules.said(words);
    for (String form : rules.open(said.keySet(), indicators)) {
      FormModel model = models.get(form);
      if (model != null) {
        assessments.add(model.assess(text, words, contacts, indicators, said));
      }
    }
    return assessments;
  }
}
