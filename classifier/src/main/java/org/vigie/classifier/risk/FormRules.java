package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.weak.LabellingFunction;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Which adverts are assessed for a form beside recruitment, and which labelling functions vote on
 * them: {@code models/forms.yaml}.
 */
public final class FormRules {
  public static final String FILE = "forms.yaml";

  /** How the names of lists of phrases begin, by what they are for. */
  static final String WORDS = "words:";

  static final String GATE = "gate:";

  private final Map<String, Form> forms;
  private final FormPhrases phrases;
  private final List<Own> own;

  private FormRules(Map<String, Form> forms, FormPhrases phrases, List<Own> own) {
    this.forms = forms;
    this.phrases = phrases;
    this.own = own;
  }

  /**
   * Reads the rules.
   *
   * @throws IllegalArgumentException if a row votes that may not; names file and key
   */
  public static FormRules load(Path models, Taxonomy taxonomy) throws IOException {
    return load(models, taxonomy, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  static FormRules load(Path models, Taxonomy taxonomy, ModelImage image) throws IOException {
    YamlMap yaml =
        YamlMap.read(models.resolve(FILE))
            .allowOnly("version", "expected", "functions", "forms", "words");
    FormPhrases phrases = new FormPhrases();
    for (String list : yaml.map("words").keys()) {
      phrases.add(WORDS + list, yaml.map("words").map(list));
    }
    List<Own> own = new ArrayList<>();
    for (YamlMap function : yaml.maps("functions")) {
      own.add(Own.read(function));
    }
    Map<String, Double> expected = yaml.map("expected").decimals();
    Map<String, Form> forms = new LinkedHashMap<>();
    for (String name : yaml.map("forms").keys()) {
      YamlMap form =
          yaml.map("forms").map(name).allowOnly("risk", "independent", "business", "gate");
      Gate accessFilter = Gate.SHUT;
      if (form.has("gate")) {
        YamlMap signs = form.map("gate").allowOnly("indicators", "together", "words");
        phrases.add(GATE + name, signs.map("words"));
        List<String> together = signs.has("together") ? signs.texts("together") : List.of();
        accessFilter = new Gate(Set.copyOf(signs.texts("indicators")), Set.copyOf(together));
      }
      List<LabellingFunction> functions = new ArrayList<>();
      for (Outcome vote : List.of(Outcome.RISK, Outcome.INDEPENDENT, Outcome.BUSINESS)) {
        for (String id : form.texts(vote.label())) {
          functions.add(row(id, vote, taxonomy, expected, form.place()));
        }
      }
      own.stream().filter(o -> o.isOf(name)).forEach(o -> functions.add(o.function()));
      forms.put(name, new Form(accessFilter, List.copyOf(functions)));
    }
    phrases.build(image);
    return new FormRules(forms, phrases, own);
  }

  private static LabellingFunction row(
      String id, Outcome vote, Taxonomy taxonomy, Map<String, Double> expected, String place) {
    Taxonomy.Row row =
        taxonomy.rows().stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    place + " needs rows of the taxonomy, but has '" + id + "'"));
    boolean exculpates = vote != Outcome.RISK && row.category().equals(Indicator.EXCULPATORY);
    if (!row.scored() && !exculpates) {
      throw new IllegalArgumentException(
          "%s: %s (grade %s, %s) may not vote for %s"
              .formatted(
                  place,
                  id,
                  row.grade().symbol(),
                  row.scored() ? "scored" : "not scored",
                  vote.label()));
    }
    Double accuracy = expected.get(row.grade().symbol());
    if (accuracy == null) {
      throw new IllegalArgumentException(
          place + ": grade " + row.grade().symbol() + " needs an expected accuracy, but has none");
    }
    return voting(id, vote, row.category(), accuracy, place);
  }

  /** Returns a labelling function; where its accuracy can't be, the error names the place. */
  private static LabellingFunction voting(
      String id, Outcome vote, String category, double accuracy, String place) {
    try {
      return new LabellingFunction(id, vote, category, accuracy);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  /** Returns the forms there are, in the order of the file. */
  public Set<String> names() {
    return forms.keySet();
  }

  /** Returns the labelling functions of a form. */
  public List<LabellingFunction> functions(String form) {
    return form(form).functions();
  }

  /**
   * Returns where the phrases of each list stand in an advert, as they are or written past
   * machines; a list without any is absent.
   *
   * <p>A gate's word opens it in its own language alone, since others have it for something else:
   * {@code chat} is a cat, {@code rim} a kidney. Several words in a row do in any language, and any
   * word does in a text whose language isn't told or has no words of its own here.
   *
   * @param words the words of {@code text}
   * @param language ISO 639-1 code of the advert's language; any other text is a language not told
   */
  public Map<String, List<PhraseAutomaton.Hit>> said(
      NormalizedText text, List<Word> words, String language) {
    return phrases.in(text, words, language);
  }

  /**
   * Returns the forms for which an advert is assessed, in the order of the file; one without a gate
   * is never among them.
   *
   * @param said the lists of phrases that have one in it
   */
  public Set<String> open(Set<String> said, List<Indicator> indicators) {
    Set<String> open = new LinkedHashSet<>();
    Set<String> shown = indicators.stream().map(Indicator::id).collect(Collectors.toSet());
    forms.forEach((name, form) -> {
      if (said.contains(GATE + name) || form.accessFilter().isOpenedBy(shown)) {
        open.add(name);
      }
    });
    return open;
  }

  /** Returns the ids of the functions of a form that vote on an advert. */
  public Set<String> votes(
      String form, Set<String> said, List<Contact> contacts, List<Indicator> indicators) {
    Set<String> votes = new TreeSet<>();
    for (LabellingFunction function : functions(form)) {
      if (indicators.stream().anyMatch(i -> i.id().equals(function.id()))) {
        votes.add(function.id());
      }
    }
    for (Own function : own) {
      if (function.isOf(form) && function.fires(said, contacts)) {
        votes.add(function.function().id());
      }
    }
    return votes;
  }

  private Form form(String name) {
    Form form = forms.get(name);
    if (form == null) {
      throw new IllegalArgumentException(
          "a form must be one of " + forms.keySet() + ", but was '" + name + "'");
    }
    return form;
  }

  /**
   * What opens a form's gate beside its words.
   *
   * @param indicators of which one is enough
   * @param together of which all are needed; empty for none
   */
  private record Gate(Set<String> indicators, Set<String> together) {
    static final Gate SHUT = new Gate(Set.of(), Set.of());

    boolean isOpenedBy(Set<String> shown) {
      return !Collections.disjoint(shown, indicators)
          || (!together.isEmpty() && shown.containsAll(together));
    }
  }

  /** The rules of one form. */
  private record Form(Gate accessFilter, List<LabellingFunction> functions) {}

  /**
   * A function that no row of the taxonomy gives: words of a list, or how contacts are given.
   *
   * @param form the one form it votes for; empty for all
   */
  private record Own(LabellingFunction function, String form, String list, Reach reach) {
    static Own read(YamlMap yaml) {
      yaml.allowOnly("id", "vote", "category", "expected", "words", "contacts", "form");
      Outcome vote = outcome(yaml);
      LabellingFunction function =
          voting(
              yaml.text("id"), vote, yaml.text("category"), yaml.decimal("expected"), yaml.place());
      String form = yaml.has("form") ? yaml.text("form") : "";
      return yaml.has("words")
          ? new Own(function, form, yaml.text("words"), Reach.ANY)
          : new Own(function, form, "", Reach.parse(yaml));
    }

    boolean isOf(String name) {
      return form.isEmpty() || form.equals(name);
    }

    private static Outcome outcome(YamlMap yaml) {
      for (Outcome outcome : List.of(Outcome.INDEPENDENT, Outcome.BUSINESS, Outcome.SPAM_OR_SCAM)) {
        if (outcome.label().equals(yaml.text("vote"))) {
          return outcome;
        }
      }
      throw new IllegalArgumentException(
          yaml.place() + ".vote must be independent, business or spam-or-scam");
    }

    boolean fires(Collection<String> said, List<Contact> contacts) {
      return list.isEmpty() ? reach.fits(contacts) : said.contains(WORDS + list);
    }
  }
}
