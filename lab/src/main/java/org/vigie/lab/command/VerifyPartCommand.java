package org.vigie.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.progress.Display;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.lab.verify.Check;
import org.vigie.lab.verify.CheckResult;
import org.vigie.lab.verify.Checks;
import org.vigie.lab.verify.Effort;
import org.vigie.lab.verify.Verification;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Option;

/** The verification of one part: its checks, carried out and shown. */
abstract class VerifyPartCommand implements Callable<Integer> {
  private final Environment environment;
  private final String part;
  private final List<Check> checks;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How often to disturb it; all else grows with it. Default: ${DEFAULT-VALUE}")
  private int runs = 20;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of all that is drawn by chance. Default: ${DEFAULT-VALUE}")
  private long seed = 2026;

  @Option(names = "--only", paramLabel = "NAME", description = "One check. May be repeated")
  private List<String> only = List.of();

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Write the figures to a Markdown file as well; rows of other checks stay")
  private @Nullable String table;

  @Option(names = "--quiet", description = "Show no progress")
  private boolean quiet;

  @Option(names = "--json", description = "Print the figures as one JSON object")
  private boolean json;

  /**
   * @param part its name on the command line
   */
  VerifyPartCommand(Environment environment, String part, List<Check> checks) {
    this.environment = environment;
    this.part = part;
    this.checks = checks;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--runs", runs, 1);
    List<Check> chosen = chosen();
    Effort effort = new Effort(runs, seed);
    Path folder = Files.createTempDirectory("vigie-verify-");
    List<CheckResult> results = new ArrayList<>();
    for (Check check : chosen) {
      CheckResult result = carryOut(check, effort, folder);
      results.add(result);
      if (table != null) { // at once, since the next may take an hour
        new VerificationTable(environment.path(table), part)
            .put(new Verification(effort.runs(), effort.seed(), List.of(result)));
      }
    }
    Verification verification = new Verification(effort.runs(), effort.seed(), results);
    if (json) {
      environment.out().println(SafeJson.of(verification));
    } else {
      VerificationView.lines(verification).forEach(environment.out()::println);
    }
    if (verification.holds()) {
      Files.delete(folder);
      return Exit.OK.code();
    }
    environment.err().println("vigie: what was found amiss lies in " + folder);
    return Exit.NOT_KEPT.code();
  }

  private CheckResult carryOut(Check check, Effort effort, Path folder) throws Exception {
    try (Display display =
        Display.of(environment, quiet || json, check.name(), Display.Unit.PARTS)) {
      return Checks.carryOut(check, effort, folder, (done, total) -> display.show(done, total, ""));
    }
  }

  private List<Check> chosen() {
    List<String> names = checks.stream().map(Check::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw UserError.ofUsage(
            "--only must be one of %s, but was %s"
                .formatted(names.stream().collect(Collectors.joining(", ")), name));
      }
    }
    return checks.stream().filter(check -> only.isEmpty() || only.contains(check.name())).toList();
  }
}
