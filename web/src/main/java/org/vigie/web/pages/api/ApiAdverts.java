package org.vigie.web.pages.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Sighting;
import org.vigie.casework.people.Scope;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchListing;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Visit;

/** Adverts for programs: those that a query finds in short forms, or one in full by its id. */
final class ApiAdverts {
  private final ApiIndex index;
  private final ApiPages.Dependencies needs;

  ApiAdverts(ApiIndex index, ApiPages.Dependencies needs) {
    this.index = index;
    this.needs = needs;
  }

  /**
   * An advert with what was seen of it.
   *
   * @param advert the advert
   * @param sighting when it was seen, or null
   * @param cluster its cluster, or empty
   */
  public record FoundAdvert(AssessedAdvert advert, @Nullable Sighting sighting, String cluster) {}

  List<ApiRoute> routes() {
    ApiRoute search =
        ApiRoute.get(
            "/adverts",
            Scope.ADVERTS,
            Act.CONSULTATION,
            "Adverts that a query finds, in short forms",
            List.of(
                new ApiRoute.Parameter("query", "In the query language of the pages", false),
                new ApiRoute.Parameter(
                    "across", "true: its words are looked for in other languages too", false),
                new ApiRoute.Parameter(
                    "language", "Beside across, the language of the words: fr", false),
                new ApiRoute.Parameter("order", "relevance, risk, newest or size", false),
                new ApiRoute.Parameter(
                    "fold", "true: of the adverts of one cluster the best alone", false),
                ApiQuestion.OFFSET,
                ApiQuestion.LIMIT),
            SearchListing.class,
            false,
            this::search);
    return List.of(
        search,
        search.byBody("/search"),
        ApiRoute.get(
            "/adverts/{id}",
            Scope.ADVERTS,
            Act.CONSULTATION,
            "One advert in full",
            List.of(),
            FoundAdvert.class,
            false,
            this::advert));
  }

  private Answer search(Visit visit) throws IOException {
    SearchRequest request =
        new SearchRequest(
            ApiQuestion.query(visit),
            ApiQuestion.offset(visit),
            ApiQuestion.limit(visit),
            ApiQuestion.order(visit),
            ApiQuestion.USUAL,
            needs.timeout());
    try {
      SearchRequest asked = ApiQuestion.fold(visit) ? request.folded() : request;
      Optional<SearchResult> found = index.read(adverts -> adverts.search(asked));
      return found.map(result -> listing(visit, result)).orElseGet(ApiPages::empty);
    } catch (QuerySyntaxException e) {
      return Answer.Json.problem(422, String.valueOf(e.getMessage()));
    }
  }

  /** Snippets count as those of the pages' lists do. */
  private Answer listing(Visit visit, SearchResult found) {
    Set<String> withheld = needs.disclosures().withheld(visit, found.hits()).adverts();
    return Answer.json(SearchListing.of(found, withheld));
  }

  private Answer advert(Visit visit) throws IOException {
    Optional<FoundAdvert> found =
        index.read(adverts -> advert(adverts, visit.path("id"))).flatMap(one -> one);
    if (found.isEmpty()) {
      return ApiPages.notFound();
    }
    List<String> ids = List.of(found.get().advert().advert().id());
    return needs.disclosures().hindrance(visit, ids).orElse(Answer.json(found.get()));
  }

  private static Optional<FoundAdvert> advert(AdvertIndex adverts, String id) throws IOException {
    Optional<AssessedAdvert> found = adverts.findAdvert(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String known = found.get().advert().id();
    return Optional.of(
        new FoundAdvert(
            found.get(),
            adverts.findSighting(known).orElse(null),
            adverts.findClusterOf(known).map(ClusterProfile::id).orElse("")));
  }
}
