package org.vigie.web.pages.group;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.Subject;
import org.vigie.casework.render.AtBaseRate;
import org.vigie.casework.render.GroupRiskText;
import org.vigie.casework.render.SaidReader;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Listed;
import org.vigie.search.SearchRequest;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.map.DayBars;
import org.vigie.web.pages.casework.JudgementPages;
import org.vigie.web.pages.casework.RulingPages;
import org.vigie.web.pages.part.AdvertCards;
import org.vigie.web.pages.part.Disclosures;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.Paging;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.TimeBars;

/** The pages of clusters: a list, largest first, and one with its template and its adverts. */
public final class ClusterPages {
  private static final int ON_A_PAGE = 50;
  private static final int MOST_ADVERTS = 50;

  private final LiveIndex index;
  private final JudgementPages judgements;
  private final RulingPages rulings;
  private final AtBaseRate rates;
  private final AdvertCards cards;
  private final Disclosures disclosures;
  private final Duration timeout;

  public ClusterPages(
      LiveIndex index,
      JudgementPages judgements,
      RulingPages rulings,
      AtBaseRate rates,
      AdvertCards cards,
      Disclosures disclosures,
      Duration timeout) {
    this.disclosures = disclosures;
    this.rates = rates;
    this.cards = cards;
    this.rulings = rulings;
    this.index = index;
    this.judgements = judgements;
    this.timeout = timeout;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/clusters", Access.ofReaders(), Act.CONSULTATION, this::list),
        Route.get("/clusters/{id}", Access.ofReaders(), Act.COMBINATION, this::show));
  }

  private Answer list(Visit visit) throws IOException {
    GroupForm form = GroupForm.of(visit);
    Paging.Asked page = Paging.Asked.in(visit, ON_A_PAGE);
    Listed<ClusterDetails> clusters =
        index
            .read(adverts -> {
              Listed<ClusterProfile> found =
                  adverts.clusters(form.least(), form.channel(), page.offset(), page.size());
              SaidReader reader = new SaidReader(adverts, 1);
              List<ClusterDetails> listed = new ArrayList<>();
              for (ClusterProfile cluster : found.items()) {
                SaidDetails said = SaidDetails.of(reader.of(cluster), visit.phrases());
                listed.add(ClusterDetails.of(cluster, said, visit.phrases()));
              }
              return new Listed<>(found.total(), listed);
            })
            .orElse(new Listed<>(0, List.of()));
    return Answer.page(
        "clusters",
        Map.of(
            "clusters", clusters.items(),
            "form", form,
            "paging", page.of(clusters.total(), "/clusters", form.query())));
  }

  private Answer show(Visit visit) throws IOException {
    return index
        .read(adverts -> view(adverts, visit.path("id"), visit))
        .flatMap(view -> view)
        .map(view -> counted(visit, view))
        .orElseGet(NotFound::answer);
  }

  /**
   * What the index holds of a cluster.
   *
   * @param texts ids of the adverts of whose texts its template is made
   * @param network id of its network, or empty
   * @param bars its adverts over time
   */
  private record Found(ClusterDetails cluster, List<String> texts, String network, TimeBars bars) {}

  private Answer counted(Visit visit, Found found) {
    return disclosures
        .hindranceOfTemplate(visit, found.cluster().id(), found.texts())
        .orElseGet(() -> page(visit, found));
  }

  /** Explicit wording is shown to whoever asks for it. */
  private static boolean isWhole(Visit visit) {
    return visit.query("wording").equals("whole");
  }

  private Answer page(Visit visit, Found found) {
    Subject subject = new Subject(Subject.Kind.CLUSTER, found.cluster().id());
    return Answer.page(
        "cluster",
        Map.of(
            "cluster",
            found.cluster(),
            "network",
            found.network(),
            "bars",
            found.bars(),
            "rulings",
            rulings.on(found.cluster().id()),
            "human",
            judgements.panel(visit, subject),
            "whole",
            isWhole(visit)));
  }

  private Optional<Found> view(AdvertIndex adverts, String id, Visit visit) throws IOException {
    Optional<ClusterProfile> cluster =
        isWhole(visit)
            ? adverts.findClusterWithTemplate(id)
            : adverts.findClusterWithMaskedTemplate(id);
    if (cluster.isEmpty()) {
      return Optional.empty();
    }
    SearchRequest members =
        new SearchRequest(
            Paths.term("cluster", cluster.get().id()),
            0,
            MOST_ADVERTS,
            SearchRequest.Order.NEWEST,
            0,
            timeout);
    return Optional.of(
        new Found(
            ClusterDetails.of(
                cluster.get(),
                SaidDetails.of(new SaidReader(adverts, 1).of(cluster.get()), visit.phrases()),
                visit.phrases(),
                why(adverts, cluster.get()),
                cards.of(visit, adverts, adverts.search(members).hits())),
            adverts.advertsOfTemplate(cluster.get()),
            adverts.findNetworkOf(cluster.get().id()).map(NetworkProfile::id).orElse(""),
            TimeBars.of(DayBars.of(adverts.advertsByDay(members.query())))));
  }

  private List<Worded> why(AdvertIndex adverts, ClusterProfile cluster) throws IOException {
    List<Worded> why = new ArrayList<>();
    if (cluster.assessment() != null) {
      why.add(
          Worded.said(
              rates.found(
                  cluster.assessment().riskProbability(),
                  AtBaseRate.GROUPS,
                  adverts.baseRate(cluster.mainChannel()))));
      why.add(Worded.said(GroupRiskText.found(adverts.baseRate(cluster))));
      GroupRiskText.lines(cluster.assessment()).forEach(line -> why.add(Worded.said(line)));
    }
    why.remove(Worded.NONE);
    return why;
  }
}
