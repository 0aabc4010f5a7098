package org.vigie.web.pages.group;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.casework.render.ContactReport;
import org.vigie.casework.render.NetworkReport;
import org.vigie.casework.render.SaidReader;
import org.vigie.pipeline.together.ReadTogether;
import org.vigie.pipeline.together.SharedSign;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Listed;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.casework.JudgementPages;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paging;

/** The pages of who is behind adverts: one contact; networks, a list and one with its edges. */
public final class NetworkPages {
  private static final int ON_A_PAGE = 50;
  private static final int EDGES_ON_A_PAGE = 100;

  private final LiveIndex index;
  private final JudgementPages judgements;
  private final Path models;
  private final AtBaseRate rates;
  private final Duration timeout;

  /**
   * @param models folder of the lists by which adverts are read together, when somebody asks
   */
  public NetworkPages(
      LiveIndex index, JudgementPages judgements, Path models, AtBaseRate rates, Duration timeout) {
    this.rates = rates;
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
        Route.get("/networks/{id}", Access.ofReaders(), Act.COMBINATION, this::network),
        Route.asking("/networks/{id}", Access.ofReaders()));
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
              ? Optional.<List<SharedSign>>empty()
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
    GroupForm form = GroupForm.of(visit);
    Paging.Asked page = Paging.Asked.in(visit, ON_A_PAGE);
    Listed<NetworkDetails> networks =
        index
            .read(adverts -> {
              Listed<NetworkProfile> found =
                  adverts.networks(form.least(), page.offset(), page.size());
              SaidReader reader = new SaidReader(adverts, 1);
              List<NetworkDetails> listed = new ArrayList<>();
              for (NetworkProfile network : found.items()) {
                SaidDetails said = SaidDetails.of(reader.of(network), visit.phrases());
                NetworkReport report = new NetworkReport(network, List.of(), Map.of(), Map.of());
                listed.add(NetworkDetails.of(report, said, Worded.NONE));
              }
              return new Listed<>(found.total(), listed);
            })
            .orElse(new Listed<>(0, List.of()));
    return Answer.page(
        "networks",
        Map.of(
            "networks", networks.items(),
            "form", form,
            "paging", page.of(networks.total(), "/networks", form.query())));
  }

  private Answer network(Visit visit) throws IOException {
    Paging.Asked page = Paging.Asked.in(visit, EDGES_ON_A_PAGE);
    return index
        .read(adverts -> {
          Optional<NetworkReport> report =
              NetworkReport.find(adverts, visit.path("id"), page.offset(), page.size());
          return report.isEmpty()
              ? Optional.<Answer>empty()
              : Optional.of(page(visit, page, adverts, report.get()));
        })
        .flatMap(answer -> answer)
        .orElseGet(NotFound::answer);
  }

  private Answer page(Visit visit, Paging.Asked page, AdvertIndex adverts, NetworkReport report)
      throws IOException {
    NetworkDetails details =
        NetworkDetails.of(
            report,
            SaidDetails.of(new SaidReader(adverts, 1).of(report.network()), visit.phrases()),
            meaning(adverts, report.network()));
    NetworkWay way = NetworkWay.of(adverts, report.network(), visit);
    String open = visit.query("open");
    NetworkGraph opened =
        open.isEmpty()
            ? new NetworkGraph(List.of(), List.of(), "")
            : within(adverts, report.network(), open, visit);
    return Answer.page(
        "network",
        Map.of(
            "network", details,
            "paging", page.of(details.joins().kept(), details.path(), way.query()),
            "way", way,
            "opened", opened));
  }

  private Worded meaning(AdvertIndex adverts, NetworkProfile network) throws IOException {
    GroupAssessment made = network.assessment();
    return made == null
        ? Worded.NONE
        : Worded.said(
            rates.found(
                made.riskProbability(),
                AtBaseRate.GROUPS,
                adverts.baseRate(network.mainChannel())));
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
                  : within(adverts, network.get(), within, visit));
        })
        .flatMap(graph -> graph)
        .<Answer>map(found -> Answer.json(found.linked(visit::link)))
        .orElseGet(NotFound::answer);
  }

  private NetworkGraph within(
      AdvertIndex adverts, NetworkProfile network, String cluster, Visit visit) throws IOException {
    return NetworkGraph.within(
        adverts, network, cluster, NetworkGraph.membersOf(cluster, timeout), visit.phrases());
  }
}
