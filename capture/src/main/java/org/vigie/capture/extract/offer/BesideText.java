package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.List;
import org.vigie.capture.extract.content.PriceShape;
import org.vigie.capture.extract.markup.TextBlock;

/**
 * What an item of a list says beside its title and its text: where, when, who and for how much,
 * where no element is called so.
 *
 * @param text its short lines, parted by a middle dot
 * @param price the first of them that is a price, or empty
 */
record BesideText(String text, String price) {
  private static final int MAX_CHARS = 300;

  /** Each is looked for in the text: a page has some hundred lines, a hostile one any number. */
  private static final int MAX_LINES = 500;

  /** Longer lines are sentences. */
  private static final int MAX_WORDS = 8;

  /** Returns what is left of all that an item says. */
  static BesideText of(String whole, String body, String title) {
    List<String> kept = new ArrayList<>();
    String price = "";
    int room = MAX_CHARS;
    for (String line : whole.lines().limit(MAX_LINES).toList()) {
      String bare = line.strip();
      boolean said = bare.isEmpty() || body.contains(bare) || title.contains(bare);
      if (said || bare.length() > room || TextBlock.words(bare) > MAX_WORDS) {
        continue;
      }
      room -= bare.length();
      kept.add(bare);
      price = price.isEmpty() && PriceShape.isAlone(bare) ? bare : price;
    }
    return new BesideText(String.join(" · ", kept), price);
  }
}
