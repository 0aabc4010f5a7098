package org.vigie.web.pages.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.casework.models.ModelActivation;
import org.vigie.casework.people.Role;
import org.vigie.classifier.registry.Manifest;
import org.vigie.files.failure.UserError;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.NotFound;
import org.vigie.web.pages.part.StepUp;

/**
 * Where a model operator puts a model in use or takes it back, with password and code and grounds.
 */
public final class ModelPages {
  /** File of the gold set in the workspace. */
  public static final String GOLD = "gold.jsonl";

  private final ModelActivation activation;
  private final Path gold;
  private final StepUp stepUp;

  public ModelPages(ModelActivation activation, Path gold, StepUp stepUp) {
    this.activation = activation;
    this.gold = gold;
    this.stepUp = stepUp;
  }

  /**
   * The models that there are.
   *
   * @param inUse form → model
   * @param others models that are in use for nothing
   */
  public record Known(Map<String, String> inUse, List<String> others) {
    public Known {
      inUse = new TreeMap<>(inUse);
      others = List.copyOf(others);
    }
  }

  public List<Route> routes() {
    Access operators = Access.of(Role.MODEL_OPERATOR);
    return List.of(
        Route.get("/models/use", operators, Act.NONE, visit -> page(200, visit, "", Worded.NONE)),
        Route.post("/models/promotion", operators, Act.ALTERATION, this::promote),
        Route.post("/models/rollback", operators, Act.ALTERATION, this::rollback));
  }

  private Answer page(int status, Visit visit, String problem, Worded detail) throws IOException {
    Manifest manifest;
    try {
      manifest = activation.manifest();
    } catch (IllegalArgumentException e) {
      return Answer.Page.error(404, "models.problem");
    }
    List<String> others = new ArrayList<>(manifest.models());
    others.removeAll(manifest.active().values());
    return new Answer.Page(
        status,
        "model-use",
        Map.of(
            "known",
            new Known(manifest.active(), others),
            "problem",
            problem,
            "detail",
            detail,
            "proof",
            stepUp.proof(visit, "/models/use")));
  }

  /** What is done once nothing hinders it. */
  @FunctionalInterface
  private interface Action {
    void carryOut() throws IOException;
  }

  private Answer promote(Visit visit) throws IOException {
    String model = visit.form("model");
    return activation.manifest().models().contains(model)
        ? carryOut(visit, () -> activation.promote(model, gold, visit.account().name()))
        : NotFound.answer();
  }

  private Answer rollback(Visit visit) throws IOException {
    String form = visit.form("form");
    return activation.manifest().active().containsKey(form)
        ? carryOut(visit, () -> activation.rollback(form, visit.account().name()))
        : NotFound.answer();
  }

  /** One at a time: what is put in use is measured against what is in use. */
  private synchronized Answer carryOut(Visit visit, Action event) throws IOException {
    if (visit.form("why").strip().length() < Grounds.SHORTEST) {
      return page(422, visit, "error.grounds", Worded.NONE);
    }
    Optional<String> hindrance = stepUp.hindrance(visit);
    if (hindrance.isPresent()) {
      return page(403, visit, hindrance.get(), Worded.NONE);
    }
    try {
      event.carryOut();
    } catch (UserError e) {
      return page(409, visit, "models.problem", Worded.of(e));
    } catch (IllegalArgumentException e) {
      return page(409, visit, "models.problem", Worded.of(String.valueOf(e.getMessage())));
    }
    return new Answer.SeeOther("/models/use");
  }
}
