package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.disk.DiskEncryption;
import org.vigie.files.disk.DiskEncryption.State;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

class DiskDemandTest {
  @TempDir Path folder;
  private Path system;

  @BeforeEach
  void makeDisks() throws IOException {
    system = folder.resolve("sys");
    Path plain = Files.createDirectories(system.resolve("dev/block/8:1"));
    Files.createDirectories(plain.resolve("slaves"));
    Path sealed = Files.createDirectories(system.resolve("dev/block/253:0/dm"));
    Files.writeString(sealed.resolve("uuid"), "CRYPT-LUKS2-0123-vigie\n");
  }

  @Test
  void refusesAPlainDiskWithTheCommandsThatMakeAnother() {
    assertThatThrownBy(() -> demand("8:1", "ext4", true).require(folder, "here"))
        .isInstanceOfSatisfying(
            UserError.class, refused -> assertThat(refused.exit()).isEqualTo(Exit.INPUT))
        .hasMessageContaining("here lies where encryption is seen, but none is seen on its disk")
        .hasMessageContaining("cryptsetup luksFormat DEVICE")
        .hasMessageContaining("mount /dev/mapper/vigie 'here'");
  }

  @Test
  void refusesADiskOfWhichNothingCanBeTold() {
    assertThatThrownBy(() -> demand("0:40", "nfs4", true).require(folder, "here"))
        .hasMessageContaining("nobody can tell whether its disk encrypts");
  }

  @Test
  void takesAnEncryptedDiskAndAnyOtherThatIsNotDemandedToBe() {
    assertThat(demand("253:0", "ext4", true).require(folder, "here").state())
        .isEqualTo(State.ENCRYPTED);
    assertThat(demand("8:1", "ext4", false).require(folder, "here").state()).isEqualTo(State.PLAIN);
  }

  private DiskDemand demand(String device, String type, boolean isEncrypted) {
    Path mounts = folder.resolve("mountinfo");
    try {
      Files.writeString(mounts, "1 0 %s / / rw - %s /dev/x rw\n".formatted(device, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DiskDemand(new DiskEncryption(mounts, system), isEncrypted);
  }
}
