package org.vigie.console.pages;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.advert.Alert;
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
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MOST_RULES = 20;
  private static final int MOST_ALERTS = 10_000;

  /** Rules that no budget holds; all others are somebody's query or text. */
  private static final Set<String> FIXED =
      Set.of(
          "burst",
          "campaign",
          "cluster-risk",
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
    Map<String, TreeMap<LocalDate, Long>> byRule = new TreeMap<>();
    for (Alert alert : index.alerts(MOST_ALERTS)) {
      if (alert.at().isAfter(now.minus(WEEK))) {
        byRule
            .computeIfAbsent(alert.rule(), unused -> new TreeMap<>())
            .merge(alert.at().atOffset(ZoneOffset.UTC).toLocalDate(), 1L, Long::sum);
      }
    }
    return byRule.entrySet().stream()
        .map(entry -> {
          long most = entry.getValue().values().stream().mapToLong(Long::longValue).max().orElse(0);
          long week = entry.getValue().values().stream().mapToLong(Long::longValue).sum();
          boolean isFixed = FIXED.contains(entry.getKey());
          return new RuleAlerts(shown(entry.getKey()), week, most, !isFixed && most >= budget);
        })
        .sorted(
            Comparator.comparingLong(RuleAlerts::week).reversed().thenComparing(RuleAlerts::name))
        .limit(MOST_RULES)
        .toList();
  }

  /** The name of a stored query or a watched text may say who is watched. */
  private static String shown(String rule) {
    return FIXED.contains(rule) ? rule : "q-" + ContentId.of("", rule).substring(0, 8);
  }
}
