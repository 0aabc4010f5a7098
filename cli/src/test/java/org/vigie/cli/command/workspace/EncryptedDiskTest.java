package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.files.disk.DiskEncryption;

/** What commands do where the settings demand a disk that encrypts, on whatever disk this is. */
class EncryptedDiskTest {
  private static final String[][] COMMANDS = {
    {"run", "--input", "adverts.jsonl"},
    {"crawl", "--seed", "http://127.0.0.1:1/"},
    {"serve", "--port", "0", "--listen", "example.invalid"}
  };

  @TempDir Path folder;

  @Test
  void nothingStartsWhereNoneIsSeen() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Path workspace = folder.resolve("vigie-workspace");
    Files.writeString(workspace.resolve("vigie.yaml"), "files: {encrypted-disk: true}\n");
    Files.writeString(folder.resolve("adverts.jsonl"), "");
    boolean isSeen = new DiskEncryption().look(workspace).state() == DiskEncryption.State.ENCRYPTED;

    for (String[] command : COMMANDS) {
      int code = here.vigie(command);
      assertThat(here.err().contains("files.encrypted-disk demands"))
          .as(here.err())
          .isEqualTo(!isSeen);
      if (!isSeen) {
        assertThat(code).as(command[0]).isEqualTo(4);
        assertThat(here.err()).contains("cryptsetup luksFormat DEVICE");
      }
    }
  }
}
