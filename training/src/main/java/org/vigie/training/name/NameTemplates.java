package org.vigie.training.name;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.files.yaml.YamlMap;

/**
 * Sentences with slots for names, by language.
 *
 * @param train those trained on
 * @param apart those measured on
 * @param towns towns of {@code train} and {@code apart} alike
 */
record NameTemplates(
    Map<String, List<String>> train, Map<String, List<String>> apart, List<String> towns) {
  static final String FILE = "names/sentences.yaml";

  /** Key of the sentences of every language, and of the towns. */
  private static final String ANY = "any";

  static NameTemplates load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE));
    Map<String, List<String>> train = new LinkedHashMap<>();
    Map<String, List<String>> apart = new LinkedHashMap<>();
    YamlMap any = yaml.map(ANY).allowOnly("train", "towns");
    for (String language : yaml.keys()) {
      if (!language.equals(ANY)) {
        YamlMap sentences = yaml.map(language).allowOnly("train", "apart");
        List<String> all = new ArrayList<>(sentences.texts("train"));
        all.addAll(any.texts("train"));
        train.put(language, all);
        apart.put(language, sentences.texts("apart"));
      }
    }
    return new NameTemplates(train, apart, any.texts("towns"));
  }
}
