package org.vigie.web.pages.api;

import java.util.List;
import java.util.Set;
import org.vigie.casework.people.Role;
import org.vigie.casework.people.Scope;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.pages.operation.Coverage;
import org.vigie.web.pages.operation.ModelHealth;
import org.vigie.web.pages.operation.OperatorPages;

/** How sources and models fare, for programs of those who look after them. */
public final class ApiOperations {
  private final OperatorPages pages;

  public ApiOperations(OperatorPages pages) {
    this.pages = pages;
  }

  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            "/coverage",
            Scope.COVERAGE,
            Set.of(Role.CRAWL_MANAGER),
            Act.CONSULTATION,
            "How sites fare: fresh, blocked, changed or silent, and what could not be read",
            List.of(),
            Coverage.class,
            false,
            visit -> Answer.json(pages.coverage())),
        ApiRoute.get(
            "/models",
            Scope.MODELS,
            Set.of(Role.MODEL_OPERATOR),
            Act.CONSULTATION,
            "How models fare against what people judged, and how scores move",
            List.of(),
            ModelHealth.class,
            false,
            visit -> pages.health().map(Answer::json).orElseGet(ApiPages::empty)));
  }
}
