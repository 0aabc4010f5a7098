package org.vigie.text.finding;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.AlertLine;

/**
 * The lines of an alert with how they are said in English, which is stored beside their codes.
 *
 * @param headline the first line
 * @param reasons the others
 * @param lines all of them as codes with arguments
 */
public record EnglishLines(String headline, List<String> reasons, List<AlertLine> lines) {
  public EnglishLines {
    reasons = List.copyOf(reasons);
    lines = List.copyOf(lines);
  }

  /** Says a headline and reasons. */
  public static EnglishLines of(AlertLine headline, List<AlertLine> reasons) {
    FindingWords english = FindingWords.english();
    List<AlertLine> lines = new ArrayList<>(List.of(headline));
    lines.addAll(reasons);
    return new EnglishLines(
        english.say(headline), reasons.stream().map(english::say).toList(), lines);
  }
}
