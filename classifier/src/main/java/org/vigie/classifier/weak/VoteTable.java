package org.vigie.classifier.weak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each pattern of votes was cast, whatever the order of adverts and of functions.
 *
 * @param functions the functions, by id
 * @param counts pattern → how often: one letter for each function, {@code 1} where it fired
 */
public record VoteTable(List<LabellingFunction> functions, SortedMap<String, Double> counts) {
  public VoteTable {
    functions = functions.stream().sorted(Comparator.comparing(LabellingFunction::id)).toList();
    counts = new TreeMap<>(counts);
  }

  /**
   * Returns the table of some adverts.
   *
   * @param functions in any order
   * @param fired the ids of the functions that fired, for each advert
   */
  public static VoteTable of(
      List<LabellingFunction> functions, List<? extends Collection<String>> fired) {
    VoteTable empty = new VoteTable(functions, new TreeMap<>());
    SortedMap<String, Double> counts = new TreeMap<>();
    for (Collection<String> votes : fired) {
      counts.merge(empty.pattern(votes), 1.0, Double::sum);
    }
    return new VoteTable(functions, counts);
  }

  /** Returns the votes of one advert as a pattern. */
  String pattern(Collection<String> fired) {
    StringBuilder pattern = new StringBuilder(functions.size());
    for (LabellingFunction function : functions) {
      pattern.append(fired.contains(function.id()) ? '1' : '0');
    }
    return pattern.toString();
  }

  double total() {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns the share of adverts on which each function fired, in the order of functions. */
  double[] shares() {
    double[] shares = new double[functions.size()];
    double total = Math.max(1, total());
    counts.forEach((pattern, count) -> {
      for (int j = 0; j < shares.length; j++) {
        shares[j] += pattern.charAt(j) == '1' ? count / total : 0;
      }
    });
    return shares;
  }

  /** Returns how many functions share the category of each, itself included. */
  List<Integer> categorySizes() {
    List<Integer> sizes = new ArrayList<>();
    for (LabellingFunction function : functions) {
      sizes.add(
          (int) functions.stream().filter(f -> f.category().equals(function.category())).count());
    }
    return sizes;
  }
}
