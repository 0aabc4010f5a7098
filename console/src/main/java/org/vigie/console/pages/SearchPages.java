package org.vigie.console.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;
import org.vigie.console.web.Visit;
import org.vigie.search.QuerySyntaxException;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;

/** The page on which an analyst finds adverts. */
public final class SearchPages {
  private static final int FACET_VALUES = 8;

  private final LiveIndex index;
  private final Duration timeout;
  private final Function<String, List<String>> phonesIn;

  /**
   * Makes the page.
   *
   * @param timeout after which a search shows what it has
   * @param phonesIn finds the E.164 numbers in a query, however disguised
   */
  public SearchPages(LiveIndex index, Duration timeout, Function<String, List<String>> phonesIn) {
    this.index = index;
    this.timeout = timeout;
    this.phonesIn = phonesIn;
  }

  public List<Route> routes() {
    return List.of(Route.get("/", Access.ofReaders(), Act.CONSULTATION, this::search));
  }

  /**
   * Values of one field, to choose from.
   *
   * @param name the field
   */
  public record Facet(String name, List<Value> values) {
    public Facet {
      values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param adverts how many of the adverts found have it
     * @param chosen whether the search asks for it
     * @param path where choosing it, or no longer, leads
     */
    public record Value(String label, long adverts, boolean chosen, String path) {}
  }

  private Answer search(Visit visit) throws IOException {
    SearchForm form = SearchForm.of(visit);
    try {
      Optional<SearchResult> result = index.read(adverts -> adverts.search(request(form)));
      return result.isPresent() ? found(form, result.get()) : problem(form, "search.empty", "");
    } catch (QuerySyntaxException e) {
      return problem(form, "search.syntax", String.valueOf(e.getMessage()));
    }
  }

  private SearchRequest request(SearchForm form) {
    return new SearchRequest(
        form.query(),
        form.page() * SearchForm.HITS,
        SearchForm.HITS,
        form.order(),
        FACET_VALUES,
        timeout,
        phonesIn);
  }

  private static Answer found(SearchForm form, SearchResult result) {
    return Answer.page(
        "search",
        Map.of(
            "form", form,
            "cards", result.hits().stream().map(AdvertCard::of).toList(),
            "facets", facets(form, result),
            "total", result.total(),
            "loosened", result.loosened(),
            "partial", result.partial(),
            "problem", "",
            "detail", ""));
  }

  private static Answer problem(SearchForm form, String phrase, String detail) {
    return Answer.page(
        "search",
        Map.of(
            "form",
            form,
            "cards",
            List.of(),
            "facets",
            List.of(),
            "total",
            0L,
            "loosened",
            false,
            "partial",
            false,
            "problem",
            phrase,
            "detail",
            detail));
  }

  private static List<Facet> facets(SearchForm form, SearchResult result) {
    List<Facet> facets = new ArrayList<>();
    result
        .facets()
        .forEach((name, counts) -> {
          List<Facet.Value> values = new ArrayList<>();
          counts.forEach((value, adverts) -> {
            String term = Paths.term(name, value);
            values.add(
                new Facet.Value(value, adverts, form.chosen().contains(term), form.toggled(term)));
          });
          if (!values.isEmpty()) {
            facets.add(new Facet(name, values));
          }
        });
    return facets;
  }
}
