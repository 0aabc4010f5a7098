package org.vigie.files.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.files.disk.DiskEncryption.State;

/** Devices as the kernel shows those of a machine with LVM on LUKS. */
class DiskEncryptionTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void makeDisks() throws IOException {
    root = folder.toRealPath();
    device("8:1", "sda1", "");
    device("253:0", "dm-0", "CRYPT-LUKS2-0123-disk");
    device("253:1", "dm-1", "LVM-0123");
    below("dm-1", "dm-0");
    device("253:2", "dm-2", "LVM-4567");
    below("dm-2", "dm-0");
    below("dm-2", "sda1");
  }

  @ParameterizedTest
  @CsvSource({
    "253:1, ENCRYPTED, 'ext4 on /dev/x, dm-crypt'",
    "8:1, PLAIN, ext4 on /dev/x",
    "253:2, PLAIN, ext4 on /dev/x",
    "8:9, UNKNOWN, ext4 on /dev/x shows no disk of its own"
  })
  void isSeenIfAllDisksOfAVolumeEncrypt(String device, State state, String how) throws IOException {
    assertThat(look(mount(device, "ext4", "/dev/x"))).isEqualTo(seen(state, how));
  }

  @ParameterizedTest
  @CsvSource({
    "ecryptfs, ENCRYPTED, ecryptfs",
    "fuse.gocryptfs, ENCRYPTED, fuse.gocryptfs",
    "zfs, UNKNOWN, zfs may encrypt by itself: zfs get encryption some says it",
    "overlay, UNKNOWN, overlay on some shows no disk of its own",
    "nfs4, UNKNOWN, nfs4 on some shows no disk of its own"
  })
  void isSeenByTheKindOfFileSystem(String type, State state, String how) throws IOException {
    assertThat(look(mount("0:40", type, "some"))).isEqualTo(seen(state, how));
  }

  @Test
  void looksAtEachDiskOfABtrfsWhichHasANumberOfItsOwn() throws IOException {
    Path first = Files.createSymbolicLink(root.resolve("first"), root.resolve("dev-dm-0"));
    assertThat(look(mount("0:50", "btrfs", first.toString())).state()).isEqualTo(State.UNKNOWN);

    Path named = Files.createFile(root.resolve("dm-0"));
    assertThat(look(mount("0:50", "btrfs", named.toString())).state()).isEqualTo(State.ENCRYPTED);

    Path devices = Files.createDirectories(root.resolve("sys/fs/btrfs/0123/devices"));
    Files.createSymbolicLink(devices.resolve("dm-0"), root.resolve("sys/devices/dm-0"));
    Files.createSymbolicLink(devices.resolve("sda1"), root.resolve("sys/devices/sda1"));
    assertThat(look(mount("0:50", "btrfs", named.toString())).state()).isEqualTo(State.PLAIN);
  }

  @Test
  void looksUnderTheFileThatIsMountedAsADisk() throws IOException {
    Path sealed = Files.createDirectories(root.resolve("sealed"));
    device("7:0", "loop0", "");
    Path loop = Files.createDirectories(root.resolve("sys/devices/loop0/loop"));
    Files.writeString(loop.resolve("backing_file"), sealed.resolve("image") + "\n");
    String lower = "3 1 253:1 / %s rw - ext4 /dev/y rw\n".formatted(sealed);

    assertThat(look(mount("7:0", "ext4", "/dev/loop0") + lower).state()).isEqualTo(State.ENCRYPTED);
    assertThat(look(mount("7:0", "ext4", "/dev/loop0")).state()).isEqualTo(State.PLAIN);
  }

  @Test
  void looksAtTheDiskOfAPartition() throws IOException {
    device("9:0", "md0", "");
    below("md0", "dm-0");
    Path part = Files.createDirectories(root.resolve("sys/devices/md0/md0p1"));
    Files.writeString(part.resolve("partition"), "1\n");
    Files.createSymbolicLink(root.resolve("sys/dev/block/259:1"), part);

    assertThat(look(mount("259:1", "ext4", "/dev/md0p1")).state()).isEqualTo(State.ENCRYPTED);
  }

  @Test
  void readsPlacesWithSpaces() throws IOException {
    Path spaced = Files.createDirectories(root.resolve("a b"));
    String line = "1 0 253:1 / %s rw shared:1 - ext4 /dev/x rw\n";
    Path mounts = mounts("0 0 8:1 / / rw - ext4 /dev/r rw\n" + line.formatted(root + "/a\\040b"));

    DiskEncryption disk = new DiskEncryption(mounts, root.resolve("sys"));
    assertThat(disk.look(spaced.resolve("later")).state()).isEqualTo(State.ENCRYPTED);
  }

  @Test
  void cannotTellWhereNothingIsSaidOfMounts() throws IOException {
    DiskEncryption disk = new DiskEncryption(root.resolve("none"), root.resolve("none"));

    assertThat(disk.look(root))
        .isEqualTo(seen(State.UNKNOWN, "this system doesn't say what is mounted"));
    assertThat(new DiskEncryption(mounts("nonsense\n1 2\n"), root).look(root).state())
        .isEqualTo(State.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"8:1, ENCRYPTED, 'ext4, fscrypt'", "253:1, ENCRYPTED, 'ext4 on /dev/x, dm-crypt'"})
  void isSeenIfTheFileSystemSealsTheFolder(String device, State state, String how)
      throws IOException {
    Path mounts = mounts(mount(device, "ext4", "/dev/x"));
    FolderSealing sealing = folder -> Optional.of(folder.equals(root.resolve("here")));

    assertThat(new DiskEncryption(mounts, root.resolve("sys"), sealing).look(place()))
        .isEqualTo(seen(state, how));
    assertThat(new DiskEncryption(mounts, root.resolve("sys"), sealing).look(root).state())
        .isEqualTo(State.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "'----E--------e------- /some folder', true",
    "'-----------I--e------- /E', false",
    "'lsattr: not here', ",
    "'', "
  })
  void readsWhatLsattrSays(String line, @Nullable Boolean isSealed) {
    assertThat(FolderSealing.said(line)).isEqualTo(Optional.ofNullable(isSealed));
  }

  private DiskEncryption.Seen look(String mounts) throws IOException {
    return new DiskEncryption(mounts(mounts), root.resolve("sys")).look(place());
  }

  private static DiskEncryption.Seen seen(State state, String how) {
    return new DiskEncryption.Seen(state, how);
  }

  private Path place() {
    return root.resolve("here/workspace");
  }

  /** Returns a mount of the place that is looked at, on a plain root. */
  private String mount(String device, String type, String source) {
    return "1 0 8:1 / / rw - ext4 /dev/r rw\n2 1 %s / %s rw - %s %s rw\n"
        .formatted(device, root.resolve("here"), type, source);
  }

  private Path mounts(String lines) throws IOException {
    Files.createDirectories(root.resolve("here"));
    return Files.writeString(root.resolve("mountinfo"), lines);
  }

  private void device(String number, String name, String mapped) throws IOException {
    Path device = Files.createDirectories(root.resolve("sys/devices").resolve(name));
    Files.createDirectories(device.resolve("slaves"));
    for (String by : new String[] {"dev/block/" + number, "class/block/" + name}) {
      Path link = root.resolve("sys").resolve(by);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, device);
    }
    if (!mapped.isEmpty()) {
      Files.createDirectories(device.resolve("dm"));
      Files.writeString(device.resolve("dm/uuid"), mapped + "\n");
    }
  }

  private void below(String name, String lower) throws IOException {
    Path devices = root.resolve("sys/devices");
    Files.createSymbolicLink(
        devices.resolve(name).resolve("slaves").resolve(lower), devices.resolve(lower));
  }
}
