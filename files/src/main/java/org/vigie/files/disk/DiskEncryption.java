package org.vigie.files.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the disk under a folder encrypts, as Linux says it of its mounts, of its device mapper
 * (dm-crypt, as LUKS uses it) and of folders (fscrypt). Of disks that encrypt by themselves and of
 * other systems nothing can be seen.
 */
public final class DiskEncryption {
  /** What can be seen. */
  public enum State {
    ENCRYPTED,
    PLAIN,
    UNKNOWN
  }

  /**
   * What was seen.
   *
   * @param how what it was seen by, or why it wasn't
   */
  public record Seen(State state, String how) {}

  /** File systems that encrypt each file on its way to another. */
  private static final Set<String> ENCRYPTING =
      Set.of("ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs");

  /** Those that may encrypt by themselves, with the tool that says it of what is mounted. */
  private static final Map<String, String> PERHAPS =
      Map.of("zfs", "zfs get encryption", "bcachefs", "bcachefs show-super");

  /** Images in files of file systems in images; none are stacked higher. */
  private static final int DEEPEST = 4;

  private final Path mounts;
  private final BlockDevices devices;
  private final FolderSealing sealing;

  /** What this machine says. */
  public DiskEncryption() {
    this(Path.of("/proc/self/mountinfo"), Path.of("/sys"), FolderSealing.byLsattr());
  }

  /**
   * What files say, of folders that nothing is known of.
   *
   * @param mounts file of what is mounted
   * @param system folder of what the kernel says of its devices
   */
  public DiskEncryption(Path mounts, Path system) {
    this(mounts, system, folder -> Optional.empty());
  }

  DiskEncryption(Path mounts, Path system, FolderSealing sealing) {
    this.mounts = mounts;
    this.devices = new BlockDevices(system);
    this.sealing = sealing;
  }

  /** Returns what can be seen of the disk under a folder, or under where it will be. */
  public Seen look(Path folder) {
    try {
      return look(folder, DEEPEST);
    } catch (IOException | RuntimeException e) {
      return unknown("this system doesn't say what is mounted");
    }
  }

  private Seen look(Path folder, int left) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    Mount mount = Mount.of(mounts, there.toRealPath()).orElse(null);
    if (mount == null || left == 0) {
      return unknown("what is mounted there can't be seen");
    }
    String type = mount.type();
    if (ENCRYPTING.contains(type)) {
      return new Seen(State.ENCRYPTED, type);
    }
    String tool = PERHAPS.get(type);
    if (tool != null) {
      return unknown(type + " may encrypt by itself: " + tool + " " + mount.source() + " says it");
    }
    Seen seen = below(mount, left);
    return seen.state() != State.ENCRYPTED && sealing.of(there).orElse(false)
        ? new Seen(State.ENCRYPTED, type + ", fscrypt")
        : seen;
  }

  private Seen below(Mount mount, int left) throws IOException {
    String where = mount.type() + " on " + mount.source();
    Optional<Path> device = devices.of(mount);
    if (device.isEmpty()) {
      return unknown(where + " shows no disk of its own");
    }
    Optional<Path> image = BlockDevices.image(device.get());
    if (image.isPresent()) {
      return look(image.get(), left - 1);
    }
    return devices.encrypts(device.get())
        ? new Seen(State.ENCRYPTED, where + ", dm-crypt")
        : new Seen(State.PLAIN, where);
  }

  private static Seen unknown(String why) {
    return new Seen(State.UNKNOWN, why);
  }
}
