package org.vigie.web.pages.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditKeyRotation;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;

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
    audit.append(now, "eva", AuditEvent.of("search", "").typed("query", "+1 555 0101"), MANDATE);
    audit.append(now, "ana", "consultation get /adverts/{id}", "id=a-0a1b", MANDATE);
    try (ServedConsole served = ServedConsole.on(workspace)) {
      Browser auditor = served.as("auditor");
      assertThat(auditor.get("/audit").body())
          .contains("operation example", "id=a-0a1b")
          .doesNotContain("Somebody", "555 01", "555+01", "55501", "The log is whole");
      assertThat(auditor.get("/audit?verify=on").body()).contains("The log is whole: 5 lines");

      Document asked = Jsoup.parse(auditor.get("/audit?about=%2B1+555+0101").body());
      assertThat(asked.select("tbody tr").eachText())
          .as("who looked for this number")
          .singleElement()
          .asString()
          .contains("eva", "query=~");

      List<String> lines = Files.readAllLines(log);
      Files.write(log, lines.subList(0, 4));
      assertThat(auditor.get("/audit?verify=on").body()).contains("NOT whole", "its tail was cut");
    }
  }

  @Test
  void sayWhatNobodyCanKnowOfALostKey(@TempDir Path folder) throws Exception {
    Workspace workspace = new Workspace(folder);
    Path log = workspace.audit().resolve("audit.jsonl");
    Path heads = workspace.audit().resolve("heads.jsonl");
    AuditSeal seal = new AuditSeal(workspace.audit().resolve("key.pem"), heads);
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    new AuditLog(log, seal).append(now, "ana", "show", "a-1", MANDATE);
    Files.delete(seal.key());
    new AuditKeyRotation(log, seal).replaceLost(now, "ana");
    new AuditLog(log, seal).append(now, "ana", "show", "a-2", MANDATE);
    Files.delete(heads.resolveSibling("heads.jsonl.lost-1"));
    try (ServedConsole served = ServedConsole.on(workspace)) {
      Document page = Jsoup.parse(served.as("auditor").get("/audit?verify=on").body());

      assertThat(page.select("[role=status]").text()).startsWith("The log is whole");
      assertThat(page.select("p.problem").eachText())
          .anyMatch(text -> text.startsWith("no heads are here that the lost key"));
    }
  }

  @Test
  void findALineByPersonDayCaseAndIdHoweverOldItIs(@TempDir Path folder) throws Exception {
    Workspace workspace = new Workspace(folder);
    AuditLog audit =
        new AuditLog(
            workspace.audit().resolve("audit.jsonl"),
            new AuditSeal(
                workspace.audit().resolve("key.pem"), workspace.audit().resolve("heads.jsonl")));
    AuditEvent look =
        AuditEvent.of("consultation get /adverts/{id}", "id=a-77").in("0a").because("k-5 words");
    audit.append(Instant.parse("2026-02-03T12:00:00Z"), "eva", look, MANDATE);
    for (int i = 0; i < 450; i++) {
      audit.append(Instant.parse("2026-03-01T12:00:00Z"), "ana", "show", "a-" + i, MANDATE);
    }
    try (ServedConsole served = ServedConsole.on(workspace)) {
      Browser auditor = served.as("auditor");
      assertThat(auditor.get("/audit?to=%2B999999999-12-31").statusCode()).isEqualTo(422);
      for (String asked :
          List.of("user=eva", "about=k-5", "about=0a", "from=2026-02-03&to=2026-02-03")) {
        Document page = Jsoup.parse(auditor.get("/audit?" + asked).body());
        assertThat(page.select("tbody tr").eachText())
            .as(asked)
            .singleElement()
            .asString()
            .contains("eva", "id=a-77", "k-5 words");
      }
      assertThat(auditor.get("/audit?from=yesterday").statusCode()).isEqualTo(422);
      int lines = 0;
      int pages = 0;
      for (String path = "/audit"; !path.isEmpty(); pages++) {
        Document page = Jsoup.parse(auditor.get(path).body());
        lines += page.select("tbody tr").size();
        path = page.select("a[rel=next]").attr("href");
      }
      assertThat(lines).isEqualTo(451);
      assertThat(pages).isEqualTo(3);
    }
  }
}
