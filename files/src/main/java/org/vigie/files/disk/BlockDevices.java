package org.vigie.files.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The block devices that Linux shows, and which of them encrypt.
 *
 * @param system folder of what the kernel says of its devices, such as {@code /sys}
 */
record BlockDevices(Path system) {
  private static final String CRYPT = "CRYPT-";

  /** Volumes on volumes; none are stacked higher. */
  private static final int DEEPEST = 8;

  /**
   * Returns the folder of the device that is mounted; empty if there is none, or it isn't shown.
   */
  Optional<Path> of(Mount mount) throws IOException {
    Path device = system.resolve("dev/block").resolve(mount.device());
    if (!Files.exists(device) && mount.source().startsWith("/")) {
      // A file system such as btrfs that has numbers of its own names its first device.
      Path source = Path.of(mount.source());
      Path real = Files.exists(source) ? source.toRealPath() : source;
      device = system.resolve("class/block").resolve(String.valueOf(real.getFileName()));
    }
    return Files.exists(device) ? Optional.of(device.toRealPath()) : Optional.empty();
  }

  /** Returns the file that a loop device shows as a disk. */
  static Optional<Path> image(Path device) throws IOException {
    Path file = device.resolve("loop/backing_file");
    return Files.exists(file)
        ? Optional.of(Path.of(Files.readString(file).strip()))
        : Optional.empty();
  }

  /** Returns whether all disks of the file system on a device encrypt. */
  boolean encrypts(Path device) throws IOException {
    for (Path each : together(device)) {
      if (!encrypts(each, DEEPEST)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the devices of one btrfs, or the device alone. */
  private List<Path> together(Path device) throws IOException {
    Path all = system.resolve("fs/btrfs");
    if (Files.isDirectory(all)) {
      try (DirectoryStream<Path> systems = Files.newDirectoryStream(all)) {
        for (Path one : systems) {
          List<Path> devices = entries(one.resolve("devices"));
          if (devices.contains(device)) {
            return devices;
          }
        }
      }
    }
    return List.of(device);
  }

  /** Integrity and verity tell of changes, and hide nothing. */
  private static boolean isCrypt(String uuid) {
    return uuid.startsWith(CRYPT)
        && !uuid.startsWith(CRYPT + "INTEGRITY")
        && !uuid.startsWith(CRYPT + "VERITY");
  }

  /** A volume of several disks encrypts if each does; a partition does if its disk does. */
  private static boolean encrypts(Path device, int left) throws IOException {
    Path name = device.resolve("dm/uuid");
    if (Files.exists(name) && isCrypt(Files.readString(name))) {
      return true;
    }
    Path above = device.getParent();
    Path disk = above != null && Files.exists(device.resolve("partition")) ? above : device;
    List<Path> below = entries(disk.resolve("slaves"));
    if (left == 0 || below.isEmpty()) {
      return false;
    }
    for (Path one : below) {
      if (!encrypts(one, left - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Returns what the links in a folder lead to. */
  private static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
      for (Path link : links) {
        entries.add(link.toRealPath());
      }
    }
    return entries;
  }
}
