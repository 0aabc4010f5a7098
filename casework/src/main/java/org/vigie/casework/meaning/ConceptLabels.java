package org.vigie.casework.meaning;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.vigie.files.failure.UserError;
import org.vigie.text.finding.WrittenLanguages;
import org.vigie.text.safe.SafeText;

/**
 * What concepts stand for in a reader's language: {@code identity document} for {@code
 * id-document}.
 */
public final class ConceptLabels {
  private static final List<String> LANGUAGES =
      WrittenLanguages.withEnglish(ConceptLabels::isWritten).stream()
          .map(Locale::getLanguage)
          .toList();

  private final ResourceBundle labels;

  private ConceptLabels(ResourceBundle labels) {
    this.labels = labels;
  }

  private static boolean isWritten(String code) {
    return ConceptLabels.class.getResource("labels_" + code + ".properties") != null;
  }

  /** Returns the labels in a language; in English if there are none in it. */
  public static ConceptLabels in(Locale language) {
    return new ConceptLabels(
        ResourceBundle.getBundle(
            "org.vigie.casework.meaning.labels",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /**
   * Returns the labels in a language that somebody typed.
   *
   * @param option where it was typed
   * @throws UserError if there are none in it
   */
  public static ConceptLabels typed(String option, String language) {
    if (!LANGUAGES.contains(language)) {
      throw UserError.ofUsage(
          "%s must be %s, but was '%s'"
              .formatted(option, String.join(" or ", LANGUAGES), SafeText.line(language)));
    }
    return in(Locale.forLanguageTag(language));
  }

  /** Returns what a concept stands for; its name if nobody wrote that. */
  public String of(String concept) {
    return labels.containsKey(concept) ? labels.getString(concept) : concept;
  }
}
