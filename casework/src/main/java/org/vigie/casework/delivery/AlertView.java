package org.vigie.casework.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Alert;
import org.vigie.advert.BaseRate;
import org.vigie.advert.Finding;
import org.vigie.casework.render.AlertWords;
import org.vigie.casework.render.Style;
import org.vigie.casework.render.Told;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.safe.SafeText;

/** Alerts as lines, each with its reasons. */
public final class AlertView {
  /** The order of all lists of alerts; {@code alerts.order} says it on pages. */
  public static final String ORDER =
      "Alerts: urgent first, then warnings, then notices; in each those that quote the most signs"
          + " of control, then those of the most adverts, then the newest";

  private final Style style;
  private final AlertWords words;

  /**
   * @param words of the language in which alerts are said
   */
  public AlertView(Style style, AlertWords words) {
    this.style = style;
    this.words = words;
  }

  /** Returns alerts as lines. */
  public List<String> lines(List<Alert> alerts) {
    return lines(alerts, Map.of());
  }

  /**
   * Returns alerts as lines.
   *
   * @param told id of an alert → what its subject says, and the sentences that it rests on
   */
  public List<String> lines(List<Alert> alerts, Map<String, Told> told) {
    List<String> lines = new ArrayList<>();
    for (Alert alert : alerts) {
      Told said = told.getOrDefault(alert.id(), Told.nothing());
      String headline = words.headline(alert);
      String title = said.title().isEmpty() ? headline : SafeText.line(said.title());
      lines.add(style.heading("%-7s  %s".formatted(words.severity(alert), title)));
      said.lines(style).forEach(quote -> lines.add("         " + quote));
      if (!said.title().isEmpty()) {
        lines.add("         " + headline);
      }
      lines.add(style.faint("         " + words.origin(alert)));
      words.reasons(alert).forEach(reason -> lines.add("         - " + reason));
      BaseRate rate = alert.baseRate();
      if (rate != null && rate.clusters() > 0) {
        lines.add("         - " + words.say(found(rate)));
      }
    }
    return lines;
  }

  /** Returns how common such alerts are. */
  public static Finding found(BaseRate rate) {
    return Finding.of("base-rate-alerts")
        .with("clusters", rate.clusters())
        .with("channel", SafeText.line(rate.channel()))
        .with("such", rate.such());
  }

  /** Returns how common such alerts are, in words. */
  public static String baseRate(BaseRate rate) {
    return FindingWords.english().say(found(rate));
  }
}
