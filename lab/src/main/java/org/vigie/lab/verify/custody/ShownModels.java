package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.pipeline.workspace.Workspace;

/** What the approved models say of a text. */
record ShownModels(Workspace workspace, Path folder) implements StoredView {
  private static final String TEXT =
      "Warehouse work in Dublin, housing is given, the passport stays with us, +1 555 0100";

  @Override
  public String kind() {
    return "models";
  }

  @Override
  public String all() throws IOException {
    ApprovedModels.of(workspace).require(folder);
    ApprovedModels.requireAsListed(folder);
    return AdvertAssessor.load(folder).contactsIn(TEXT, "US").toString();
  }
}
