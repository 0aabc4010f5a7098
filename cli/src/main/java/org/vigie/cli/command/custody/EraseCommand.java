package org.vigie.cli.command.custody;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.erase.ErasureOrder;
import org.vigie.casework.mandate.MandateDesk;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.command.stream.EraseStep;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie erase}. */
@Command(
    name = "erase",
    description = "Erase adverts from all of the workspace: captures, inputs, index, state, notes",
    footer = {
      "",
      "Captures and inputs in the workspace are rewritten without them, then index and state are"
          + " made",
      "anew from these. Their ids, which are digests, are kept: the same text is not taken in"
          + " again.",
      "Inputs outside the workspace are not touched; places there are told. Cut short, the same"
          + " command",
      "or ./vigie run goes on.",
      "Example:",
      "  ./vigie erase a-0123456789abcdef0123 --why 'request of the person, file 7/26'"
    })
public final class EraseCommand implements Callable<Integer> {
  private static final int SHORTEST_WHY = 3;

  private final Environment environment;

  @Parameters(paramLabel = "ADVERT", arity = "0..*", description = "Ids of adverts")
  private List<String> adverts = List.of();

  @Option(
      names = "--granted",
      description = "Erase what two people asked for and granted in the console")
  private boolean granted;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "The grounds, for the audit log; name nobody and nothing that is erased")
  private String why = "";

  @Option(names = "--quiet", description = "Show no progress and no summary")
  private boolean quiet;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public EraseCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    requireWords();
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    Mandate mandate =
        new MandateDesk(environment)
            .pass(
                workspace,
                mandateOptions.find(environment),
                "erase",
                granted ? "granted" : String.join(" ", adverts) + ", why: " + why.strip());
    approved.require(settings.run().models());
    Logs.into(workspace);
    EraseStep step = new EraseStep(environment, mandate, quiet);
    if (granted) {
      step.eraseGranted(workspace, settings);
    } else {
      step.erase(workspace, settings, new ErasureOrder(adverts, environment.clock().instant()));
    }
    return Exit.OK.code();
  }

  private void requireWords() {
    if (granted != adverts.isEmpty()) {
      throw UserError.ofUsage("erase needs either ids of adverts or --granted");
    }
    if (!adverts.stream().allMatch(EraseCommand::isId)) {
      throw UserError.ofUsage(
          "an advert is named by its id, a- and 20 hexadecimal digits, but one here isn't");
    }
    if (!granted && why.strip().length() < SHORTEST_WHY) {
      throw UserError.ofUsage("--why must say why, but says nothing");
    }
  }

  private static boolean isId(String word) {
    return word.length() == 22
        && word.startsWith("a-")
        && word.substring(2).chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }
}
