package org.vigie.console.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.advert.AssessedAdvert;
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

  private Answer page(Visit visit, AdvertDetails view) {
    Subject subject = new Subject(Subject.Kind.ADVERT, view.id());
    return Answer.page("advert", Map.of("advert", view, "human", judgements.panel(visit, subject)));
  }

  private static Optional<AdvertDetails> view(AdvertIndex adverts, String id) throws IOException {
    Optional<AssessedAdvert> found = adverts.findAdvert(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String known = found.get().advert().id();
    return Optional.of(
        AdvertDetails.of(found.get(), adverts.findSighting(known), adverts.findClusterOf(known)));
  }
}
