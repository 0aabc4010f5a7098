package org.vigie.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.vigie.advert.Finding;
import org.vigie.search.query.QueryNode.Value;

/**
 * Values that find nothing since they are none: a country's name in the place of its code, a
 * language that is none, an indicator that no list has, or one whose adverts are quarantined.
 */
public final class ValueDoubts {
  private final Holding holding;
  private final Supplier<Collection<String>> indicators;
  private final Supplier<Set<String>> quarantined;

  /** What an index holds. */
  @FunctionalInterface
  public interface Holding {
    /** Returns whether an advert has a term: then it is a value, whatever else is known. */
    boolean has(Term term) throws IOException;
  }

  /**
   * Doubts where no index is asked.
   *
   * @param indicators ids of the taxonomy; none if it isn't known
   * @param quarantined those of them whose adverts no index holds
   */
  public static ValueDoubts withoutIndex(Collection<String> indicators, Set<String> quarantined) {
    return new ValueDoubts(term -> false, () -> indicators, () -> quarantined);
  }

  /**
   * @param indicators ids of all known signs, asked for only where a query has an id; if it is
   *     empty, none is doubted
   * @param quarantined ids of those whose adverts no index holds, asked for likewise
   */
  public ValueDoubts(
      Holding holding,
      Supplier<Collection<String>> indicators,
      Supplier<Set<String>> quarantined) {
    this.holding = holding;
    this.indicators = indicators;
    this.quarantined = quarantined;
  }

  /**
   * Requires that all values of a query can be some.
   *
   * @throws QuerySyntaxException if one is none; it says what was probably meant
   */
  public void require(QueryNode node) throws IOException {
    List<QuerySyntaxException> found = in(node);
    if (!found.isEmpty()) {
      throw found.getFirst();
    }
  }

  /**
   * Returns what is doubted of a query.
   *
   * @throws QuerySyntaxException if the query can't be understood
   */
  public List<QuerySyntaxException> in(String query) throws IOException {
    return in(QueryParser.parse(query));
  }

  private List<QuerySyntaxException> in(QueryNode node) throws IOException {
    List<QuerySyntaxException> found = new ArrayList<>();
    switch (node) {
      case QueryNode.And and -> addAll(and.parts(), found);
      case QueryNode.Or or -> addAll(or.parts(), found);
      case QueryNode.Not not -> found.addAll(in(not.part()));
      case QueryNode.Across across -> found.addAll(in(across.part()));
      case Value value -> doubt(value).ifPresent(found::add);
      default -> {}
    }
    return found;
  }

  private void addAll(List<QueryNode> parts, List<QuerySyntaxException> found) throws IOException {
    for (QueryNode part : parts) {
      found.addAll(in(part));
    }
  }

  private Optional<QuerySyntaxException> doubt(Value value) throws IOException {
    QueryField field = value.field();
    if (field != QueryField.COUNTRY && field != QueryField.LANG && field != QueryField.INDICATOR) {
      return Optional.empty();
    }
    String folded = ValueTerms.folded(value.index(), field, value.value());
    if (holding.has(new Term(field.indexed(), folded))) {
      return Optional.empty();
    }
    Optional<Finding> expected =
        switch (field) {
          case COUNTRY -> Codes.isCountry(folded) ? Optional.empty() : country(folded);
          case LANG -> Codes.isLanguage(folded) ? Optional.empty() : language(folded);
          default -> indicator(value.value());
        };
    return expected.map(what ->
        QuerySyntaxException.at(value.index(), what, QuerySyntaxException.quoted(value.value())));
  }

  private static Optional<Finding> country(String typed) {
    List<String> meant = Codes.ofCountries().meant(typed);
    return Optional.of(
        meant.isEmpty()
            ? Finding.of("query-country")
            : Finding.of("query-country-near").with("names", upper(meant)));
  }

  private static Optional<Finding> language(String typed) {
    List<String> meant = Codes.ofLanguages().meant(typed);
    return Optional.of(
        meant.isEmpty()
            ? Finding.of("query-language")
            : Finding.of("query-language-near").with("names", String.join(", ", meant)));
  }

  private static String upper(List<String> codes) {
    return codes.stream()
        .map(code -> code.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private Optional<Finding> indicator(String typed) {
    String id = typed.strip().toUpperCase(Locale.ROOT);
    if (quarantined.get().contains(id)) {
      return Optional.of(Finding.of("query-indicator-minor"));
    }
    Collection<String> known = new TreeSet<>(indicators.get());
    if (known.isEmpty() || known.contains(id)) {
      return Optional.empty();
    }
    List<String> near = NearNames.of(id, known);
    return Optional.of(
        near.isEmpty()
            ? Finding.of("query-indicator")
            : Finding.of("query-indicator-near").with("names", String.join(", ", near)));
  }
}
