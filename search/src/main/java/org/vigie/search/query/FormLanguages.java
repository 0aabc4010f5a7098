package org.vigie.search.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The languages in whose adverts a word counts as a form of a concept.
 *
 * <p>A short word is another one elsewhere: {@code pas} is a passport in Danish and Czech, and
 * "not" in French; {@code Pässe}, without its marks, begins {@code passent}. So a form of a few
 * letters counts where its own language is written, or where it isn't known which one is. A longer
 * one counts anywhere, since adverts mix languages.
 */
final class FormLanguages {
  /** What stands for an advert's language if it isn't known. */
  private static final String UNKNOWN = "und";

  /** Letters up to which languages share words by chance. */
  private static final int SHORT = 5;

  /** Scripts below are written with letters; one sign of those above says as much as a word. */
  private static final int FIRST_IDEOGRAPH = 0x2E80;

  private final Map<String, Set<String>> whole = new HashMap<>();
  private final Map<String, Set<String>> beginnings = new HashMap<>();

  /** Notes in which language a word, or with an open end the beginning of one, is a form. */
  void add(Form.Step step, String language) {
    (step.openEnd() ? beginnings : whole)
        .computeIfAbsent(step.text(), text -> new TreeSet<>(Set.of(UNKNOWN)))
        .add(language);
  }

  /**
   * Returns the languages of the adverts in which a word counts; none if it counts in all.
   *
   * @param word one that is a form, or begins as one does
   */
  Set<String> of(String word) {
    Set<String> languages = new TreeSet<>();
    boolean isAnywhere = !addTo(languages, whole, word);
    for (int end = 1; end <= word.length() && !isAnywhere; end++) {
      isAnywhere = !addTo(languages, beginnings, word.substring(0, end));
    }
    return isAnywhere ? Set.of() : languages;
  }

  /** Adds those of a short form; returns false if it is one, and not short. */
  private static boolean addTo(
      Set<String> languages, Map<String, Set<String>> forms, String written) {
    Set<String> found = forms.get(written);
    if (found != null && isShort(written)) {
      languages.addAll(found);
    }
    return found == null || isShort(written);
  }

  private static boolean isShort(String text) {
    return text.codePointCount(0, text.length()) <= SHORT
        && text.codePointAt(0) < FIRST_IDEOGRAPH
        && Character.isLetter(text.codePointAt(0));
  }
}
