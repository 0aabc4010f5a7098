package org.vigie.web.pages.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.advert.Outcome;
import org.vigie.casework.Judgement;
import org.vigie.casework.Judgements;
import org.vigie.casework.Subject;
import org.vigie.search.Listed;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.AdvertCard;
import org.vigie.web.pages.part.AdvertCards;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.Paging;

/** The adverts that the models leave undetermined, for people to judge: the newest first. */
public final class QueuePages {
  private final LiveIndex index;
  private final Judgements judgements;
  private final Duration timeout;
  private final AdvertCards cards;

  /**
   * @param timeout after which the list shows what it has
   */
  public QueuePages(LiveIndex index, Judgements judgements, Duration timeout, AdvertCards cards) {
    this.cards = cards;
    this.index = index;
    this.judgements = judgements;
    this.timeout = timeout;
  }

  public List<Route> routes() {
    return List.of(Route.get("/queue", Access.ofReaders(), Act.CONSULTATION, this::list));
  }

  /** Whoever judges blindly isn't told what the models leave undetermined. */
  private Answer list(Visit visit) throws IOException {
    if (visit.session().isBlind()) {
      return Answer.Page.error(403, "blind.asked");
    }
    Paging.Asked page = Paging.Asked.in(visit, SearchForm.HITS);
    SearchRequest request =
        new SearchRequest(
            "outcome:" + Outcome.UNDETERMINED.label(),
            page.offset(),
            page.size(),
            SearchRequest.Order.NEWEST,
            0,
            timeout);
    Listed<AdvertCard> found =
        index
            .read(adverts -> {
              SearchResult result = adverts.search(request);
              return new Listed<>(result.total(), cards.of(visit, adverts, result.hits()));
            })
            .orElse(new Listed<>(0, List.of()));
    return Answer.page(
        "queue",
        Map.of(
            "cards", found.items(),
            "judged", judged(),
            "paging", page.of(found.total(), "/queue", Map.of())));
  }

  private Set<String> judged() {
    return judgements.about(Subject.Kind.ADVERT).stream()
        .map(Judgement::subject)
        .map(Subject::id)
        .collect(Collectors.toSet());
  }
}
