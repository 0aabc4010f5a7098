package org.vigie.casework.meaning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.sign.ConceptFile;
import org.vigie.search.meaning.ConceptWording;
import org.vigie.search.meaning.WordMeanings;
import org.vigie.search.query.QueryLexicon;

/** The word forms of a models folder, as searches are told them. */
public final class ModelWords {
  private ModelWords() {}

  /** Returns what is known of a models folder, which is read when the first query asks for it. */
  public static QueryLexicon lexicon(Path models) {
    return new QueryLexicon(() -> read(models));
  }

  /**
   * Returns the same.
   *
   * @param beginning is called before it is read, which takes seconds
   */
  public static QueryLexicon lexicon(Path models, Runnable beginning) {
    return new QueryLexicon(() -> {
      beginning.run();
      return read(models);
    });
  }

  /**
   * Reads a models folder.
   *
   * @throws IllegalArgumentException if a file says what it must not; names file and key
   */
  static WordMeanings read(Path models) {
    SortedMap<String, List<ConceptWording>> concepts = new TreeMap<>();
    try {
      for (Path path : ConceptFile.paths(models)) {
        ConceptFile file = ConceptFile.read(path);
        file.patterns()
            .forEach((name, patterns) ->
                concepts
                    .computeIfAbsent(name, concept -> new ArrayList<>())
                    .add(new ConceptWording(file.language(), file.spaced(), patterns)));
      }
      Taxonomy taxonomy = Taxonomy.load(models);
      return new WordMeanings(concepts, SignNames.of(taxonomy), taxonomy.minorRisk());
    } catch (IOException e) {
      throw new UncheckedIOException("the concepts in " + models + " must be readable", e);
    }
  }
}
