package org.vigie.training.name;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.classifier.name.NameList;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.WordUses;
import org.vigie.text.Words;

/**
 * Prints the {@code given-names} of {@code models/names/ordinary-words.yaml}: the listed given
 * names that texts of a language have in small letters, and those of elsewhere that are forms of
 * its concepts.
 */
public final class OrdinaryWordsBuild {
  private static final String ENDING = ".txt";

  private OrdinaryWordsBuild() {}

  /**
   * Prints them, the same each time.
   *
   * @param args the models folder; a folder with a text for each language, {@code de.txt}
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("given-names:");
    count(Path.of(args[0]), Path.of(args[1]))
        .forEach((language, words) -> out.println(line(language, words)));
  }

  /** Returns them by language, in alphabetical order. */
  static SortedMap<String, List<String>> count(Path models, Path texts) throws IOException {
    SortedMap<String, Set<String>> given = given(models);
    SortedMap<String, List<String>> ordinary = new TreeMap<>();
    try (Stream<Path> files = Files.list(texts)) {
      for (Path file : files.toList()) {
        String language = file.getFileName().toString().replace(ENDING, "");
        WordUses uses = WordUses.of(file);
        Set<String> forms = forms(models, language);
        List<String> words =
            given.entrySet().stream()
                .filter(name ->
                    uses.isCommon(name.getKey())
                        || forms.contains(name.getKey()) && !name.getValue().contains(language))
                .map(Map.Entry::getKey)
                .toList();
        if (!words.isEmpty()) {
          ordinary.put(language, words);
        }
      }
    }
    return ordinary;
  }

  /** Returns where each is in use; words of many languages need a word before them as it is. */
  private static SortedMap<String, Set<String>> given(Path models) throws IOException {
    SortedMap<String, Set<String>> given = new TreeMap<>();
    for (NameList.Entry entry : NameList.load(models).entries()) {
      if ((entry.kind() & (NameList.GIVEN | NameList.COMMON)) == NameList.GIVEN) {
        given.computeIfAbsent(entry.compared(), w -> new HashSet<>()).addAll(entry.languages());
      }
    }
    return given;
  }

  /** Returns the forms of a language's concepts, as words are compared; a stem is no word. */
  private static Set<String> forms(Path models, String language) throws IOException {
    Path file = models.resolve("concepts").resolve(language + ".yaml");
    Set<String> forms = new HashSet<>();
    if (Files.exists(file)) {
      YamlMap concepts = YamlMap.read(file).map("concepts");
      for (String concept : concepts.keys()) {
        for (String form : concepts.texts(concept)) {
          forms.add(Words.compared(NormalizedText.of(form).folded()));
        }
      }
    }
    return forms;
  }

  private static String line(String language, List<String> words) {
    return "  \"%s\": [%s]"
        .formatted(
            language, words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(", ")));
  }
}
