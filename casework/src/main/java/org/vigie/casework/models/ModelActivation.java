package org.vigie.casework.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.vigie.advert.Finding;
import org.vigie.casework.error.UserErrors;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.registry.Promotions;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.files.failure.UserError;
import org.vigie.training.risk.FormEvaluation;
import org.vigie.training.risk.ModelEvaluation;

/**
 * Where models are put in use and taken back: only what was approved, and no model that is worse
 * than the present one on adverts that neither was trained on.
 */
public final class ModelActivation {
  /** How much worse than the present model a new one may be on the gold set. */
  private static final double MARGIN = 0.01;

  private final Path folder;
  private final ApprovedModels approved;
  private final Clock clock;

  /**
   * @param folder of the models
   * @param approved those of the workspace
   */
  public ModelActivation(Path folder, ApprovedModels approved, Clock clock) {
    this.folder = folder;
    this.approved = approved;
    this.clock = clock;
  }

  /**
   * What putting a model in use found.
   *
   * @param model now in use
   * @param after its average precision on the gold set
   * @param former in use before
   * @param before that one's average precision
   */
  public record Promoted(String model, double after, String former, double before) {}

  /** Returns what is listed now. */
  public Manifest manifest() throws IOException {
    return Manifest.read(folder);
  }

  /**
   * Puts a model in use.
   *
   * @param gold labelled adverts
   * @param who does it
   * @throws UserError if it is worse, anything listed isn't what was approved, or the change
   *     couldn't be signed
   * @throws IllegalArgumentException if the model or the gold set isn't as it must be
   */
  public Promoted promote(String model, Path gold, String who) throws IOException {
    Manifest manifest = manifest();
    manifest.requireUnaltered(folder, model);
    if (!Files.isReadable(gold)) {
      throw UserErrors.ofInput(
          Finding.of("gold-set-unreadable").with("file", String.valueOf(gold.getFileName())));
    }
    requireSignable(manifest);
    String form = FormEvaluation.formOf(folder, model);
    if (!form.equals(RiskModel.FORM) && !FormEvaluation.covers(folder, form)) {
      throw UserErrors.ofInput(
          Finding.of("gold-set-of-another-form").with("model", model).with("form", form));
    }
    String present = manifest.requireActive(form);
    double before = averagePrecision(present, gold);
    double after = averagePrecision(model, gold);
    if (after < before - MARGIN) {
      throw UserErrors.ofInput(worse(model, after, present, before));
    }
    new Promotions(folder).promote(manifest, form, model, clock.instant(), who);
    approved.approve(folder);
    return new Promoted(model, after, present, before);
  }

  /**
   * Takes a model back, and returns the one that is in use again.
   *
   * @throws UserError if anything listed isn't what was approved, or the change couldn't be signed
   * @throws IllegalArgumentException if there is none before it
   */
  public String rollback(String form, String who) throws IOException {
    Manifest manifest = manifest();
    requireSignable(manifest);
    String model = new Promotions(folder).rollback(manifest, form, clock.instant(), who);
    approved.approve(folder);
    return model;
  }

  /**
   * A change is signed with all that is listed, be it in use or not: so all of it must be approved
   * before, and the key at hand.
   */
  private void requireSignable(Manifest manifest) throws IOException {
    approved.require(folder);
    for (String model : manifest.models()) {
      approved.require(folder, model);
    }
    approved.requireSigner();
  }

  private static Finding worse(String model, double after, String present, double before) {
    return Finding.of("model-worse")
        .with("model", model)
        .with("least", "%.3f".formatted(before - MARGIN))
        .with("present", present)
        .with("margin", "%.2f".formatted(MARGIN))
        .with("reached", "%.3f".formatted(after));
  }

  private double averagePrecision(String model, Path gold) throws IOException {
    return FormEvaluation.formOf(folder, model).equals(RiskModel.FORM)
        ? new ModelEvaluation(folder, model).onGoldSet(gold).all().averagePrecision()
        : FormEvaluation.averagePrecision(folder, model, gold);
  }
}
