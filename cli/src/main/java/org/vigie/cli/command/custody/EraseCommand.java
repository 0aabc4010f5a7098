package org.vigie.cli.command.custody;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ContentId;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.erase.AdvertsOfContact;
import org.vigie.casework.erase.ErasureOrder;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.Logs;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.command.stream.EraseStep;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.NoIndexException;
import org.vigie.text.safe.Words;
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
      "  ./vigie erase a-0123456789abcdef0123 --why 'request of the person, file 7/26'",
      "  ./vigie erase --contact '+44 7700 900123' --why 'request of the person, file 7/26'"
    })
public final class EraseCommand implements Callable<Integer> {
  private static final int SHORTEST_WHY = 3;

  private final Environment environment;

  @Parameters(paramLabel = "ADVERT", arity = "0..*", description = "Ids of adverts")
  private List<String> adverts = List.of();

  @Option(
      names = "--contact",
      paramLabel = "CONTACT",
      description =
          "All adverts that name it: a phone with +, an e-mail address, or a key; may be repeated")
  private List<String> contacts = List.of();

  @Option(
      names = "--expect",
      paramLabel = "N",
      description = "How many adverts --contact must find; without it, they are only counted")
  private @Nullable Integer expected;

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
    List<String> erased = contacts.isEmpty() ? adverts : named(workspace);
    boolean erases = contacts.isEmpty() || isExpected(erased);
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    AuditEvent event =
        AuditEvent.of(
            erases ? "erase" : "erase: count",
            granted ? "granted" : String.join(" ", erased) + ", why: " + why.strip());
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), event, unused -> {});
    if (!erases) {
      tellCount(
          workspace,
          erased,
          new Screen(environment, workspace, mandate, event, settings.custody().disclosure()));
      return Exit.OK.code();
    }
    approved.require(settings.run().models());
    Logs.into(workspace);
    EraseStep step = new EraseStep(environment, mandate, quiet);
    if (granted) {
      step.eraseGranted(workspace, settings);
    } else {
      step.erase(workspace, settings, new ErasureOrder(erased, environment.clock().instant()));
    }
    return Exit.OK.code();
  }

  /** Restricted adverts go too: whoever asks for erasure asks for all of them. */
  private List<String> named(Workspace workspace) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      return AdvertsOfContact.in(index, contacts);
    } catch (NoIndexException e) {
      throw new UserError(Exit.INPUT, "there is no index yet, so no advert names a contact", e);
    }
  }

  private boolean isExpected(List<String> named) {
    return expected != null && expected == named.size() && !named.isEmpty();
  }

  /** Tells what would be erased; if another number was expected, that is an error. */
  private void tellCount(Workspace workspace, List<String> named, Screen screen)
      throws IOException {
    if (expected != null) {
      throw UserError.ofInput(
          "--expect must be %d, as many adverts as name a contact, but was %d; nothing is erased"
              .formatted(named.size(), expected));
    }
    List<String> lines = new ArrayList<>();
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      for (String advert : named) {
        lines.add(advert);
        lines.addAll(AdvertTimeLines.of(index, advert));
      }
    }
    screen.show(lines);
    environment
        .out()
        .println(
            named.isEmpty()
                ? "No advert names it. Quarantined adverts aren't looked at."
                : "Nothing is erased yet. The same command with --expect %d erases %s."
                    .formatted(named.size(), Words.count(named.size(), "advert", "adverts")));
  }

  private void requireWords() {
    boolean isOne =
        Stream.of(granted, !adverts.isEmpty(), !contacts.isEmpty()).filter(way -> way).count() == 1;
    if (!isOne) {
      throw UserError.ofUsage("erase needs either ids of adverts, --contact or --granted");
    }
    if (expected != null && contacts.isEmpty()) {
      throw UserError.ofUsage("--expect says how many adverts --contact must find");
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
    return ContentId.isWritten("a-", word);
  }
}
