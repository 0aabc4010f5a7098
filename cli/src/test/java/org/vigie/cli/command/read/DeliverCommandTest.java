package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditEntry;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.digest.Sha256;
import org.vigie.pipeline.workspace.Workspace;

/** Alerts go out for a named person, under the mandate under which that one decided it. */
class DeliverCommandTest {
  @Test
  void tellsWhoDecidedAndWhomUnderThatMandateAlone(@TempDir Path folder) throws Exception {
    Workspace workspace = ExampleWorkspace.in(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    Path settings = workspace.root().resolve("vigie.yaml");
    String mandate;
    try (var used = Files.list(workspace.mandates())) {
      mandate = used.findFirst().orElseThrow().getFileName().toString().replace(".json", "");
    }

    Files.writeString(settings, yaml("m-another"));
    assertThat(here.vigie("deliver")).as("another mandate").isEqualTo(3);
    assertThat(workspace.root().resolve("alerts.jsonl")).doesNotExist();

    Files.writeString(settings, yaml(mandate));
    assertThat(here.vigie("deliver")).as(here.err()).isZero();
    assertThat(workspace.root().resolve("alerts.jsonl")).isNotEmptyFile();
    List<String> log = Files.readAllLines(workspace.audit().resolve("audit.jsonl"));
    assertThat(log)
        .filteredOn(line -> line.contains("\"command\":\"deliver\""))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("\"grounds\":\"decided by E. Lead\"", "\"recipient\":\"alerts.jsonl\"", mandate);
    List<AuditEntry> told = entries(log, "shown by deliver");
    List<String> lines = Files.readAllLines(workspace.root().resolve("alerts.jsonl"));
    assertThat(told).extracting(AuditEntry::recipient).containsOnly("alerts.jsonl");
    assertThat(told)
        .as("each line with its end, by its hash")
        .extracting(AuditEntry::file)
        .containsExactlyElementsOf(lines.stream().map(line -> Sha256.of(line + "\n")).toList());
    assertThat(told)
        .as("and what it names, which who-saw finds")
        .extracting(AuditEntry::shown)
        .containsExactlyElementsOf(
            lines.stream().map(line -> String.join(" ", ShownIds.in(line).ids())).toList());

    assertThat(here.vigie("deliver")).as(here.err()).isZero();
    assertThat(here.out()).contains("told of 0 alerts");
    assertThat(workspace.audit().resolve("audit.jsonl"))
        .as("a job that has nothing to tell fills no log")
        .hasContent(String.join("\n", log));
  }

  @Test
  void endsInOrderWhereNobodyIsNamedOnlyIfAsked(@TempDir Path folder) throws Exception {
    ExampleWorkspace.in(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();

    assertThat(here.vigie("deliver")).isEqualTo(4);
    assertThat(here.err()).contains("deliver must name a file, a webhook or a mail server");
    assertThat(here.vigie("deliver", "--if-named")).as(here.err()).isZero();
  }

  private static List<AuditEntry> entries(List<String> log, String command) throws Exception {
    List<AuditEntry> entries = new ArrayList<>();
    for (String line : log) {
      AuditEntry entry = new ObjectMapper().readValue(line, AuditEntry.class);
      if (entry.command().equals(command)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static String yaml(String mandate) {
    return "deliver: {file: alerts.jsonl, reviewer: E. Lead, mandate: %s}%n".formatted(mandate);
  }
}
