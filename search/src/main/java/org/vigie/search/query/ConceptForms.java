package org.vigie.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** The forms of one concept in all languages, ready to be looked up in an index. */
final class ConceptForms {
  private final String concept;
  private final FormWords words;
  private final Map<String, Float> whole = new HashMap<>();
  private final Map<String, Float> beginnings = new HashMap<>();
  private final Map<Form.Step, Float> others = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final FormLanguages languages = new FormLanguages();

  /** An index that nobody reads any more is forgotten with what was found in it. */
  private final Map<IndexReader, FoundForms> found =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * A form of several words.
   *
   * @param steps its words
   * @param weight how much it says of its concept, in (0, 1]
   */
  record Phrase(List<Form.Step> steps, float weight) {}

  /**
   * @param meaningsOfForm a form as it is written → how many concepts are written so
   */
  ConceptForms(String concept, List<Form> forms, Map<String, Integer> meaningsOfForm) {
    this.concept = concept;
    Map<List<Form.Step>, Float> several = new HashMap<>();
    for (Form form : forms) {
      float weight = form.usual() / meaningsOfForm.getOrDefault(form.written(), 1);
      List<Form.Step> steps = form.steps();
      if (steps.size() > 1) {
        several.merge(steps, weight, Math::max);
        continue;
      }
      Form.Step step = steps.getFirst();
      if (step.openStart()) {
        others.merge(step, weight, Math::max);
      } else {
        (step.openEnd() ? beginnings : whole).merge(step.text(), weight, Math::max);
        languages.add(step, form.language());
      }
    }
    several.forEach((steps, weight) -> phrases.add(new Phrase(steps, weight)));
    words = FormWords.of(whole.keySet(), beginnings.keySet(), others.keySet());
  }

  /** Returns those of them that stand in an index; they are looked up once. */
  FoundForms in(IndexReader reader) throws IOException {
    FoundForms known = found.get(reader);
    if (known == null) {
      known = FoundForms.in(reader, this);
      found.put(reader, known);
    }
    return known;
  }

  String concept() {
    return concept;
  }

  /** Returns what accepts the words of an index that are forms by themselves. */
  List<CompiledAutomaton> words() {
    return words.automata();
  }

  /** Returns the forms of several words. */
  List<Phrase> phrases() {
    return phrases;
  }

  /** Returns the languages of the adverts in which a word counts; none if it counts in all. */
  Set<String> languages(BytesRef word) {
    String text = word.utf8ToString();
    boolean isWithin = others.keySet().stream().anyMatch(step -> step.accepts(text));
    return isWithin ? Set.of() : languages.of(text);
  }

  /**
   * Returns how much a word says of the concept, in (0, 1]: less if it is an unusual form, or one
   * of other concepts too.
   */
  float weight(BytesRef word) {
    String text = word.utf8ToString();
    float weight = whole.getOrDefault(text, 0f);
    for (int end = 1; end <= text.length() && !beginnings.isEmpty(); end++) {
      weight = Math.max(weight, beginnings.getOrDefault(text.substring(0, end), 0f));
    }
    for (Map.Entry<Form.Step, Float> other : others.entrySet()) {
      if (other.getValue() > weight && other.getKey().accepts(text)) {
        weight = other.getValue();
      }
    }
    return weight;
  }
}
