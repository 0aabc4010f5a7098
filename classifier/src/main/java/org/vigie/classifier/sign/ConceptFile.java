package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.files.yaml.YamlMap;

/**
 * The word forms of one language, as {@code models/concepts/LANG.yaml} lists them.
 *
 * @param language ISO 639-1 code
 * @param spaced whether blanks part words
 * @param reader who of its speakers read it; empty if nobody has
 * @param patterns concept → its patterns, as they are written
 */
public record ConceptFile(
    String language, boolean spaced, String reader, SortedMap<String, List<String>> patterns) {
  /** The folder in the models folder. */
  public static final String FOLDER = "concepts";

  /** What a file says that no speaker has read. */
  private static final String NOBODY = "nobody yet";

  public ConceptFile {
    patterns = new TreeMap<>(patterns);
  }

  /** Returns the files of all languages, in alphabetical order; none where there is no folder. */
  public static List<Path> paths(Path models) throws IOException {
    Path folder = models.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /**
   * Reads the file of one language.
   *
   * @throws IllegalArgumentException if it says what it must not; names file and key
   */
  public static ConceptFile read(Path path) throws IOException {
    Optional<ConceptFile> plain = plain(path, false);
    return plain.isPresent() ? plain.get() : readYaml(path);
  }

  /** Returns the same, where it is quicker without patterns. */
  static ConceptFile readNames(Path path) throws IOException {
    Optional<ConceptFile> plain = plain(path, true);
    return plain.isPresent() ? plain.get() : readYaml(path);
  }

  private static Optional<ConceptFile> plain(Path path, boolean namesAlone) throws IOException {
    try {
      return PlainConcepts.read(Files.readString(path), namesAlone);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Returns the same by way of YAML, however it is written. */
  static ConceptFile readYaml(Path path) throws IOException {
    YamlMap yaml = YamlMap.read(path).allowOnly("language", "spaced", "reader", "concepts");
    YamlMap concepts = yaml.map("concepts");
    SortedMap<String, List<String>> patterns = new TreeMap<>();
    for (String concept : concepts.keys()) {
      if (!concept.matches("[a-z]+(-[a-z]+)*")) {
        throw new IllegalArgumentException(
            concepts.place() + " must have names like 'id-document', but has '" + concept + "'");
      }
      patterns.put(concept, concepts.texts(concept));
    }
    String reader = yaml.has("reader") ? yaml.text("reader") : NOBODY;
    return new ConceptFile(
        yaml.text("language"), yaml.flag("spaced"), reader.equals(NOBODY) ? "" : reader, patterns);
  }
}
