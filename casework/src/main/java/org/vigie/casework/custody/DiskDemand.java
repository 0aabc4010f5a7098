package org.vigie.casework.custody;

import java.nio.file.Path;
import org.vigie.files.disk.DiskEncryption;
import org.vigie.files.disk.DiskEncryption.Seen;
import org.vigie.files.disk.DiskEncryption.State;
import org.vigie.files.failure.UserError;

/**
 * What a workspace demands of the disk that it lies on.
 *
 * @param disk what is seen of disks
 * @param isEncrypted whether encryption must be seen, as {@code files.encrypted-disk} says
 */
public record DiskDemand(DiskEncryption disk, boolean isEncrypted) {
  /** Returns the demand on the disks of this machine. */
  public static DiskDemand of(boolean isEncrypted) {
    return new DiskDemand(new DiskEncryption(), isEncrypted);
  }

  /**
   * Returns what is seen of the disk under a workspace.
   *
   * @param shown the workspace's folder as a person reads it
   * @throws UserError if encryption must be seen, and isn't
   */
  public Seen require(Path workspace, String shown) {
    Seen seen = disk.look(workspace);
    if (isEncrypted && seen.state() != State.ENCRYPTED) {
      throw UserError.ofInput(
          ("files.encrypted-disk demands that %1$s lies where encryption is seen, but %2$s; move it"
                  + " away, then type cryptsetup luksFormat DEVICE (which erases all of DEVICE) &&"
                  + " cryptsetup open DEVICE vigie && mkfs.ext4 /dev/mapper/vigie"
                  + " && mount /dev/mapper/vigie '%1$s', and move its files there")
              .formatted(shown, words(seen)));
    }
    return seen;
  }

  /** Returns what was seen, as the end of a sentence. */
  public static String words(Seen seen) {
    return switch (seen.state()) {
      case ENCRYPTED -> "its disk encrypts (%s)".formatted(seen.how());
      case PLAIN -> "none is seen on its disk (%s)".formatted(seen.how());
      case UNKNOWN -> "nobody can tell whether its disk encrypts (%s)".formatted(seen.how());
    };
  }
}
