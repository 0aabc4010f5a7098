package org.vigie.cli.doctor;

import java.nio.file.Path;
import org.vigie.casework.custody.DiskDemand;
import org.vigie.files.disk.DiskEncryption;
import org.vigie.files.failure.UserError;

/** The check whether the disk under a workspace encrypts what is left to it. */
final class DiskCheck {
  private static final String NAME = "encryption";

  private final DiskDemand demand;

  DiskCheck(DiskDemand demand) {
    this.demand = demand;
  }

  /** An unencrypted disk is a warning, unless the settings demand that it encrypts. */
  DoctorFinding finding(Path workspace) {
    try {
      return finding(demand.require(workspace, workspace.toString()));
    } catch (UserError e) {
      DiskEncryption.Seen seen = demand.disk().look(workspace);
      return DoctorFinding.mend(
          NAME,
          DiskDemand.words(seen) + ", and files.encrypted-disk demands it",
          "put the workspace on a LUKS volume; see docs/how-to/custody.md");
    }
  }

  private static DoctorFinding finding(DiskEncryption.Seen seen) {
    return switch (seen.state()) {
      case ENCRYPTED ->
          DoctorFinding.ok(NAME, "the workspace's disk encrypts (%s)".formatted(seen.how()));
      case PLAIN ->
          DoctorFinding.warn(
              NAME,
              "none is seen on the workspace's disk (%s)".formatted(seen.how()),
              "put the workspace on a LUKS volume, unless disk or folder encrypt unseen; see"
                  + " docs/how-to/custody.md");
      case UNKNOWN ->
          DoctorFinding.ok(
              NAME,
              "can't tell whether the workspace's disk encrypts (%s): make sure of it"
                  .formatted(seen.how()));
    };
  }
}
