package org.vigie.casework.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * What became of an advert, a line each, with the words that were edited.
 *
 * @param adverts id → advert, of those that it was edited from or into, as far as they are known
 */
record ChangeLines(Map<String, Advert> adverts) {

  /** Returns the changes of an advert as pairs of a name and what is to be said. */
  List<Map.Entry<String, String>> of(Advert advert, List<Observation> changes) {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    for (Observation change : changes) {
      String when = Words.minute(change.at());
      String where = "at " + SafeText.line(Defanged.text(change.url()));
      String detail = SafeText.line(Defanged.text(change.detail()));
      switch (change.kind()) {
        case STILL_THERE -> {} // counted, not listed
        case GONE -> lines.add(Map.entry("gone", when + ": " + gone(change) + ", " + where));
        case REDIRECTED ->
            lines.add(Map.entry("redirected", when + ": to " + detail + ", " + where));
        case EDITED_INTO -> {
          lines.add(Map.entry("edited", when + ": into " + detail + ", " + where));
          difference(lines, advert, adverts.get(change.detail()));
        }
        case EDITED_FROM -> {
          lines.add(Map.entry("edited", when + ": from " + detail + ", " + where));
          difference(lines, adverts.get(change.detail()), advert);
        }
      }
    }
    return lines;
  }

  private static String gone(Observation change) {
    return switch (change.detail()) {
      case "http-404" -> "its page was not found (404)";
      case "http-410" -> "its page was gone (410)";
      default -> "its page no longer showed it";
    };
  }

  private static void difference(
      List<Map.Entry<String, String>> lines, @Nullable Advert before, @Nullable Advert after) {
    if (before != null && after != null) {
      String difference = TextDifference.of(before.text(), after.text());
      String shown = difference.isEmpty() ? "no word differs" : difference;
      lines.add(Map.entry("", SafeText.line(Defanged.text(shown))));
    }
  }
}
