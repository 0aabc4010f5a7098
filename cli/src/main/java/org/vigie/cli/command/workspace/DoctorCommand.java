package org.vigie.cli.command.workspace;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.doctor.Doctor;
import org.vigie.cli.doctor.DoctorFinding;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie doctor}. */
@Command(
    name = "doctor",
    description = "Check JDK, memory, disk, ports, models, workspace and mandate")
public final class DoctorCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public DoctorCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<DoctorFinding> findings =
        new Doctor(environment, workspaceOption.in(environment)).findings();
    findings.forEach(finding -> environment.out().println(finding.text()));
    long unfit = findings.stream().filter(finding -> !finding.fit()).count();
    long warnings = findings.stream().filter(DoctorFinding::isWarning).count();
    environment
        .out()
        .println(unfit == 0 ? well(warnings) : Words.count(unfit, "thing", "things") + " to mend.");
    return (unfit == 0 ? Exit.OK : Exit.INPUT).code();
  }

  private static String well(long warnings) {
    return warnings == 0
        ? "All is well."
        : "All is well, but for " + Words.count(warnings, "warning", "warnings") + ".";
  }
}
