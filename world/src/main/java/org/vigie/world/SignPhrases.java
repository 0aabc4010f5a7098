package org.vigie.world;

import java.util.List;

/** How the signs of a taxonomy are worded. */
@FunctionalInterface
public interface SignPhrases {
  /**
   * Returns the phrases of one sign in one language, in a fixed order; may be empty.
   *
   * @param sign row of the taxonomy, such as {@code RC-07}
   * @param language ISO 639-1 code
   */
  List<String> of(String sign, String language);
}
