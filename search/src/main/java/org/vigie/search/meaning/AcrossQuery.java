package org.vigie.search.meaning;

/** A query whose words are looked for in other languages too. */
public final class AcrossQuery {
  private AcrossQuery() {}

  /**
   * Returns the query that does so; a query without words is itself.
   *
   * @param language ISO 639-1 code of the language that its words are in; empty if it isn't told
   */
  public static String of(String query, String language) {
    if (query.isBlank()) {
      return query;
    }
    return "across:" + (language.isEmpty() ? "" : language + ":") + "(" + query + ")";
  }
}
