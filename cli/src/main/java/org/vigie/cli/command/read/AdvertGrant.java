package org.vigie.cli.command.read;

import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.PackageWishes;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.export.ExportFormat;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/** The grant of a second person by which adverts leave. */
public final class AdvertGrant {
  private AdvertGrant() {}

  /**
   * Returns the grant of a number.
   *
   * @throws UserError if nobody gave it within a day, another account asked for it, or it is of
   *     anything but adverts
   */
  public static ExportRequest require(Reading reading, Environment environment, long id) {
    Workspace workspace = reading.workspace(environment);
    String account =
        SettingsInForce.of(workspace, environment)
            .custody()
            .disclosure()
            .accountOf(environment.person());
    ExportRequest grant =
        ExportRequests.requireOpenIn(
            workspace.database(), id, account, environment.clock().instant());
    if (PackageWishes.isPackage(grant)) {
      throw UserError.ofUsage(
          "export %d must be one of adverts, but is a package of a case; take it on the page of exports"
              .formatted(id));
    }
    if (ExportFormat.named(grant.format()).isEmpty()) {
      throw UserError.ofUsage(
          "export %d must be one of adverts, but stands for something else that goes to a partner"
              .formatted(id));
    }
    return grant;
  }

  /**
   * Requires the recipient of a grant: what a second person granted goes to nobody else.
   *
   * @param to the recipient that the command names
   * @throws UserError if that is another
   */
  public static void requireRecipient(ExportRequest grant, String to) {
    if (!grant.recipient().strip().equals(to.strip())) {
      throw UserError.ofUsage(
          "--to must be the recipient of export %d, to whom it was granted, but is another"
              .formatted(grant.id()));
    }
  }
}
