package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.BaseRate;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Reason;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** The risk of a group of adverts in words: how much, how common that is, and what it comes of. */
public final class GroupRiskText {
  private GroupRiskText() {}

  /** Returns the risk with its model; empty if no model assessed the group. */
  public static String risk(@Nullable GroupAssessment made) {
    return made == null
        ? ""
        : "%s by %s".formatted(Words.risk(made.riskProbability()), made.model());
  }

  /**
   * Returns the higher of the highest risk of adverts and of that of all together.
   *
   * @param highest of the adverts, each by itself
   */
  public static String highest(double highest, @Nullable GroupAssessment made) {
    return Words.risk(made == null ? highest : Math.max(highest, made.riskProbability()));
  }

  /** Returns how common such a risk is in the channel, in words. */
  public static String baseRate(BaseRate rate) {
    return "base rate: of %s in %s %s at least as risky"
        .formatted(
            Words.count(rate.clusters(), "cluster", "clusters"),
            SafeText.line(rate.channel()),
            rate.such() == 1 ? "1 is" : Words.number(rate.such()) + " are");
  }

  /** Returns all reasons, the strongest first, and their sum. */
  public static List<String> reasons(@Nullable GroupAssessment made) {
    List<String> lines = new ArrayList<>();
    if (made != null) {
      for (Reason reason : made.reasons()) {
        lines.add(signed(reason.contribution()) + " " + SafeText.line(reason.feature()));
      }
      lines.add(signed(made.logOdds()) + " in all: the log-odds of this risk");
    }
    return lines;
  }

  private static String signed(double logOdds) {
    return String.format(Locale.ROOT, "%+.2f", logOdds);
  }
}
