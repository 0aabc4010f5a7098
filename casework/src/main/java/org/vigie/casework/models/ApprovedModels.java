package org.vigie.casework.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.vigie.casework.config.Settings;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.registry.ModelSeal;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The models that a workspace approved, which are the only ones that its commands load.
 *
 * <p>A workspace in which there is nothing yet has approved nothing, and there models are as
 * trustworthy as where they came from. In any other a signature is asked for: taking it away closes
 * the way instead of opening it.
 */
public final class ApprovedModels {
  private final ModelSeal seal;
  private final boolean fresh;

  private ApprovedModels(ModelSeal seal, boolean fresh) {
    this.seal = seal;
    this.fresh = fresh;
  }

  /** Returns those of a workspace that trusts the key that lies in it. */
  public static ApprovedModels of(Workspace workspace) {
    return new ApprovedModels(new ModelSeal(workspace.models()), isEmpty(workspace.root()));
  }

  /** Returns those of a workspace; whether there is anything in it is looked at now. */
  public static ApprovedModels of(Workspace workspace, Settings settings) {
    return of(workspace, settings, workspace.models().resolve("signing.key"));
  }

  /**
   * Returns those of a workspace.
   *
   * @param signingKey file of the private key that signs what is approved from now on
   */
  public static ApprovedModels of(Workspace workspace, Settings settings, Path signingKey) {
    return new ApprovedModels(
        new ModelSeal(workspace.models(), settings.modelsKey(), signingKey),
        isEmpty(workspace.root()));
  }

  /**
   * Approves the models of a folder where nothing was in the workspace before; else requires. That
   * its files are those that its manifest lists, and that its encoder works, is asked before a job
   * asks it in each of its parts.
   *
   * @throws UserError if they can't be approved, or were not, a file is another, or the encoder in
   *     use doesn't work; says what to do
   */
  public void begin(Path models) throws IOException {
    require(models);
    requireAsListed(models);
    refuseUnless(() -> SignEncoder.load(models).ifPresent(SignEncoder::close));
    if (fresh) {
      refuseUnless(() -> approve(models));
    }
  }

  /**
   * Requires that the lists of a folder, and the files of its models in use, are those that its
   * manifest lists.
   *
   * @throws UserError if not; names the first that differs, and says what to type
   */
  public static void requireAsListed(Path models) throws IOException {
    refuseUnless(() -> Manifest.read(models).requireAsListed(models));
  }

  /**
   * Approves the models of a folder where nothing was in the workspace before: for commands that
   * load no model and begin a workspace from which others will.
   */
  public void approveIfFresh(Path models) throws IOException {
    if (fresh && Files.exists(models.resolve(Manifest.NAME))) {
      approve(models);
    }
  }

  /** Approves all that the manifest of a folder lists. */
  public void approve(Path models) throws IOException {
    seal.approve(models);
  }

  /**
   * Requires that {@link #approve} could sign.
   *
   * @throws UserError if there is no key for it, or not the trusted one
   */
  public void requireSigner() throws IOException {
    refuseUnless(seal::requireSigner);
  }

  /**
   * Requires that the models in use in a folder were approved.
   *
   * @throws UserError if not; says what to do
   */
  public void require(Path models) throws IOException {
    if (!fresh) {
      refuseUnless(() -> seal.requireApproved(models));
    }
  }

  /**
   * Requires that the models in use in a folder were approved, and another one too.
   *
   * @throws UserError if not; says what to do
   */
  public void require(Path models, String model) throws IOException {
    require(models);
    if (!fresh) {
      refuseUnless(() -> seal.requireApproved(models, model));
    }
  }

  /** What the seal is asked for. */
  @FunctionalInterface
  private interface Request {
    void carryOut() throws IOException;
  }

  private static void refuseUnless(Request request) throws IOException {
    try {
      request.carryOut();
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isEmpty(Path root) {
    if (!Files.exists(root)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
