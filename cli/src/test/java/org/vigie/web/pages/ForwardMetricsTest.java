package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.ForwardSettings;
import org.vigie.casework.forward.AuditForwarder;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.pipeline.workspace.Workspace;

class ForwardMetricsTest {
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @Test
  void figuresTellHowLongTheReceiverOfTheAuditLogIsGone(@TempDir Path folder) throws Exception {
    Workspace workspace = new Workspace(folder);
    Path log = workspace.audit().resolve("audit.jsonl");
    try (ServedConsole served = ServedConsole.on(workspace);
        Socket held = new Socket()) { // bound, so that nobody else listens there
      held.bind(new InetSocketAddress("127.0.0.1", 0));
      assertThat(served.nobody().get("/metrics").body()).doesNotContain("audit_forward");
      new AuditLog(log, new AuditSeal(folder.resolve("key"), folder.resolve("heads")))
          .append(served.clock.instant(), "ana", AuditEvent.of("search", ""), MANDATE);
      String to = "syslog+tcp://127.0.0.1:" + held.getLocalPort();
      new AuditForwarder(
              log, new ForwardSettings(to, ForwardSettings.Format.ECS, ""), folder, served.clock)
          .pass();
      served.clock.pass(Duration.ofMinutes(5));

      assertThat(served.nobody().get("/metrics").body())
          .contains("vigie_console_audit_forward_outage_seconds 300\n")
          .containsPattern("vigie_console_audit_forward_waiting_bytes [1-9]");
    }
  }
}
