package org.vigie.pipeline.together;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike the adverts of two contacts are written ({@code OA-08}), by habits that few others
 * have.
 *
 * <p>A habit is an author's if half of the author's texts show it, and rare if at most one in
 * twenty texts of others does. Two authors are alike by the weight of the rare habits that they
 * share, in that of all rare habits of either; the weight of one is the negative logarithm of its
 * share among the others. Texts that are copies of one another say nothing of style and count once.
 *
 * <p>Whom this finds was measured on adverts of employers, each employer's dealt to two contacts
 * (docs/explanation/pipeline.md): about one in five, and no wrong one.
 */
final class AuthorStyle {
  /** From fewer texts nobody's habits can be told from chance. */
  static final int FEWEST_TEXTS = 3;

  static final int MOST_TEXTS = 24;

  /** Shorter texts show hardly any habits. */
  static final int FEWEST_WORDS = 40;

  /** Among fewer others it isn't known what is rare. */
  static final int FEWEST_OTHERS = 200;

  private static final double STEADY = 0.5;
  private static final double RARE = 0.05;

  /** As of six habits that one in twelve others has; habits overlap, so it is no probability. */
  private static final double LEAST_WEIGHT = 15;

  private static final double LEAST_SHARE = 0.5;

  private final int texts;
  private final Map<String, Integer> shown;

  /**
   * Makes it for the texts of a channel.
   *
   * @param texts the habits of each; none of them by the one with whom others are compared
   */
  AuthorStyle(Collection<Set<String>> texts) {
    this.texts = texts.size();
    this.shown = counts(texts);
  }

  /**
   * How alike two authors write.
   *
   * @param shared rare habits of both
   * @param all rare habits of either
   * @param share weight of those that are shared in that of all, from 0 to 1
   * @param weight of those that are shared
   */
  record Likeness(int shared, int all, double share, double weight) {
    boolean isOfOneAuthor() {
      return weight >= LEAST_WEIGHT && share >= LEAST_SHARE;
    }
  }

  /**
   * Returns how alike two authors write.
   *
   * @param one habits of texts of the one
   * @param other habits of texts of the other
   * @param allOfOther habits of all texts of the channel that are the other's
   */
  Likeness likeness(
      List<Set<String>> one, List<Set<String>> other, Collection<Set<String>> allOfOther) {
    Others others = new Others(texts - allOfOther.size(), shown, counts(allOfOther));
    Set<String> ofOne = rare(one, others);
    Set<String> ofOther = rare(other, others);
    Set<String> all = new HashSet<>(ofOne);
    all.addAll(ofOther);
    ofOne.retainAll(ofOther);
    double weight = others.weight(ofOne);
    double whole = others.weight(all);
    return new Likeness(ofOne.size(), all.size(), whole == 0 ? 0 : weight / whole, weight);
  }

  /**
   * The texts of neither author.
   *
   * @param texts how many there are
   * @param shown habit → texts of the channel
   * @param byOther habit → of which by the other author
   */
  private record Others(int texts, Map<String, Integer> shown, Map<String, Integer> byOther) {
    int showing(String habit) {
      return shown.getOrDefault(habit, 0) - byOther.getOrDefault(habit, 0);
    }

    double weight(Collection<String> habits) {
      // In a fixed order, so that the sum is the same whenever it is taken.
      return habits.stream()
          .sorted()
          .mapToDouble(habit -> -Math.log((showing(habit) + 1.0) / (texts + 1)))
          .sum();
    }
  }

  private static Set<String> rare(List<Set<String>> texts, Others others) {
    Set<String> rare = new HashSet<>();
    counts(texts)
        .forEach((habit, times) -> {
          if (times >= STEADY * texts.size() && others.showing(habit) <= RARE * others.texts()) {
            rare.add(habit);
          }
        });
    return rare;
  }

  private static Map<String, Integer> counts(Collection<Set<String>> texts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(text -> text.forEach(habit -> counts.merge(habit, 1, Integer::sum)));
    return counts;
  }

  /** Returns the habits of each of some texts. */
  static List<Set<String>> habits(List<ComparedText> texts) {
    List<Set<String>> habits = new ArrayList<>();
    texts.forEach(text -> habits.add(WritingHabits.of(text.text())));
    return habits;
  }
}
