package org.vigie.web.pages.operation;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.Judgements;
import org.vigie.casework.Subject;
import org.vigie.casework.people.Role;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.pages.part.LiveIndex;
import org.vigie.web.pages.part.MinuteOld;

/** How sources and models fare: numbers, hosts and names of models, no advert. */
public final class OperatorPages {
  private final Workspace workspace;
  private final LiveIndex index;
  private final Judgements judgements;
  private final Duration timeout;
  private final Clock clock;
  private final int alertBudget;
  private final MinuteOld<Optional<ModelHealth>> models;
  private final MinuteOld<Coverage> sources;

  /**
   * @param alertBudget most alerts of one rule in a day
   */
  public OperatorPages(
      Workspace workspace,
      LiveIndex index,
      Judgements judgements,
      int alertBudget,
      Duration timeout,
      Clock clock) {
    this.alertBudget = alertBudget;
    models = new MinuteOld<>(clock);
    sources = new MinuteOld<>(clock);
    this.workspace = workspace;
    this.index = index;
    this.judgements = judgements;
    this.timeout = timeout;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/coverage", Access.of(Role.CRAWL_MANAGER), Act.NONE, this::coverage),
        Route.get("/models", Access.of(Role.MODEL_OPERATOR), Act.NONE, this::models));
  }

  private Answer coverage(Visit visit) throws IOException {
    return Answer.page("coverage", Map.of("coverage", coverage()));
  }

  /** Returns how sources fare, as it was within the last minute. */
  public Coverage coverage() throws IOException {
    return sources.get(() -> Coverage.of(workspace, clock));
  }

  private Answer models(Visit visit) throws IOException {
    Optional<ModelHealth> health = health();
    return health.isPresent()
        ? Answer.page("models", Map.of("health", health.get()))
        : Answer.Page.error(404, "search.empty");
  }

  /** Returns how models fare, as it was within the last minute; nothing if nothing is indexed. */
  public Optional<ModelHealth> health() throws IOException {
    return models.get(() ->
        index.read(adverts ->
            ModelHealth.of(
                adverts,
                judgements.about(Subject.Kind.ADVERT),
                alertBudget,
                clock.instant(),
                timeout)));
  }
}
