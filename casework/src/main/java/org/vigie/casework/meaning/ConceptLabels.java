package org.vigie.casework.meaning;

import java.util.Locale;
import java.util.ResourceBundle;

/** What concepts stand for in a reader's language: {@code identity document} for {@code id-document}. */
public final class ConceptLabels {
  private final ResourceBundle labels;

  private ConceptLabels(ResourceBundle labels) {
    this.labels = labels;
  }

  /** Returns the labels in a language; in English if there are none in it. */
  public static ConceptLabels in(Locale language) {
    return new ConceptLabels(
        ResourceBundle.getBundle(
            "org.vigie.casework.meaning.labels",
            language,
            ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** Returns what a concept stands for; its name if nobody wrote that. */
  public String of(String concept) {
    return labels.containsKey(concept) ? labels.getString(concept) : concept;
  }
}
