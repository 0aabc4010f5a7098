package org.vigie.search;

/** Says where a query can't be understood. */
public final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QuerySyntaxException(String message) {
    super(message);
  }
}
