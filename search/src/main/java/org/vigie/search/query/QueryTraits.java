package org.vigie.search.query;

/**
 * What can be told of a query before it is asked.
 *
 * @param ranks whether its words make one hit better than another
 * @param asksForVerdict whether it narrows by what a model made of adverts
 */
public record QueryTraits(boolean ranks, boolean asksForVerdict) {
  /**
   * Returns the traits of a query.
   *
   * @throws QuerySyntaxException if it can't be understood
   */
  public static QueryTraits of(String query) {
    QueryNode node = QueryParser.parse(query);
    return new QueryTraits(node.asksForWords(), node.asksForVerdict());
  }
}
