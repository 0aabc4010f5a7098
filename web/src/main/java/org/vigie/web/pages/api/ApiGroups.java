package org.vigie.web.pages.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.Rulings;
import org.vigie.casework.people.Scope;
import org.vigie.classifier.place.CountryTowns;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Visit;
import org.vigie.web.map.Travels;
import org.vigie.web.pages.group.MapPages;
import org.vigie.web.pages.part.Disclosures;

/** Clusters, contacts and networks for programs, and where their adverts stood. */
final class ApiGroups {
  private static final List<ApiRoute.Parameter> DAYS =
      List.of(
          new ApiRoute.Parameter("from", "First day, such as 2026-01-31; else the first", false),
          new ApiRoute.Parameter("to", "Last day; else the last", false));

  private static final ApiRoute.Parameter KEY =
      new ApiRoute.Parameter("key", "Such as phone:+33639980001", false);

  private final ApiIndex index;
  private final Rulings rulings;
  private final Disclosures disclosures;
  private final CountryTowns towns;

  ApiGroups(ApiIndex index, Rulings rulings, Disclosures disclosures, CountryTowns towns) {
    this.towns = towns;
    this.index = index;
    this.rulings = rulings;
    this.disclosures = disclosures;
  }

  /** Clusters, largest first, without their templates. */
  public record Clusters(List<ClusterProfile> clusters) {}

  /** Networks, those of the most adverts first. */
  public record Networks(List<NetworkProfile> networks) {}

  List<ApiRoute> routes() {
    return Stream.of(clusters(), contacts(), networks()).flatMap(List::stream).toList();
  }

  private List<ApiRoute> clusters() {
    return List.of(
        ApiRoute.get(
            "/clusters",
            Scope.CLUSTERS,
            Act.CONSULTATION,
            "Clusters, largest first, without their templates",
            List.of(ApiQuestion.OFFSET, ApiQuestion.LIMIT),
            Clusters.class,
            false,
            visit ->
                index.some(adverts ->
                    new Clusters(
                        ApiIndex.stretch(
                            visit, (from, most) -> adverts.clusters(2, "", from, most))))),
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
                index.one(adverts ->
                    MapPages.ofCluster(adverts, towns, visit.path("id"))
                        .map(found -> ApiMovements.of(found, period(visit, found))))),
        ApiRoute.get(
            "/rulings",
            Scope.CLUSTERS,
            Act.CONSULTATION,
            "What people ruled of which adverts belong together",
            List.of(),
            ApiRulings.class,
            false,
            visit -> Answer.json(ApiRulings.of(rulings))));
  }

  private List<ApiRoute> contacts() {
    ApiRoute contact =
        ApiRoute.get(
            "/contact",
            Scope.NETWORKS,
            Act.COMBINATION,
            "What all adverts of a contact tell",
            List.of(KEY),
            ContactProfile.class,
            false,
            visit -> index.one(adverts -> adverts.findContact(visit.query("key"))));
    ApiRoute map =
        ApiRoute.get(
            "/contact/map",
            Scope.NETWORKS,
            Act.COMBINATION,
            "Where the adverts of a contact stood, and how it went on",
            Stream.concat(Stream.of(KEY), DAYS.stream()).toList(),
            ApiMovements.class,
            false,
            visit ->
                index.one(adverts ->
                    MapPages.ofContact(adverts, towns, visit.query("key"))
                        .map(found -> ApiMovements.of(found, period(visit, found)))));
    return List.of(contact, contact.byBody("/contact"), map, map.byBody("/contact/map"));
  }

  private List<ApiRoute> networks() {
    return List.of(
        ApiRoute.get(
            "/networks",
            Scope.NETWORKS,
            Act.CONSULTATION,
            "Networks, those of the most adverts first",
            List.of(ApiQuestion.OFFSET, ApiQuestion.LIMIT),
            Networks.class,
            false,
            visit ->
                index.some(adverts ->
                    new Networks(
                        ApiIndex.stretch(visit, (from, most) -> adverts.networks(0, from, most))))),
        ApiRoute.get(
            "/networks/{id}",
            Scope.NETWORKS,
            Act.COMBINATION,
            "One network, by its name or a former one",
            List.of(),
            NetworkProfile.class,
            false,
            visit -> index.one(adverts -> adverts.findNetwork(visit.path("id")))));
  }

  private static Travels.Period period(Visit visit, MapPages.Found found) {
    ApiQuestion.requireDays(visit);
    return found.asked(visit).period();
  }

  private Answer cluster(Visit visit) throws IOException {
    Optional<FoundCluster> found =
        index.read(adverts -> cluster(adverts, visit.path("id"))).flatMap(one -> one);
    return found.isEmpty()
        ? ApiPages.notFound()
        : disclosures
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
}
