package org.vigie.web.pages.part;

import org.vigie.advert.Indicator;
import org.vigie.text.finding.SignLines;
import org.vigie.web.Worded;

/**
 * A warning sign in a list; its name is said in the reader's language.
 *
 * @param id its id in the taxonomy
 * @param name what the taxonomy calls it
 * @param more its category, grade and detail, or empty
 */
public record SignMark(String id, String name, Worded more) {
  /** A sign of which a list shows no more than the name. */
  static SignMark brief(Indicator indicator) {
    return new SignMark(indicator.id(), indicator.name(), Worded.NONE);
  }

  /** A sign with what it rests on. */
  public static SignMark whole(Indicator indicator) {
    return new SignMark(
        indicator.id(),
        indicator.name(),
        new Worded(
            SignLines.mark(indicator),
            "[%s, %s] %s"
                .formatted(indicator.category(), indicator.grade().symbol(), indicator.detail())
                .strip()));
  }
}
