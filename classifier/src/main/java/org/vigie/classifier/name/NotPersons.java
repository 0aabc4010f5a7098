package org.vigie.classifier.name;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * What looks like a name of a person and mostly is none, as {@code names/not-persons.yaml} lists
 * it, in the form in which words are compared.
 *
 * @param words no name by themselves
 * @param brands firms that bear a person's whole name, words between spaces
 * @param caseless given names in letters without capitals that are words as well
 */
record NotPersons(Set<String> words, Set<String> brands, Set<String> caseless) {
  static final String FILE = "names/not-persons.yaml";

  NotPersons {
    words = Set.copyOf(words);
    brands = Set.copyOf(brands);
    caseless = Set.copyOf(caseless);
  }

  static NotPersons none() {
    return new NotPersons(Set.of(), Set.of(), Set.of());
  }

  static NotPersons load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("words", "brands", "caseless");
    return new NotPersons(
        compared(yaml.texts("words")),
        compared(yaml.texts("brands")),
        compared(yaml.texts("caseless")));
  }

  private static Set<String> compared(List<String> texts) {
    Set<String> compared = new HashSet<>();
    for (String text : texts) {
      compared.add(
          Words.of(NormalizedText.of(text)).stream()
              .map(Word::text)
              .collect(Collectors.joining(" ")));
    }
    return compared;
  }
}
