package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far the word forms of a language reach.
 *
 * @param language ISO 639-1 code
 * @param concepts how many concepts have a pattern in it
 * @param patterns how many patterns they have together
 * @param missing the concepts that other languages have, but this one has no pattern for
 * @param frames how many frames can be said with its concepts
 * @param allFrames how many frames there are
 * @param reader who of its speakers read them; empty if nobody has
 */
public record ConceptCoverage(
    String language,
    int concepts,
    int patterns,
    SortedSet<String> missing,
    int frames,
    int allFrames,
    String reader) {
  public ConceptCoverage {
    missing = new TreeSet<>(missing);
  }

  /**
   * Reads the files of a models folder.
   *
   * @return one a language, in the order of their codes
   * @throws IllegalArgumentException if a file says what it must not; names file and key
   */
  public static List<ConceptCoverage> of(Path models) throws IOException {
    List<ConceptFile> files = new ArrayList<>();
    SortedSet<String> all = new TreeSet<>();
    for (Path path : ConceptFile.paths(models)) {
      ConceptFile file = ConceptFile.read(path);
      files.add(file);
      all.addAll(file.patterns().keySet());
    }
    Concepts concepts = Concepts.load(models);
    Frames frames = Frames.load(models, concepts);
    return files.stream()
        .map(file -> of(file, all, frames, concepts))
        .sorted(Comparator.comparing(ConceptCoverage::language))
        .toList();
  }

  private static ConceptCoverage of(
      ConceptFile file, SortedSet<String> all, Frames frames, Concepts concepts) {
    SortedSet<String> missing = new TreeSet<>(all);
    int patterns = 0;
    long[] there = new long[(concepts.names().size() + 63) / 64];
    for (var entry : file.patterns().entrySet()) {
      if (!entry.getValue().isEmpty()) {
        missing.remove(entry.getKey());
        patterns += entry.getValue().size();
        int concept = concepts.concept(entry.getKey());
        there[concept >> 6] |= 1L << concept;
      }
    }
    return new ConceptCoverage(
        file.language(),
        all.size() - missing.size(),
        patterns,
        missing,
        frames.sayableWith(there),
        frames.size(),
        file.reader());
  }

  /** Returns how many concepts all languages together have. */
  public int allConcepts() {
    return concepts + missing.size();
  }
}
