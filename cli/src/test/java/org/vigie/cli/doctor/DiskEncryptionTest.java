package org.vigie.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices as the kernel shows those of a machine with LVM on LUKS. */
class DiskEncryptionTest {
  @TempDir Path folder;

  @Test
  void isSeenOnAVolumeOfAnEncryptedDiskAlone() throws IOException {
    device("8:1", "");
    device("253:0", "CRYPT-LUKS2-0123-disk");
    device("253:1", "LVM-0123");
    below("253:1", "253:0");
    device("253:2", "LVM-4567");
    below("253:2", "253:0");
    below("253:2", "8:1");
    Path root = folder.toRealPath();
    for (String name : new String[] {"plain", "sealed", "half"}) {
      Files.createDirectory(root.resolve(name));
    }
    Path mounts =
        Files.writeString(
            folder.resolve("mountinfo"),
            """
            1 0 8:1 / / rw - ext4 /dev/sda1 rw
            2 1 253:1 / %1$s/sealed rw - ext4 /dev/mapper/a rw
            3 1 253:2 / %1$s/half rw - ext4 /dev/mapper/b rw
            """
                .formatted(root));
    DiskEncryption disk = new DiskEncryption(mounts, folder.resolve("block"));

    assertThat(disk.isSeen(root.resolve("sealed"))).isTrue();
    assertThat(disk.isSeen(root.resolve("plain"))).isFalse();
    assertThat(disk.isSeen(root.resolve("half"))).as("on two disks, one of them plain").isFalse();
    assertThat(new DiskEncryption(folder.resolve("none"), folder).isSeen(root)).isFalse();
  }

  private void device(String number, String name) throws IOException {
    Path device =
        Files.createDirectories(folder.resolve("block").resolve(number).resolve("slaves"));
    if (!name.isEmpty()) {
      Files.createDirectories(device.resolveSibling("dm"));
      Files.writeString(device.resolveSibling("dm").resolve("uuid"), name + "\n");
    }
  }

  private void below(String number, String lower) throws IOException {
    Files.createSymbolicLink(
        folder.resolve("block").resolve(number).resolve("slaves").resolve(lower.replace(':', '-')),
        folder.resolve("block").resolve(lower).toAbsolutePath());
  }
}
