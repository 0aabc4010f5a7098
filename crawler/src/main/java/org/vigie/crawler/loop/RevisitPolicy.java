package org.vigie.crawler.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.frontier.PageHistory;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Seed;

/**
 * When a page is looked at again.
 *
 * <p>How often it changes is estimated from what the visits have shown, by the estimator of Cho and
 * Garcia-Molina (2003a): with X changes in n visits at an interval T, the rate is -ln((n - X + 0.5)
 * / (n + 0.5)) / T, which unlike X / (n T) allows for changes that fell into one interval.
 *
 * <p>A page is then visited at the geometric mean of the shortest interval and its time between two
 * changes. Visits in proportion to change would be worse than visiting all pages alike (Cho and
 * Garcia-Molina 2003b, section 5): they are spent on pages that change again at once. The freshest
 * copy at a given number of visits has d/df (f/r)(1 - exp(-r/f)) equal for all pages, where r is
 * the rate of change and f that of visits; for pages visited more often than they change, f grows
 * with the square root of r, which is this rule.
 *
 * @see <a href="https://doi.org/10.1145/857166.857170">Cho, Garcia-Molina (2003a): Estimating
 *     frequency of change</a>
 * @see <a href="https://doi.org/10.1145/958942.958945">Cho, Garcia-Molina (2003b): Effective page
 *     refresh policies for web crawlers</a>
 */
final class RevisitPolicy {
  /** A page may be away for a while: so often it is looked for, at doubled intervals. */
  static final int MAX_GONE_LOOKS = 4;

  /**
   * One visit proves little: a change makes the interval at most this many times as short, none at
   * most as long, and never the other way round.
   */
  private static final double MAX_STEP = 2;

  /**
   * A change of a list is worth four of another page, since it brings adverts that are not known
   * yet: by the square root, the interval is half as long.
   */
  private static final double LIST_SHARE = 0.5;

  /**
   * A page that has not changed yet counts as if it had half a time, the mean of what a Poisson
   * rate may be then under the prior of Jeffreys: so the longer it stays as it is, the longer the
   * interval.
   */
  private static final double HALF_A_CHANGE = 0.5;

  private RevisitPolicy() {}

  /** Returns the time until the next visit; zero for none. */
  static Duration interval(Seed seed, @Nullable PageVisit last, Answered.Found found) {
    Seed.Revisit bounds = seed.revisit();
    PageVisit now = found.visit();
    if (bounds == null || isOver(now)) {
      return Duration.ZERO;
    }
    double least = bounds.atLeast().toMillis();
    double most = bounds.atMost().toMillis();
    double start = Math.sqrt(least * most);
    double before = last == null || last.intervalMillis() == 0 ? start : last.intervalMillis();
    double wanted = now.hasPage() ? wanted(now, found.bringsNew(), least, most) : before * MAX_STEP;
    double near =
        found.changed()
            ? Math.clamp(wanted, before / MAX_STEP, before)
            : Math.clamp(wanted, before, before * MAX_STEP);
    // A millisecond at least: zero would be never.
    return Duration.ofMillis(Math.max(1, Math.round(Math.clamp(near, least, most))));
  }

  /** Returns whether a URL is no longer worth a look: nothing was ever there, or not for long. */
  private static boolean isOver(PageVisit now) {
    int gone = now.history().goneTimes();
    boolean neverThere = now.isGone() && gone == 0;
    boolean noPage = now.isSuccess() && !now.hasPage();
    return neverThere || noPage || gone >= MAX_GONE_LOOKS;
  }

  private static double wanted(PageVisit now, boolean bringsNew, double least, double most) {
    PageHistory history = now.history();
    if (history.comparisons() == 0) {
      return Math.sqrt(least * most);
    }
    double wanted = Math.sqrt(least * millisPerChange(history));
    return bringsNew ? wanted * LIST_SHARE : wanted;
  }

  private static double millisPerChange(PageHistory history) {
    double n = history.comparisons();
    double unchanged = n - Math.max(history.changes(), HALF_A_CHANGE);
    double perVisit = -Math.log((unchanged + 0.5) / (n + 0.5));
    return history.watchedMillis() / n / perVisit;
  }
}
