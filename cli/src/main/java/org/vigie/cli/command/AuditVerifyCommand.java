package org.vigie.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.casework.surroundings.Surroundings;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie audit verify}. */
@Command(
    name = "verify",
    description = "Find any edit, deletion, reordering or cut tail of the audit log",
    footer = {
      "",
      "Whoever can write the log, its heads and the key can forge all three: keep heads and key",
      "elsewhere (audit.heads and audit.key in vigie.yaml), and verify with copies of your own."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--heads",
      paramLabel = "FILE",
      description = "Signed heads. Default: audit.heads of vigie.yaml")
  private @Nullable String heads;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Key that verifies them. Default: audit.key of vigie.yaml with .pub")
  private @Nullable String publicKey;

  @Option(names = "--json", description = "Print the report as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  AuditVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(surroundings);
    AuditSeal seal = AuditSeal.of(workspace, Settings.of(workspace, surroundings).audit());
    AuditReport report =
        new AuditTrail(
                MandateDesk.log(workspace),
                given(heads, seal.heads()),
                given(publicKey, seal.publicKey()))
            .verify();
    if (json) {
      surroundings.out().println(SafeJson.of(report));
    } else {
      report.problems().forEach(surroundings.out()::println);
      surroundings
          .out()
          .printf(
              "%s, %s, %s: %s%n",
              Words.count(report.lines(), "line", "lines"),
              Words.count(report.heads(), "signed head", "signed heads"),
              Words.count(report.unsigned(), "line not signed yet", "lines not signed yet"),
              report.holds() ? "the log is whole" : "the log is NOT whole");
    }
    return report.holds() ? Exit.OK.code() : Exit.NOT_KEPT.code();
  }

  private Path given(@Nullable String named, Path otherwise) {
    return named == null ? otherwise : surroundings.path(named);
  }
}
