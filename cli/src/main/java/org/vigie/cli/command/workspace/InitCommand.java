package org.vigie.cli.command.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.DefaultFiles;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.WorkspaceRights;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateDraft;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.registry.ModelSeal;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie init}. */
@Command(
    name = "init",
    description = "Make a workspace: its mandate, its settings, its stored queries",
    footer = {
      "",
      "Asks on a terminal for what the options leave out. Keeps files that are there already.",
      "Examples:",
      "  ./vigie init --trial      to try Vigie out with synthetic or public research data",
      "  ./vigie init --authority 'Unit 3' --legal-basis 'Act 12, s. 4' --purpose 'labour fraud'"
          + " \\",
      "    --case 2026-117 --approved-by 'A. Prosecutor' --valid-until 2026-12-31"
    })
public final class InitCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--trial",
      description = "Write a mandate for trying out: seven days, files only, no crawl")
  private boolean trial;

  @Option(names = "--replace", description = "Replace the mandate that the workspace has")
  private boolean replace;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = "%nMandate:%n", order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public InitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.in(environment);
    if (Files.exists(workspace.mandate()) && !replace) {
      throw UserError.ofInput(
          "%s holds a mandate already; to replace it type ./vigie init --replace"
              .formatted(environment.shown(workspace.root())));
    }
    Mandate mandate = mandate().requireValid(environment.clock().instant());
    boolean first = !Files.exists(workspace.mandate());
    Files.createDirectories(workspace.root());
    MandateFile.write(workspace.mandate(), mandate);
    said("wrote", workspace.mandate());
    writeOnce(workspace.config(), DefaultFiles.settings());
    writeOnce(workspace.queries(), DefaultFiles.queries());
    if (first) {
      Settings settings = Settings.of(workspace, environment);
      approveModelsOnce(workspace, settings);
      // Where a group may open the folder, it may be another's that only lets this group in.
      new WorkspaceRights(workspace.root(), settings.custody().files().group()).tighten();
    }
    environment
        .out()
        .printf(
            "The mandate holds until %s.%nNext: ./vigie run --input FILE%n",
            Words.minute(mandate.validUntil()));
    return Exit.OK.code();
  }

  private Mandate mandate() throws IOException {
    MandateDraft draft = mandateOptions.draft();
    boolean written = draft.missing().size() < MandateDraft.KEYS.size();
    if (trial) {
      if (written) {
        throw UserError.ofUsage("--trial must stand alone, but parts of a mandate are given too");
      }
      return SyntheticMandate.forTrial(environment.person(), environment.clock().instant());
    }
    if (!written) {
      Optional<Mandate> named = mandateOptions.find(environment);
      if (named.isPresent()) {
        return named.get();
      }
    }
    if (draft.missing().isEmpty() || !environment.terminals().in()) {
      return finish(draft);
    }
    return asked(draft).finish("answers");
  }

  private static Mandate finish(MandateDraft draft) {
    if (!draft.missing().isEmpty()) {
      throw UserError.ofMandate(
          "a mandate needs %s; give --%s, or --trial to try Vigie out"
              .formatted(
                  String.join(", ", MandateDraft.KEYS), String.join(", --", draft.missing())));
    }
    return draft.finish("command line");
  }

  private MandateDraft asked(MandateDraft draft) throws IOException {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
    environment
        .err()
        .println("The mandate under which this workspace may collect, search and export:");
    Map<String, String> parts = new LinkedHashMap<>();
    for (String key : MandateDraft.KEYS) {
      parts.put(key, draft.part(key).isEmpty() ? ask(key, answers) : draft.part(key));
    }
    return MandateDraft.of(parts::get);
  }

  private String ask(String key, BufferedReader answers) throws IOException {
    String hint = key.equals("valid-until") ? " (last day, such as 2026-12-31)" : "";
    while (true) {
      environment.err().print("  " + key.replace('-', ' ') + hint + ": ");
      environment.err().flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw UserError.ofMandate("a mandate needs " + key + ", but the answers ended before it");
      }
      if (!answer.isBlank() && (!key.equals("valid-until") || MandateDraft.isEnd(answer))) {
        return answer.strip();
      }
    }
  }

  /** The models that lie there now are the ones that the workspace starts with. */
  private void approveModelsOnce(Workspace workspace, Settings settings) throws IOException {
    Path models = settings.run().models();
    boolean sealed = new ModelSeal(workspace.models()).exists() || !settings.modelsKey().isEmpty();
    if (!sealed && Files.exists(models.resolve(Manifest.NAME))) {
      ApprovedModels.of(workspace, settings).approve(models);
      said("wrote", workspace.models());
    }
  }

  private void writeOnce(Path file, String content) throws IOException {
    if (Files.exists(file)) {
      said("kept", file);
    } else {
      Files.writeString(file, content);
      said("wrote", file);
    }
  }

  private void said(String what, Path file) {
    environment.out().printf("%-5s %s%n", what, environment.shown(file));
  }
}
