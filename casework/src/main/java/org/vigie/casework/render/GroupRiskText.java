package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AlertLine;
import org.vigie.advert.BaseRate;
import org.vigie.advert.Finding;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Outcome;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.finding.ReasonLines;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** The risk of a group of adverts in words: how much, how common that is, and what it comes of. */
public final class GroupRiskText {
  private GroupRiskText() {}

  /** Returns the risk with its model; none if no model assessed the group. */
  public static Finding found(@Nullable GroupAssessment made) {
    return made == null
        ? Finding.NONE
        : Finding.of("risk-by-model")
            .with("risk", Words.risk(made.riskProbability()))
            .with("model", made.model());
  }

  /** Returns the risk with its model, in words; empty if no model assessed the group. */
  public static String risk(@Nullable GroupAssessment made) {
    return made == null ? "" : FindingWords.english().say(found(made));
  }

  /**
   * Returns the highest or mean risk of adverts, or that none was assessed: no model says 0.
   *
   * @param risk in [0, 1]; null or 0 if none was assessed
   */
  public static String ofAdverts(@Nullable Double risk) {
    return risk == null || risk == 0 ? Outcome.NOT_ASSESSED : Words.risk(risk);
  }

  /**
   * Returns the higher of the highest risk of adverts and of that of all together.
   *
   * @param highest of the adverts, each by itself
   */
  public static String highest(double highest, @Nullable GroupAssessment made) {
    return ofAdverts(made == null ? highest : Math.max(highest, made.riskProbability()));
  }

  /** Returns how common such a risk is in the channel. */
  public static Finding found(BaseRate rate) {
    return Finding.of("base-rate-risk")
        .with("clusters", rate.clusters())
        .with("channel", SafeText.line(rate.channel()))
        .with("such", rate.such());
  }

  /** Returns how common such a risk is in the channel, in words. */
  public static String baseRate(BaseRate rate) {
    return FindingWords.english().say(found(rate));
  }

  /** Returns all reasons, the strongest first, and their sum. */
  public static List<AlertLine> lines(@Nullable GroupAssessment made) {
    List<AlertLine> lines = new ArrayList<>();
    if (made != null) {
      made.reasons().forEach(reason -> lines.add(ReasonLines.weighed(reason)));
      lines.add(ReasonLines.weighed(made.logOdds(), Finding.of("weighed-in-all")));
    }
    return lines;
  }

  /** Returns all reasons in words, the strongest first, and their sum. */
  public static List<String> reasons(@Nullable GroupAssessment made) {
    FindingWords english = FindingWords.english();
    return lines(made).stream().map(line -> SafeText.line(english.say(line))).toList();
  }
}
