package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * How alerts are said in one language, from their codes; those of an earlier release, which has
 * none, in the English that it stored. No address in them is a link.
 */
public final class AlertWords {
  private static final AlertWords ENGLISH = new AlertWords(FindingWords.english());

  private final FindingWords words;

  private AlertWords(FindingWords words) {
    this.words = words;
  }

  /** Returns the words of a language that has files; English ones for what it lacks. */
  public static AlertWords in(Locale language) {
    return language.equals(Locale.ENGLISH)
        ? ENGLISH
        : new AlertWords(FindingWords.builtIn(language));
  }

  /** Returns the words of English. */
  public static AlertWords english() {
    return ENGLISH;
  }

  /** Says how soon to look at it. */
  public String severity(Alert alert) {
    return words.value("severity", alert.severity().label());
  }

  /** Says what was found, in one line. */
  public String headline(Alert alert) {
    return said(alert.lines().isEmpty() ? null : alert.lines().getFirst(), alert.headline());
  }

  /** Says the reasons, a line each. */
  public List<String> reasons(Alert alert) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < alert.reasons().size(); i++) {
      AlertLine line = alert.lines().isEmpty() ? null : alert.lines().get(i + 1);
      said.add(said(line, alert.reasons().get(i)));
    }
    return said;
  }

  /** Says what it is about, since when, and which rule raised it. */
  public String origin(Alert alert) {
    return words.say(
        Finding.of("alert-origin")
            .with("subject", SafeText.line(Defanged.text(alert.subject())))
            .with("day", Words.day(alert.at()))
            .with("rule", SafeText.line(alert.rule()))
            .with("version", SafeText.line(alert.ruleVersion()))
            .with("alert", alert.id()));
  }

  /** Says a finding of this release. */
  public String say(Finding finding) {
    return words.say(finding);
  }

  private String said(@Nullable AlertLine line, String stored) {
    return SafeText.line(Defanged.text(line == null ? stored : words.say(line, stored)));
  }
}
