package org.vigie.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.custody.DiskDemand;
import org.vigie.files.disk.DiskEncryption;

class DiskCheckTest {
  @TempDir Path folder;

  @Test
  void warnsOfAPlainDiskAndFailsWhereSettingsDemandAnother() throws IOException {
    DoctorFinding plain = finding("ext4 /dev/x", false);
    assertThat(plain.isWarning()).isTrue();
    assertThat(plain.text()).startsWith("WARN  encryption  none is seen").contains("LUKS");

    DoctorFinding demanded = finding("ext4 /dev/x", true);
    assertThat(demanded.fit()).isFalse();
    assertThat(demanded.text())
        .startsWith("MEND  encryption  none is seen on its disk (ext4 on /dev/x)")
        .contains("files.encrypted-disk");
  }

  @Test
  void saysThatNobodyCanTell() throws IOException {
    assertThat(finding("zfs tank", false).text())
        .startsWith("ok    encryption  can't tell whether")
        .contains("zfs get encryption tank");
    assertThat(finding("zfs tank", true).fit()).isFalse();
  }

  @Test
  void isFitWhereTheFolderIsSealed() throws IOException {
    assertThat(finding("fuse.gocryptfs sealed", true).text())
        .isEqualTo("ok    encryption  the workspace's disk encrypts (fuse.gocryptfs)");
  }

  /**
   * @param mounted type and source of the file system
   */
  private DoctorFinding finding(String mounted, boolean isDemanded) throws IOException {
    Path device = folder.resolve("sys/dev/block/8:1");
    Files.createDirectories(device.resolve("slaves"));
    Path mounts = folder.resolve("mountinfo");
    Files.writeString(mounts, "1 0 8:1 / / rw - %s rw\n".formatted(mounted));
    DiskEncryption disk = new DiskEncryption(mounts, folder.resolve("sys"));
    return new DiskCheck(new DiskDemand(disk, isDemanded)).finding(folder);
  }
}
