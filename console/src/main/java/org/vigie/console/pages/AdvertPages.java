package org.vigie.console.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.NetworkProfile;
import org.vigie.console.casework.Subject;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;
import org.vigie.console.web.Visit;
import org.vigie.search.AdvertIndex;

/**
 * The page of one advert: what its site says, what the machine makes of it, and where it is kept.
 */
public final class AdvertPages {
  private final LiveIndex index;
  private final JudgementPages judgements;

  public AdvertPages(LiveIndex index, JudgementPages judgements) {
    this.index = index;
    this.judgements = judgements;
  }

  public List<Route> routes() {
    return List.of(Route.get("/adverts/{id}", Access.ofReaders(), Act.CONSULTATION, this::show));
  }

  private Answer show(Visit visit) throws IOException {
    return index
        .read(adverts -> view(adverts, visit.path("id")))
        .flatMap(view -> view)
        .<Answer>map(view -> page(visit, view))
        .orElseGet(NotFound::answer);
  }

  /**
   * What the index holds of an advert.
   *
   * @param network id of its network, or empty
   */
  private record Found(AdvertDetails advert, String network) {}

  private Answer page(Visit visit, Found found) {
    Subject subject = new Subject(Subject.Kind.ADVERT, found.advert().id());
    return Answer.page(
        "advert",
        Map.of(
            "advert",
            found.advert(),
            "network",
            found.network(),
            "human",
            judgements.panel(visit, subject)));
  }

  private static Optional<Found> view(AdvertIndex adverts, String id) throws IOException {
    Optional<AssessedAdvert> found = adverts.findAdvert(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String known = found.get().advert().id();
    return Optional.of(
        new Found(
            AdvertDetails.of(found.get(), adverts.findHistory(known), adverts.findClusterOf(known)),
            adverts.findNetworkOf(known).map(NetworkProfile::id).orElse("")));
  }
}
