package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.pipeline.workspace.UnusableWorkspaceException;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The folders of site templates: that of the models, for all workspaces, and a workspace's own.
 *
 * @param models path of the first
 * @param own path of the second
 */
public record TemplateFolders(String models, String own) implements Serializable {

  /** Returns the folders of a workspace; neither need be there. */
  public static TemplateFolders of(Workspace workspace, Path models) {
    return new TemplateFolders(models.resolve("sites").toString(), workspace.sites().toString());
  }

  /**
   * Returns their templates.
   *
   * @throws UnusableWorkspaceException if a file is no template, naming file and key, or a host has
   *     two
   */
  public SiteTemplates read() throws IOException {
    try {
      return SiteTemplates.in(List.of(Path.of(models), Path.of(own)));
    } catch (IllegalArgumentException e) {
      throw new UnusableWorkspaceException("site template: " + e.getMessage());
    }
  }
}
