package org.vigie.text.finding;

import java.util.List;
import java.util.Locale;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;

/** Reasons for a risk as findings and lines. */
public final class ReasonLines {
  private ReasonLines() {}

  /** Returns a reason with its feature in English beside its code. */
  public static Reason reason(Finding feature, double contribution, List<Span> spans) {
    return new Reason(FindingWords.english().say(feature), contribution, spans, feature);
  }

  /** Returns the feature; one that another release wrote is shown as it is. */
  public static Finding feature(Reason reason) {
    return SignLines.stored(reason.finding(), reason.feature());
  }

  /** Returns a reason behind what it adds to the log-odds. */
  public static AlertLine weighed(Reason reason) {
    return weighed(reason.contribution(), feature(reason));
  }

  /** Returns a finding behind what it adds to the log-odds. */
  public static AlertLine weighed(double logOdds, Finding feature) {
    String amount = String.format(Locale.ROOT, "%+.2f", logOdds);
    return AlertLine.of(Finding.of("weighed").with("amount", amount), List.of(feature));
  }
}
