package org.vigie.casework.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginFault;
import org.vigie.files.plugin.PluginLimits;
import org.vigie.files.plugin.PluginSpec;

class PluginTargetTest {
  @TempDir private Path folder;

  @Test
  void leavesNoProcessBehindWhereItCannotStart() throws Exception {
    Path pid = folder.resolve("pid");
    PluginSpec spec =
        new PluginSpec(
            "own",
            PluginKind.EXPORTER,
            List.of(
                "/bin/sh",
                "-c",
                "read line; echo $$ > %s; echo '{\"done\":1,\"error\":\"no\"}'; exec sleep 640"
                    .formatted(pid)),
            List.of(),
            "test",
            PluginLimits.defaults());

    assertThatThrownBy(() -> new PluginTarget(spec).into(OutputStream.nullOutputStream()))
        .isInstanceOf(PluginFault.class);

    long number = Long.parseLong(Files.readString(pid).strip());
    for (int i = 0; i < 600 && isAlive(number); i++) {
      Thread.sleep(100);
    }
    assertThat(isAlive(number)).isFalse();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
