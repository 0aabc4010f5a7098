package org.vigie.console.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.NetworkProfile;
import org.vigie.console.render.ContactReport;
import org.vigie.console.render.NetworkReport;
import org.vigie.console.together.Finding;
import org.vigie.console.together.ReadTogether;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;
import org.vigie.console.web.Visit;

/** The pages of who is behind adverts: one contact; networks, a list and one with its edges. */
public final class NetworkPages {
  private static final int MOST_NETWORKS = 100;
  private static final int MOST_EDGES = 100;

  private final LiveIndex index;
  private final JudgementPages judgements;
  private final Path models;
  private final Duration timeout;

  /**
   * @param models folder of the lists by which adverts are read together, when somebody asks
   */
  public NetworkPages(LiveIndex index, JudgementPages judgements, Path models, Duration timeout) {
    this.models = models;
    this.index = index;
    this.judgements = judgements;
    this.timeout = timeout;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/contact", Access.ofReaders(), Act.COMBINATION, this::contact),
        Route.get("/contact/together", Access.ofReaders(), Act.COMBINATION, this::together),
        Route.get("/networks", Access.ofReaders(), Act.CONSULTATION, this::list),
        Route.get("/networks/{id}/graph", Access.ofReaders(), Act.COMBINATION, this::graph),
        Route.get("/networks/{id}", Access.ofReaders(), Act.COMBINATION, this::network));
  }

  private Answer contact(Visit visit) throws IOException {
    return index
        .read(adverts -> ContactReport.find(adverts, visit.query("key")))
        .flatMap(report -> report)
        .map(ContactDetails::of)
        .<Answer>map(view ->
            Answer.page("contact", Map.of("contact", view, "cases", judgements.cases(visit))))
        .orElseGet(NotFound::answer);
  }

  private Answer together(Visit visit) throws IOException {
    String key = visit.query("key");
    return index
        .read(adverts -> {
          Optional<ContactProfile> contact = adverts.findContact(key);
          return contact.isEmpty()
              ? Optional.<List<Finding>>empty()
              : Optional.of(ReadTogether.load(models).of(adverts, contact.get()));
        })
        .flatMap(found -> found)
        .map(found -> found.stream().map(FindingDetails::of).toList())
        .<Answer>map(found ->
            Answer.page(
                "together",
                Map.of("name", FindingDetails.shown(key), "key", key, "findings", found)))
        .orElseGet(NotFound::answer);
  }

  private Answer list(Visit visit) throws IOException {
    List<NetworkDetails> networks =
        index
            .read(adverts ->
                adverts.networks(MOST_NETWORKS).stream()
                    .map(network -> new NetworkReport(network, List.of(), Map.of()))
                    .map(NetworkDetails::of)
                    .toList())
            .orElse(List.of());
    return Answer.page("networks", Map.of("networks", networks));
  }

  private Answer network(Visit visit) throws IOException {
    return index
        .read(adverts -> NetworkReport.find(adverts, visit.path("id"), MOST_EDGES))
        .flatMap(report -> report)
        .map(NetworkDetails::of)
        .<Answer>map(view -> Answer.page("network", Map.of("network", view)))
        .orElseGet(NotFound::answer);
  }

  private Answer graph(Visit visit) throws IOException {
    String within = visit.query("within");
    return index
        .read(adverts -> {
          Optional<NetworkProfile> network = adverts.findNetwork(visit.path("id"));
          if (network.isEmpty()) {
            return Optional.<NetworkGraph>empty();
          }
          return Optional.of(
              within.isEmpty()
                  ? NetworkGraph.of(adverts, network.get(), visit.phrases())
                  : NetworkGraph.within(
                      adverts, network.get(), within, NetworkGraph.membersOf(within, timeout)));
        })
        .flatMap(graph -> graph)
        .<Answer>map(Answer::json)
        .orElseGet(NotFound::answer);
  }
}
