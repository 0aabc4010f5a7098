package org.vigie.web.pages.operation;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.vigie.advert.ContentId;
import org.vigie.search.AdvertIndex;

/**
 * What a rule raises, beside the budget.
 *
 * @param week its alerts of the last week
 * @param most its alerts on the busiest day of that week
 * @param isSpent whether that day came to the budget
 */
public record RuleAlerts(String name, long week, long most, boolean isSpent) {
  /** The week: today and the six days before, by UTC. */
  private static final int DAYS = 7;

  /** Rules that no budget holds; all others are somebody's query or text. */
  private static final Set<String> FIXED =
      Set.of(
          "burst",
          "campaign",
          "cluster-risk",
          "control-signs",
          "cross-channel",
          "network",
          "new-country",
          "watched-contact");

  /**
   * Returns the rules that raised alerts in the last week, those with the most first.
   *
   * @param budget alerts a day that a stored query may raise
   */
  static List<RuleAlerts> of(AdvertIndex index, int budget, Instant now) throws IOException {
    List<RuleAlerts> rules = new ArrayList<>();
    long first = day(now) - DAYS + 1;
    index
        .alertsByRuleAndDay()
        .forEach((rule, days) -> {
          Collection<Long> week = days.tailMap(first).values();
          if (!week.isEmpty()) {
            rules.add(of(rule, week, budget));
          }
        });
    rules.sort(
        Comparator.comparingLong(RuleAlerts::week).reversed().thenComparing(RuleAlerts::name));
    return List.copyOf(rules);
  }

  private static RuleAlerts of(String rule, Collection<Long> week, int budget) {
    long most = Collections.max(week);
    return new RuleAlerts(
        shown(rule),
        week.stream().mapToLong(Long::longValue).sum(),
        most,
        !FIXED.contains(rule) && most >= budget);
  }

  private static long day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }

  /** The name of a stored query or a watched text may say who is watched. */
  private static String shown(String rule) {
    return FIXED.contains(rule) ? rule : "q-" + ContentId.of("", rule).substring(0, 8);
  }
}
