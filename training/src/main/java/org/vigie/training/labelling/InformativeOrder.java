package org.vigie.training.labelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which adverts are worth asking about: those that the model is unsure of (Settles,
 * 2009, section 3.1), and among them such as differ from those asked about before, by maximal
 * marginal relevance (Carbonell and Goldstein, 1998).
 *
 * @see <a href="https://doi.org/10.1145/290941.291025">Carbonell and Goldstein (1998)</a>
 */
public final class InformativeOrder {
  /**
   * Only so many of the most uncertain are compared with each other, which keeps a long file fast.
   */
  private static final int POOL = 2_000;

  private InformativeOrder() {}

  /**
   * Returns the most informative adverts, most informative first.
   *
   * @param from adverts to choose from, in any order, which has no effect
   * @param asked adverts that were asked about before
   * @param limit how many at most
   */
  public static List<Candidate> of(List<Candidate> from, List<Candidate> asked, int limit) {
    List<Open> open = new ArrayList<>();
    from.stream()
        .sorted(
            Comparator.comparingDouble((Candidate c) -> -c.uncertainty())
                .thenComparing(Candidate::id))
        .limit(POOL)
        .forEach(candidate -> open.add(new Open(candidate)));
    for (Candidate before : asked) {
      Set<Integer> pairs = before.pairs();
      open.forEach(one -> one.compareWith(pairs));
    }
    List<Candidate> order = new ArrayList<>();
    while (order.size() < limit && !open.isEmpty()) {
      Open best = open.stream().max(Comparator.comparingDouble(Open::worth)).orElseThrow();
      open.remove(best);
      order.add(best.candidate);
      open.forEach(one -> one.compareWith(best.pairs));
    }
    return order;
  }

  /** One that was not chosen yet, and how like the nearest of the chosen it is. */
  private static final class Open {
    private final Candidate candidate;
    private final Set<Integer> pairs;
    private double nearest;

    Open(Candidate candidate) {
      this.candidate = candidate;
      this.pairs = candidate.pairs();
    }

    double worth() {
      return candidate.uncertainty() * (1 - nearest);
    }

    void compareWith(Set<Integer> others) {
      Set<Integer> common = new HashSet<>(pairs);
      common.retainAll(others);
      int either = pairs.size() + others.size() - common.size();
      nearest = Math.max(nearest, either == 0 ? 1 : (double) common.size() / either);
    }
  }
}
