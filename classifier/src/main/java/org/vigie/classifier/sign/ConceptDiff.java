package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two files of word forms of one language.
 *
 * @param changes by concept, then by pattern
 */
public record ConceptDiff(List<Change> changes) {
  public ConceptDiff {
    changes = List.copyOf(changes);
  }

  /**
   * A pattern that stands elsewhere than before.
   *
   * @param pattern as it is written
   * @param from the concept that it is taken from; empty if it is only added
   * @param to the concept that it now stands for; empty if it is only removed
   */
  public record Change(String pattern, String from, String to) {
    /** Returns whether it was taken from one concept and given to another. */
    public boolean isMove() {
      return !from.isEmpty() && !to.isEmpty();
    }
  }

  /**
   * Compares two files. A pattern that leaves one concept and comes to another is moved.
   *
   * @throws IllegalArgumentException if they are not of the same language, or part words otherwise
   */
  public static ConceptDiff of(ConceptFile before, ConceptFile after) {
    if (!before.language().equals(after.language()) || before.spaced() != after.spaced()) {
      throw new IllegalArgumentException(
          "two files must agree in the keys language and spaced, but one says %s, %s, the other %s, %s"
              .formatted(before.language(), before.spaced(), after.language(), after.spaced()));
    }
    SortedMap<String, TreeSet<String>> left = byPattern(before);
    SortedMap<String, TreeSet<String>> right = byPattern(after);
    TreeSet<String> patterns = new TreeSet<>(left.keySet());
    patterns.addAll(right.keySet());
    List<Change> changes = new ArrayList<>();
    for (String pattern : patterns) {
      TreeSet<String> was = left.getOrDefault(pattern, new TreeSet<>());
      TreeSet<String> is = right.getOrDefault(pattern, new TreeSet<>());
      List<String> removed = was.stream().filter(concept -> !is.contains(concept)).toList();
      List<String> added = is.stream().filter(concept -> !was.contains(concept)).toList();
      for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
        changes.add(
            new Change(
                pattern,
                i < removed.size() ? removed.get(i) : "",
                i < added.size() ? added.get(i) : ""));
      }
    }
    changes.sort(
        Comparator.comparing((Change change) -> change.to().isEmpty() ? change.from() : change.to())
            .thenComparing(Change::pattern));
    return new ConceptDiff(changes);
  }

  private static SortedMap<String, TreeSet<String>> byPattern(ConceptFile file) {
    SortedMap<String, TreeSet<String>> concepts = new TreeMap<>();
    file.patterns()
        .forEach((concept, patterns) -> {
          for (String pattern : patterns) {
            concepts.computeIfAbsent(pattern, key -> new TreeSet<>()).add(concept);
          }
        });
    return concepts;
  }

  /** Returns how many patterns are only added. */
  public long added() {
    return changes.stream().filter(change -> change.from().isEmpty()).count();
  }

  /** Returns how many patterns are only removed. */
  public long removed() {
    return changes.stream().filter(change -> change.to().isEmpty()).count();
  }

  /** Returns how many patterns went from one concept to another. */
  public long moved() {
    return changes.stream().filter(Change::isMove).count();
  }
}
