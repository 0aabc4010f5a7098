package org.vigie.web.pages.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Sighting;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Rulings;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.casework.render.SaidReader;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Listed;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.alert.AlertChoice;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.map.Travels;
import org.vigie.web.pages.custody.ExportPages;
import org.vigie.web.pages.group.MapPages;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.LiveIndex;

/** What the pages show, as JSON for programs. */
public final class ApiPages {
  private static final List<ApiRoute.Parameter> DAYS =
      List.of(
          new ApiRoute.Parameter("from", "First day, such as 2026-01-31; else the first", false),
          new ApiRoute.Parameter("to", "Last day; else the last", false));

  private static final ApiRoute.Parameter KEY =
      new ApiRoute.Parameter("key", "Such as phone:+33639980001", false);

  private final LiveIndex index;
  private final ExportPages files;
  private final Rulings rulings;
  private final Restrictions restrictions;
  private final Needs needs;
  private final List<ApiRoute> table;

  /**
   * What searches need.
   *
   * @param timeout after which a search answers with what it has
   * @param clock the time
   * @param disclosures counts full adverts
   */
  public record Needs(Duration timeout, Clock clock, Disclosures disclosures) {}

  public ApiPages(
      LiveIndex index,
      ExportPages files,
      Rulings rulings,
      Restrictions restrictions,
      List<ApiRoute> others,
      Needs needs) {
    this.rulings = rulings;
    this.restrictions = restrictions;
    this.index = index;
    this.files = files;
    this.needs = needs;
    this.table = Stream.concat(table().stream(), others.stream()).toList();
  }

  /**
   * An advert with what was seen of it.
   *
   * @param advert the advert
   * @param sighting when it was seen, or null
   * @param cluster its cluster, or empty
   */
  public record FoundAdvert(AssessedAdvert advert, @Nullable Sighting sighting, String cluster) {}

  /** Clusters, largest first, without their templates. */
  public record Clusters(List<ClusterProfile> clusters) {}

  /** Networks, those of the most adverts first. */
  public record Networks(List<NetworkProfile> networks) {}

  /** Alerts, most severe first. */
  public record Alerts(List<ToldAlert> alerts) {}

  /** What is restricted, the newest first: names and grounds, nothing of the content. */
  public record Restricted(List<Restriction> restrictions) {}

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(
        Route.get(
            ApiRoute.ROOT + "/openapi.json",
            new Access.Anyone(),
            Act.NONE,
            visit -> Answer.json(OpenApi.of(table))));
    table.forEach(described -> routes.add(described.route()));
    return routes;
  }

  private List<ApiRoute> table() {
    return List.of(
        ApiRoute.get(
            "/adverts",
            Scope.ADVERTS,
            Act.CONSULTATION,
            "Adverts that a query finds",
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
            SearchResult.class,
            false,
            this::search),
        ApiRoute.get(
            "/adverts/{id}",
            Scope.ADVERTS,
            Act.CONSULTATION,
            "One advert",
            List.of(),
            FoundAdvert.class,
            false,
            this::advert),
        ApiRoute.get(
            "/clusters",
            Scope.CLUSTERS,
            Act.CONSULTATION,
            "Clusters, largest first, without their templates",
            List.of(ApiQuestion.OFFSET, ApiQuestion.LIMIT),
            Clusters.class,
            false,
            visit ->
                some(adverts ->
                    new Clusters(
                        stretch(visit, (from, most) -> adverts.clusters(2, "", from, most))))),
        ApiRoute.get(
            "/clusters/{id}",
            Scope.CLUSTERS,
            Act.COMBINATION,
            "One cluster, by its name or a former one",
            List.of(),
            ClusterProfile.class,
            false,
            this::cluster),
        ApiRoute.get(
            "/clusters/{id}/map",
            Scope.CLUSTERS,
            Act.COMBINATION,
            "Where the adverts of a cluster stood, and how their contacts went on",
            DAYS,
            ApiMovements.class,
            false,
            visit ->
                one(adverts ->
                    MapPages.ofCluster(adverts, visit.path("id"))
                        .map(found -> ApiMovements.of(found, period(visit, found))))),
        ApiRoute.get(
            "/rulings",
            Scope.CLUSTERS,
            Act.CONSULTATION,
            "What people ruled of which adverts belong together",
            List.of(),
            ApiRulings.class,
            false,
            visit -> Answer.json(ApiRulings.of(rulings))),
        ApiRoute.get(
            "/restrictions",
            Scope.ADVERTS,
            Set.of(Role.REVIEWER),
            Act.CONSULTATION,
            "What is kept and shown to nobody, by name, and why",
            List.of(),
            Restricted.class,
            false,
            visit -> Answer.json(new Restricted(restrictions.inForce()))),
        ApiRoute.get(
            "/contact",
            Scope.NETWORKS,
            Act.COMBINATION,
            "What all adverts of a contact tell",
            List.of(KEY),
            ContactProfile.class,
            false,
            visit -> one(adverts -> adverts.findContact(visit.query("key")))),
        ApiRoute.get(
            "/contact/map",
            Scope.NETWORKS,
            Act.COMBINATION,
            "Where the adverts of a contact stood, and how it went on",
            Stream.concat(Stream.of(KEY), DAYS.stream()).toList(),
            ApiMovements.class,
            false,
            visit ->
                one(adverts ->
                    MapPages.ofContact(adverts, visit.query("key"))
                        .map(found -> ApiMovements.of(found, period(visit, found))))),
        ApiRoute.get(
            "/networks",
            Scope.NETWORKS,
            Act.CONSULTATION,
            "Networks, those of the most adverts first",
            List.of(ApiQuestion.OFFSET, ApiQuestion.LIMIT),
            Networks.class,
            false,
            visit ->
                some(adverts ->
                    new Networks(stretch(visit, (from, most) -> adverts.networks(0, from, most))))),
        ApiRoute.get(
            "/networks/{id}",
            Scope.NETWORKS,
            Act.COMBINATION,
            "One network, by its name or a former one",
            List.of(),
            NetworkProfile.class,
            false,
            visit -> one(adverts -> adverts.findNetwork(visit.path("id")))),
        ApiRoute.get(
            "/alerts",
            Scope.ALERTS,
            Act.CONSULTATION,
            "Alerts, most severe first",
            List.of(ApiQuestion.OFFSET, ApiQuestion.LIMIT),
            Alerts.class,
            false,
            visit ->
                some(adverts ->
                    new Alerts(
                        told(
                            visit,
                            adverts,
                            stretch(
                                visit,
                                (from, most) -> adverts.alerts(AlertChoice.all(), from, most)))))),
        ApiRoute.get(
            "/alerts/{id}",
            Scope.ALERTS,
            Act.CONSULTATION,
            "One alert",
            List.of(),
            ToldAlert.class,
            false,
            visit ->
                one(adverts ->
                    told(visit, adverts, adverts.findAlert(visit.path("id")).stream().toList())
                        .stream()
                        .findFirst())),
        ApiRoute.get(
                "/exports/{id}/adverts",
                Scope.EXPORTS,
                Act.DISCLOSURE,
                "All adverts of an export that was asked for by the token's account and that a second"
                    + " person granted, one a line",
                List.of(),
                SearchResult.Hit.class,
                true,
                this::export)
            .disclosing(files::disclosure));
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
      return found.isEmpty() ? empty() : counted(visit, ids(found.get()), Answer.json(found.get()));
    } catch (QuerySyntaxException e) {
      return Answer.Json.problem(422, String.valueOf(e.getMessage()));
    }
  }

  /** A list that can be read from somewhere on. */
  @FunctionalInterface
  private interface Listing<T> {
    Listed<T> from(int offset, int most) throws IOException;
  }

  /** Returns the stretch of a list that a program asks for. */
  private static <T> List<T> stretch(Visit visit, Listing<T> list) throws IOException {
    return list.from(ApiQuestion.offset(visit), ApiQuestion.limit(visit)).items();
  }

  /** Returns alerts with what they rest on; sentences of adverts for whoever may read adverts. */
  private static List<ToldAlert> told(Visit visit, AdvertIndex adverts, List<Alert> alerts)
      throws IOException {
    boolean reads =
        visit.findToken().map(token -> token.scopes().contains(Scope.ADVERTS)).orElse(false);
    SaidReader reader = new SaidReader(adverts, ToldAlert.MOST_QUOTES);
    List<ToldAlert> told = new ArrayList<>();
    for (Alert alert : alerts) {
      ToldAlert whole = ToldAlert.of(alert, reader.of(alert), visit.phrases());
      told.add(reads ? whole : whole.withoutQuotes());
    }
    return told;
  }

  private static Travels.Period period(Visit visit, MapPages.Found found) {
    ApiQuestion.requireDays(visit);
    return found.asked(visit).period();
  }

  private Answer advert(Visit visit) throws IOException {
    Optional<FoundAdvert> found =
        index.read(adverts -> advert(adverts, visit.path("id"))).flatMap(one -> one);
    return found.isEmpty()
        ? notFound()
        : counted(visit, List.of(found.get().advert().advert().id()), Answer.json(found.get()));
  }

  private Answer cluster(Visit visit) throws IOException {
    Optional<FoundCluster> found =
        index.read(adverts -> cluster(adverts, visit.path("id"))).flatMap(one -> one);
    return found.isEmpty()
        ? notFound()
        : needs
            .disclosures()
            .hindranceOfTemplate(visit, found.get().cluster().id(), found.get().texts())
            .orElseGet(() -> Answer.json(found.get().cluster()));
  }

  /** A cluster with its template, and the ids of the adverts of whose texts that is made. */
  private record FoundCluster(ClusterProfile cluster, List<String> texts) {}

  private static Optional<FoundCluster> cluster(AdvertIndex adverts, String id) throws IOException {
    Optional<ClusterProfile> found = adverts.findClusterWithTemplate(id);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new FoundCluster(found.get(), adverts.advertsOfTemplate(found.get())));
  }

  /** Answers, unless the account or its token was shown as many full adverts as one may be. */
  private Answer counted(Visit visit, List<String> ids, Answer answer) {
    return needs.disclosures().hindrance(visit, ids).orElse(answer);
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.advert().advert().id()).toList();
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

  private Answer export(Visit visit) throws IOException {
    Optional<ExportRequest> request = files.findOwn(visit);
    if (request.isEmpty()) {
      return notFound();
    }
    if (request.get().isOpen(needs.clock().instant()) && !files.mayTake(visit.account().name())) {
      return Answer.Json.problem(429, "too many files of exports; wait a minute");
    }
    return request.get().isOpen(needs.clock().instant())
        ? files.stream(request.get())
        : Answer.Json.problem(409, "this export isn't granted, or its 24 hours are over");
  }

  private Answer some(LiveIndex.Reading<Object> reading) throws IOException {
    return index.read(reading).map(Answer::json).orElseGet(ApiPages::empty);
  }

  private <T> Answer one(LiveIndex.Reading<Optional<T>> reading) throws IOException {
    return index
        .read(reading)
        .flatMap(found -> found)
        .map(Answer::json)
        .orElseGet(ApiPages::notFound);
  }

  static Answer.Json empty() {
    return Answer.Json.problem(404, "nothing is indexed yet");
  }

  static Answer.Json notFound() {
    return Answer.Json.problem(404, "there is nothing by that name");
  }

  /** Returns the table that the description is made from. */
  List<ApiRoute> described() {
    return table;
  }
}
