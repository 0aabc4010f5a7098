package org.vigie.casework.render;

import org.vigie.advert.Indicator;
import org.vigie.text.safe.SafeText;

/** An indicator on one line, with its grade and whether it counts. */
public final class IndicatorText {
  private IndicatorText() {}

  public static String of(Indicator indicator) {
    return "%s %s [%s, grade %s%s]%s"
        .formatted(
            indicator.id(),
            SafeText.line(indicator.name()),
            indicator.category(),
            indicator.grade().symbol(),
            indicator.scored() ? "" : ", shown only, adds no risk",
            indicator.detail().isBlank() ? "" : ": " + SafeText.line(indicator.detail()));
  }
}
