package org.vigie.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the concepts that words of a query are forms of. */
final class SenseFinder {
  /** A stem that is less of a word says little of it. */
  private static final float LEAST_SHARE = 0.5f;

  /** First word of a form → the forms, by what its letters must be in a word. */
  private final Map<String, List<Form>> whole = new HashMap<>();

  private final Map<String, List<Form>> beginnings = new HashMap<>();
  private final Map<String, List<Form>> parts = new HashMap<>();

  SenseFinder(Collection<List<Form>> concepts) {
    for (List<Form> forms : concepts) {
      for (Form form : forms) {
        Form.Step first = form.steps().getFirst();
        Map<String, List<Form>> place =
            first.openStart() ? parts : first.openEnd() ? beginnings : whole;
        place.computeIfAbsent(first.text(), text -> new ArrayList<>(1)).add(form);
      }
    }
  }

  /**
   * Returns concepts with how surely some words in a row are a form of them.
   *
   * @param language of the forms to look at; empty for all
   */
  Map<String, Float> find(List<String> words, String language) {
    Map<String, Float> found = new HashMap<>();
    String first = words.getFirst();
    for (Form form : whole.getOrDefault(first, List.of())) {
      compare(form, words, language, found);
    }
    for (int end = 1; end <= first.length(); end++) {
      for (Form form : beginnings.getOrDefault(first.substring(0, end), List.of())) {
        compare(form, words, language, found);
      }
      for (int start = 0; start < end; start++) {
        for (Form form : parts.getOrDefault(first.substring(start, end), List.of())) {
          compare(form, words, language, found);
        }
      }
    }
    return found;
  }

  private static void compare(
      Form form, List<String> words, String language, Map<String, Float> found) {
    if (language.isEmpty() || form.language().equals(language)) {
      float strength = strength(form, words);
      if (strength > 0) {
        found.merge(form.concept(), strength, Math::max);
      }
    }
  }

  /** Returns how surely words are a form: by how much of them it is, and how usual it is. */
  private static float strength(Form form, List<String> words) {
    List<Form.Step> steps = form.steps();
    if (steps.size() != words.size()) {
      return 0;
    }
    int letters = 0;
    int all = 0;
    for (int i = 0; i < steps.size(); i++) {
      Form.Step step = steps.get(i);
      if (step.afterGap() || !step.accepts(words.get(i))) {
        return 0;
      }
      letters += step.text().length();
      all += words.get(i).length();
    }
    float share = (float) letters / all;
    return share < LEAST_SHARE ? 0 : share * form.usual();
  }
}
