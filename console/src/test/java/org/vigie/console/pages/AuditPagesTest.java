package org.vigie.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.console.mandate.AuditLog;
import org.vigie.console.mandate.AuditSeal;
import org.vigie.pipeline.workspace.Workspace;

class AuditPagesTest {
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @Test
  void showAuditorsIdsAndReasonsButNoWordsOfQueries(@TempDir Path folder) throws Exception {
    Workspace workspace = new Workspace(folder);
    Path log = workspace.audit().resolve("audit.jsonl");
    AuditLog audit =
        new AuditLog(
            log,
            new AuditSeal(
                workspace.audit().resolve("key.pem"), workspace.audit().resolve("heads.jsonl")));
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    audit.append(now, "ana", "reason", "operation example", MANDATE);
    audit.append(now, "ana", "consultation get /", "q=Somebody%20Named&page=2", MANDATE);
    audit.append(now, "ana", "search", "+1 555 0100", MANDATE);
    audit.append(now, "ana", "consultation get /adverts/{id}", "id=a-0a1b", MANDATE);
    try (ServedConsole served = ServedConsole.on(workspace)) {
      Browser auditor = served.as("auditor");
      assertThat(auditor.get("/audit").body())
          .contains("operation example", "id=a-0a1b", "The log is whole: 4 lines")
          .doesNotContain("Somebody", "555");

      List<String> lines = Files.readAllLines(log);
      Files.write(log, lines.subList(0, 3));
      assertThat(auditor.get("/audit").body()).contains("NOT whole", "its tail was cut");
    }
  }
}
