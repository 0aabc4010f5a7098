package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.environment.Here;
import org.vigie.files.fault.Failpoint;
import org.vigie.pipeline.workspace.Workspace;

/** A change of the log's key that is killed goes on with the next line, or has not happened. */
class KilledAuditRotationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"audit-key-made:1", "audit-key-handed-over:1", "key-kept:1", "key-moved:1"})
  void leavesALogThatHolds(String place) throws Exception {
    Here here = Here.in(folder).onRealTime();
    here.vigie("init", "--trial");
    Workspace workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.writeString(workspace.config(), "audit: {witness: ../elsewhere}\nweb: {alone: true}\n");
    assertThat(here.vigie("keys", "rotate-audit")).as(here.err()).isZero();
    Path key = workspace.audit().resolve("key.pem");
    Path known = Files.copy(workspace.audit().resolve("key.pem.pub"), folder.resolve("known"));

    assertThat(KilledCommand.run(folder, place, "keys", "rotate-audit"))
        .as(Files.readString(folder.resolve("killed.log")))
        .isEqualTo(Failpoint.KILLED);
    assertThat(here.vigie("audit", "verify")).as(here.out()).isZero();
    assertThat(here.vigie("keys", "rotate-audit")).as(here.err()).isZero();

    assertThat(here.vigie("audit", "verify")).as(here.out()).isZero();
    assertThat(here.vigie("audit", "verify", "--public-key", known.toString())).isZero();
    assertThat(key.resolveSibling("key.pem.next")).doesNotExist();
    assertThat(key.resolveSibling("key.pem.next.pub")).doesNotExist();
  }
}
