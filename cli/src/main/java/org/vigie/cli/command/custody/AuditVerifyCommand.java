package org.vigie.cli.command.custody;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.AuditSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.DatabaseAge;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.witness.KeptHeads;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.render.AuditReportView;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie audit verify}. */
@Command(
    name = "verify",
    description = "Find any edit, deletion, reordering or cut tail of the audit log",
    footer = {
      "",
      "Whoever can write the log, its heads and the key can forge or cut all three together. So name",
      "a witness elsewhere: audit.witness in vigie.yaml, a folder of another disk or the address of a",
      "./vigie witness on another machine. --witness asks one that the settings don't name."
    })
public final class AuditVerifyCommand implements Callable<Integer> {
  private final Environment environment;

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

  @Option(
      names = "--witness",
      paramLabel = "PLACE",
      split = ",",
      description = "Who was told of heads: folders or addresses. Default: audit.witness")
  private List<String> witness = List.of();

  @Option(
      names = "--kept",
      paramLabel = "FILE",
      description = "What a receiver of syslog or a mailbox kept: a file of its lines or mails")
  private @Nullable String kept;

  @Option(names = "--json", description = "Print the report as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public AuditVerifyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.existing(environment);
    AuditSettings settings = Settings.of(workspace, environment).custody().audit();
    AuditSeal seal = AuditSeal.of(workspace, asked(settings));
    DatabaseAge database = new DatabaseAge(workspace.database());
    AuditReport report =
        new AuditTrail(
                MandateCheck.log(workspace),
                given(heads, seal.heads()),
                given(publicKey, seal.publicKey()),
                kept == null
                    ? seal.witnesses()
                    : seal.witnesses().and(new KeptHeads(environment.path(kept))))
            .verify(environment.clock().instant(), seal)
            .and(database.problem(MandateCheck.log(workspace), seal))
            .noting(database.unknown(MandateCheck.log(workspace)));
    if (json) {
      environment.out().println(SafeJson.of(report));
    } else {
      if (kept == null) {
        seal.witnesses()
            .unaskable()
            .forEach(place ->
                environment.out().println("what " + place + " keeps is verified by --kept FILE"));
      }
      new AuditReportView(environment.colours()).lines(report).forEach(environment.out()::println);
    }
    return report.holds() ? Exit.OK.code() : Exit.NOT_KEPT.code();
  }

  private AuditSettings asked(AuditSettings settings) {
    List<String> places =
        witness.stream()
            .map(place -> place.contains("://") ? place : environment.path(place).toString())
            .toList();
    return witness.isEmpty() ? settings : settings.witnessedBy(places);
  }

  private Path given(@Nullable String named, Path otherwise) {
    return named == null ? otherwise : environment.path(named);
  }
}
