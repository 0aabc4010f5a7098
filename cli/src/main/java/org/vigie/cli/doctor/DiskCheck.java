package org.vigie.cli.doctor;

import java.nio.file.Path;

/** The check whether the disk under a workspace encrypts what is left to it. */
final class DiskCheck {
  private static final String NAME = "encryption";

  private final DiskEncryption disk;

  DiskCheck(DiskEncryption disk) {
    this.disk = disk;
  }

  /** An unencrypted disk is a warning: not every workspace holds what must be sealed. */
  DoctorFinding finding(Path workspace) {
    DiskEncryption.Seen seen = disk.look(workspace);
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
