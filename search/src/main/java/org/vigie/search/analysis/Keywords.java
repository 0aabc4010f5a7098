package org.vigie.search.analysis;

import org.vigie.advert.ContentId;

/** The forms in which whole values, such as a site or a place, are indexed and asked for. */
public final class Keywords {
  /** Keeps a term far below Lucene's limit of 32,766 bytes, whatever a site declares. */
  static final int MAX_LENGTH = 200;

  private Keywords() {}

  /**
   * Returns a value without regard to case, accents and invisible characters: {@code Orléans} and
   * {@code ORLEANS} are one place. A long one is {@linkplain #capped capped}.
   */
  public static String folded(String value) {
    return capped(TextAnalysis.fold(value.strip()));
  }

  /** Returns a value, or its beginning and its digest if it is longer than {@link #MAX_LENGTH}. */
  public static String capped(String value) {
    if (value.length() <= MAX_LENGTH) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return value.substring(0, end) + ContentId.of("#", value);
  }
}
