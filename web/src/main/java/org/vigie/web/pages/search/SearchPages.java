package org.vigie.web.pages.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Frame;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.AdvertCard;
import org.vigie.web.pages.part.AdvertCards;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.Paths;

/** The page on which an analyst finds adverts. */
public final class SearchPages {
  private static final int FACET_VALUES = 8;

  /** Facets whose values are conditions as a query has them. */
  private static final Set<String> CONDITIONS = Set.of("risk", "size", "status");

  /** Facets that tell what the model made of adverts. */
  private static final Set<String> VERDICTS = Set.of("risk", "outcome");

  /** Facets whose values are words of the machine's. */
  private static final Set<String> TOLD = Set.of("channel", "form", "genre", "outcome", "status");

  private final LiveIndex index;
  private final Duration timeout;
  private final MarkPages marks;
  private final AdvertCards cards;

  /**
   * Makes the page.
   *
   * @param timeout after which a search shows what it has
   * @param marks what people wrote on adverts
   * @param cards makes cards of what is found
   */
  public SearchPages(LiveIndex index, Duration timeout, MarkPages marks, AdvertCards cards) {
    this.cards = cards;
    this.index = index;
    this.timeout = timeout;
    this.marks = marks;
  }

  public List<Route> routes() {
    Access readers = Access.ofReaders();
    return List.of(
        Route.get("/", readers, Act.CONSULTATION, this::search), Route.asking("/", readers));
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

    /** Returns how a value is said: as it is, unless it is a word of the machine's. */
    public String say(Frame frame, Value value) {
      return TOLD.contains(name) ? frame.sayValue(name, value.label()) : value.label();
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

  /**
   * What a search found.
   *
   * @param cards a page of them
   * @param opened the others that one of the cards stands for, if the reader opened it
   */
  private record Found(SearchResult result, List<AdvertCard> cards, Opened opened) {}

  /**
   * The adverts that a card stands for beside the one it shows.
   *
   * @param cluster what they stand in, or empty if no card is open
   * @param cards the first of them
   */
  public record Opened(String cluster, List<AdvertCard> cards) {
    static final Opened NONE = new Opened("", List.of());
  }

  private Answer search(Visit visit) throws IOException {
    SearchForm form = SearchForm.of(visit);
    boolean blind = visit.session().isBlind();
    if (blind && SearchForm.asksForVerdict(form.query())) {
      return problem(visit, form, "blind.asked", Worded.NONE);
    }
    try {
      Optional<Found> result = index.read(adverts -> found(visit, adverts, form));
      return result.isPresent()
          ? found(visit, form, result.get())
          : problem(visit, form, "search.empty", Worded.NONE);
    } catch (QuerySyntaxException e) {
      return problem(visit, form, "search.syntax", Worded.said(e.line()));
    }
  }

  private Found found(Visit visit, AdvertIndex adverts, SearchForm form) throws IOException {
    SearchResult result =
        adverts.search(
            request(
                    form.query(),
                    form.page() * SearchForm.HITS,
                    SearchForm.HITS,
                    FACET_VALUES,
                    form.order())
                .folded());
    return new Found(
        result, cards.of(visit, adverts, result.hits()), opened(visit, adverts, form, result));
  }

  /** Reads the others that an open card stands for: they are on no page unless it is open. */
  private Opened opened(Visit visit, AdvertIndex adverts, SearchForm form, SearchResult result)
      throws IOException {
    for (SearchResult.Hit hit : result.hits()) {
      if (hit.alike() > 1 && hit.cluster().id().equals(form.open())) {
        String query = Paths.term("cluster", hit.cluster().id());
        String asked = form.query().isEmpty() ? query : "(" + form.query() + ") " + query;
        List<SearchResult.Hit> others =
            adverts
                .search(request(asked, 0, SearchForm.OPENED + 1, 0, form.order()))
                .hits()
                .stream()
                .filter(other -> !id(other).equals(id(hit)))
                .limit(SearchForm.OPENED)
                .toList();
        return new Opened(hit.cluster().id(), cards.of(visit, adverts, others));
      }
    }
    return Opened.NONE;
  }

  private static String id(SearchResult.Hit hit) {
    return hit.advert().advert().id();
  }

  private SearchRequest request(
      String query, int offset, int limit, int facetValues, SearchRequest.Order order) {
    return new SearchRequest(query, offset, limit, order, facetValues, timeout);
  }

  private Answer found(Visit visit, SearchForm form, Found found) {
    SearchResult result = found.result();
    Map<String, Object> values = new HashMap<>(nothing(visit, form));
    values.put("cards", found.cards());
    values.put("opened", found.opened());
    values.put("count", result.cards());
    values.put(
        "marks",
        marks.of(Stream.concat(found.cards().stream(), found.opened().cards().stream()).toList()));
    values.put("facets", facets(form, result, visit.session().isBlind()));
    values.put("total", result.total());
    values.put("loosened", result.loosened());
    values.put("estimated", result.estimated());
    values.put("partial", result.partial());
    values.put("takenFor", result.takenFor());
    return Answer.page("search", values);
  }

  private Answer problem(Visit visit, SearchForm form, String phrase, Worded detail) {
    Map<String, Object> values = new HashMap<>(nothing(visit, form));
    values.put("problem", phrase);
    values.put("detail", detail);
    return Answer.page("search", values);
  }

  private Map<String, Object> nothing(Visit visit, SearchForm form) {
    Map<String, Object> values = new HashMap<>();
    values.put("form", form);
    values.put("ignored", SearchForm.ignored(visit));
    values.put("bulk", marks.bulk(visit));
    values.put("cards", List.of());
    values.put("opened", Opened.NONE);
    values.put("count", 0L);
    values.put("marks", Map.of());
    values.put("facets", List.of());
    values.put("total", 0L);
    values.put("loosened", false);
    values.put("estimated", false);
    values.put("partial", false);
    values.put("takenFor", List.of());
    values.put("problem", "");
    values.put("detail", Worded.NONE);
    return values;
  }

  /** Whoever judges blindly isn't told by a count what the model made of an advert. */
  private static List<Facet> facets(SearchForm form, SearchResult result, boolean blind) {
    List<Facet> facets = new ArrayList<>();
    result
        .facets()
        .forEach((name, counts) -> {
          List<Facet.Value> values = new ArrayList<>();
          counts.forEach((value, adverts) -> {
            String term = CONDITIONS.contains(name) ? "(" + value + ")" : Paths.term(name, value);
            values.add(
                new Facet.Value(
                    shown(name, value), adverts, form.chosen().contains(term), form.toggled(term)));
          });
          if (!values.isEmpty() && !(blind && VERDICTS.contains(name))) {
            facets.add(new Facet(name, values));
          }
        });
    return facets;
  }

  /** Returns a condition without the name of its field: {@code ≥ 10 < 100}. */
  private static String shown(String name, String value) {
    return CONDITIONS.contains(name)
        ? value.replace(name + ":", "").replace(name, "").replace(">=", "≥ ").replace("<", "< ")
        : value;
  }
}
