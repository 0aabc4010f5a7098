package org.vigie.world;

import java.util.List;

/**
 * What an advert says, wherever it is posted.
 *
 * @param kind what it is about
 * @param language ISO 639-1 code
 * @param title one line
 * @param paragraphs text without markup, in order
 * @param country ISO 3166-1 alpha-2 code
 * @param place town
 * @param price what is asked or paid
 * @param organization who offers it, or empty if it doesn't say
 */
record Content(
    InventedKind kind,
    String language,
    String title,
    List<String> paragraphs,
    String country,
    String place,
    Price price,
    String organization) {
  /**
   * What is asked or paid.
   *
   * @param amount without currency, or empty
   * @param currency ISO 4217 code, or empty
   */
  record Price(String amount, String currency) {}

  Content {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Returns the paragraphs, a line each. */
  String body() {
    return String.join("\n", paragraphs);
  }
}
