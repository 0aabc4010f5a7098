package org.vigie.web.pages.advert;

import java.util.List;
import java.util.Locale;
import org.vigie.advert.Advert;
import org.vigie.casework.render.TextDifference;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Piece;

/**
 * Words of one of two versions of an advert, or of both.
 *
 * @param kind {@code same}, {@code removed} or {@code added}
 * @param pieces the words as they are shown
 */
public record ChangedWords(String kind, List<Piece> pieces) {
  public ChangedWords {
    pieces = List.copyOf(pieces);
  }

  /** Returns the words that differ among those around them; nothing if no word does. */
  static List<ChangedWords> between(Advert before, Advert after) {
    return TextDifference.parts(before.text(), after.text()).stream()
        .map(part ->
            new ChangedWords(
                part.kind().name().toLowerCase(Locale.ROOT),
                new EvidenceText(part.words()).pieces()))
        .toList();
  }
}
