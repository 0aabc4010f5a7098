package org.vigie.classifier.risk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.DisguisedPhrases;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** Lists of phrases, found in one pass. */
final class FormPhrases {
  /** Languages that the lists hold as Serbian. */
  private static final Set<String> SERBIAN = Set.of("hr", "bs");

  private final List<String> phrases = new ArrayList<>();
  private final List<String> listOf = new ArrayList<>();
  private final List<String> languageOf = new ArrayList<>();
  private final Set<String> languages = new HashSet<>();
  private PhraseAutomaton automaton = PhraseAutomaton.of(List.of());
  private DisguisedPhrases disguised = DisguisedPhrases.of(List.of());

  void add(String list, YamlMap byLanguage) {
    languages.addAll(byLanguage.keys());
    for (String language : byLanguage.keys()) {
      for (String phrase :
          PhraseAutomaton.requireWords(byLanguage.texts(language), byLanguage.place())) {
        phrases.add(phrase);
        listOf.add(list);
        languageOf.add(language);
      }
    }
  }

  void build(ModelImage image) throws IOException {
    automaton =
        image.part(
            FormRules.FILE,
            PhraseAutomaton::write,
            PhraseAutomaton::read,
            () -> PhraseAutomaton.of(phrases));
    disguised =
        image.part(
            FormRules.FILE + " disguised",
            DisguisedPhrases::write,
            DisguisedPhrases::read,
            () -> DisguisedPhrases.of(phrases));
  }

  Map<String, List<PhraseAutomaton.Hit>> in(
      NormalizedText text, List<Word> words, String language) {
    String own = SERBIAN.contains(language) ? "sr" : language;
    boolean told = languages.contains(own);
    Map<String, List<PhraseAutomaton.Hit>> lists = new LinkedHashMap<>();
    List<PhraseAutomaton.Hit> hits = automaton.find(words);
    hits.addAll(disguised.find(text, words));
    for (PhraseAutomaton.Hit hit : hits) {
      String list = listOf.get(hit.phrase());
      boolean foreign = told && !languageOf.get(hit.phrase()).equals(own);
      if (!foreign || !list.startsWith(FormRules.GATE) || automaton.words(hit.phrase()) > 1) {
        lists.computeIfAbsent(list, l -> new ArrayList<>(2)).add(hit);
      }
    }
    return lists;
  }
}
