package org.vigie.cli.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether the disk under a folder encrypts, as Linux says it of its device mapper (dm-crypt, as
 * LUKS uses it). Of disks that encrypt by themselves and of other systems nothing can be seen.
 *
 * @see <a href="https://www.kernel.org/doc/Documentation/filesystems/proc.txt">proc.txt, 3.5</a>
 */
final class DiskEncryption {
  private static final String CRYPT = "CRYPT-";

  /** Volumes on volumes; none are stacked higher. */
  private static final int DEEPEST = 8;

  private final Path mounts;
  private final Path devices;

  DiskEncryption() {
    this(Path.of("/proc/self/mountinfo"), Path.of("/sys/dev/block"));
  }

  /**
   * @param mounts file of what is mounted
   * @param devices folder of block devices by number
   */
  DiskEncryption(Path mounts, Path devices) {
    this.mounts = mounts;
    this.devices = devices;
  }

  /** Returns whether it can be seen that the disk under a folder encrypts. */
  boolean isSeen(Path folder) {
    try {
      Path real = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
      String device = "";
      int longest = -1;
      for (String line : Files.readAllLines(mounts)) {
        List<String> words = List.of(line.split(" ", -1));
        // Of two mounts at one place the later one is seen.
        if (words.size() > 4 && real.startsWith(words.get(4)) && words.get(4).length() >= longest) {
          longest = words.get(4).length();
          device = words.get(2);
        }
      }
      return !device.isEmpty() && encrypts(devices.resolve(device), DEEPEST);
    } catch (IOException | RuntimeException e) {
      // It can't be seen, then.
      return false;
    }
  }

  /** A volume of several disks encrypts if each does. */
  private static boolean encrypts(Path device, int left) throws IOException {
    Path name = device.resolve("dm/uuid");
    if (Files.exists(name) && Files.readString(name).startsWith(CRYPT)) {
      return true;
    }
    Path below = device.resolve("slaves");
    if (left == 0 || !Files.isDirectory(below)) {
      return false;
    }
    boolean hasAny = false;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(below)) {
      for (Path one : all) {
        if (!encrypts(one, left - 1)) {
          return false;
        }
        hasAny = true;
      }
    }
    return hasAny;
  }
}
