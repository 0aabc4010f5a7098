package org.vigie.cli.command.deconflict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.vigie.casework.config.Settings;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.stream.ContactKeysIn;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The keys of contacts in a text, read by models that a workspace approved, which is asked when one
 * is first needed.
 */
final class ApprovedContactKeys implements Function<String, List<String>> {
  private final Workspace workspace;
  private final Settings settings;
  private final ContactKeysIn keys;
  private boolean isApproved;

  ApprovedContactKeys(Workspace workspace, Settings settings) {
    this.workspace = workspace;
    this.settings = settings;
    this.keys = new ContactKeysIn(settings.run().models());
  }

  @Override
  public List<String> apply(String text) {
    if (!isApproved) {
      try {
        ApprovedModels.of(workspace, settings).require(settings.run().models());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      isApproved = true;
    }
    return keys.apply(text);
  }
}
