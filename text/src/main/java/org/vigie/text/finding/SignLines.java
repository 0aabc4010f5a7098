package org.vigie.text.finding;

import java.util.List;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;

/** Lines of alerts about warning signs. */
public final class SignLines {
  /** The code of words that are shown as they are in every language. */
  public static final String TEXT = "text";

  private SignLines() {}

  /** Returns the name of a sign, as a headline lists it. */
  public static Finding name(Indicator sign) {
    return Finding.of("sign-name").with(sign);
  }

  /** Returns in how many of some adverts a sign stands. */
  public static AlertLine inAdverts(Indicator sign, long adverts, long all) {
    return AlertLine.of(
        Finding.of("sign-in-adverts").with(sign).with("adverts", adverts).with("all", all));
  }

  /** Returns a sign of a group with what it rests on. */
  public static AlertLine ofGroup(Indicator sign) {
    return AlertLine.of(Finding.of("sign-of-group").with(sign), details(sign));
  }

  /** Returns category, grade and detail of a sign, to stand behind its name. */
  public static AlertLine mark(Indicator sign) {
    Finding mark =
        Finding.of("sign-mark")
            .with("category", sign.category())
            .with("grade", sign.grade().symbol());
    return AlertLine.of(mark, details(sign));
  }

  private static List<Finding> details(Indicator sign) {
    if (sign.finding().isEmpty() && sign.detail().isEmpty()) {
      return List.of();
    }
    return List.of(stored(sign.finding(), sign.detail()));
  }

  /** Returns a stored finding, or its words if it has no code, or one of a later release. */
  static Finding stored(Finding finding, String words) {
    return FindingWords.english().knows(finding) ? finding : text(words);
  }

  /** Returns words that are shown as they are in every language. */
  public static Finding text(String words) {
    return Finding.of(TEXT).with("text", words);
  }
}
