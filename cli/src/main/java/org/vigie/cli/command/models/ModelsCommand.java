package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.casework.models.ModelActivation;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.image.ImageFolder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.registry.Promotions;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.classifier.sign.ConceptCoverage;
import org.vigie.cli.command.option.ModelsOption;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.render.LanguageCoverage;
import org.vigie.cli.terminal.Table;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;
import org.vigie.training.sign.SignCorpusCount;
import org.vigie.training.sign.SignRecall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie models}. */
@Command(
    name = "models",
    description = "List, show, compare, seal, approve, put in use or take back models and lists",
    footer = {
      "",
      "Words after models: list; languages; show NAME; diff NAME OTHER; seal; approve; promote NAME",
      "--gold FILE; rollback [FORM]; encoder NAME, or encoder off. languages shows what there is to read signs by in each, and who",
      "read it; of changed concepts ./vigie concepts try shows what they find. seal notes the lexicons and other lists as they are now. A model is"
          + " put",
      "in use only if it is not worse than the present one on adverts that",
      "neither was trained on. docs/how-to/models.md tells more."
    })
public final class ModelsCommand implements Callable<Integer> {
  private static final String OFF = "off";

  private final Environment environment;

  @Parameters(index = "0", arity = "0..1", paramLabel = "WHAT", description = "What to do")
  private String what = "list";

  @Parameters(index = "1..*", arity = "0..2", paramLabel = "NAME", description = "Names of models")
  private List<String> names = List.of();

  @Option(
      names = "--gold",
      paramLabel = "FILE",
      description = "Labelled adverts that the new model must not be worse on; never trained on")
  private @Nullable String gold;

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      description =
          "Private key that signs what approve, promote and rollback leave in use. Default: the"
              + " workspace's own")
  private @Nullable String signingKey;

  @Option(names = "--json", description = "Print languages as JSON, one object a line")
  private boolean json;

  @Mixin private ModelsOption models = new ModelsOption();

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public ModelsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (json && !what.equals("languages")) {
      throw UserError.ofUsage(
          "--json goes with languages, but was given to " + SafeText.line(what));
    }
    Path folder = models.folder(environment);
    try {
      return carryOut(folder, Manifest.read(folder));
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }

  private int carryOut(Path folder, Manifest manifest) throws IOException {
    switch (what) {
      case "list" -> list(folder, manifest);
      case "languages" -> languages(folder);
      case "show" -> show(folder, manifest, name(0));
      case "diff" -> diff(manifest, name(0), name(1));
      case "seal" -> seal(folder, manifest);
      case "approve" -> approve(folder, manifest);
      case "promote" -> promote(folder, name(0));
      case "rollback" -> rollback(folder);
      case "encoder" -> encoder(folder, manifest, name(0));
      default ->
          throw UserError.ofUsage(
              "models needs list, languages, show, diff, seal, approve, promote, rollback or encoder, but was given "
                  + SafeText.line(what));
    }
    return Exit.OK.code();
  }

  private void list(Path folder, Manifest manifest) {
    Table table = new Table().row("model", "in use for", "files");
    for (String model : manifest.models()) {
      table.row(model, String.join(", ", uses(manifest, model)), state(folder, manifest, model));
    }
    table.row("lexicons and other lists", "", tuned(folder, manifest));
    table.lines().forEach(environment.out()::println);
  }

  private void languages(Path folder) throws IOException {
    List<ConceptCoverage> all = ConceptCoverage.of(folder);
    LanguageCoverage coverage =
        new LanguageCoverage(
            all,
            SignCorpusCount.of(all.stream().map(ConceptCoverage::language).toList()),
            SignCorpusCount.authors(),
            SignRecall.in(environment.home()));
    (json ? coverage.json() : coverage.lines()).forEach(environment.out()::println);
  }

  private static String state(Path folder, Manifest manifest, String model) {
    try {
      manifest.requireUnaltered(folder, model);
      return "as listed";
    } catch (IllegalArgumentException | IOException e) {
      return "NOT as listed";
    }
  }

  private static List<String> uses(Manifest manifest, String model) {
    return manifest.active().entrySet().stream()
        .filter(use -> use.getValue().equals(model))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String tuned(Path folder, Manifest manifest) {
    try {
      manifest.requireTuned(folder);
      return "as listed";
    } catch (IllegalArgumentException | IOException e) {
      return "NOT as listed";
    }
  }

  private void seal(Path folder, Manifest manifest) throws IOException {
    ConceptCoverage.of(folder); // what can't be read is not sealed
    Manifest sealed = manifest.withTuned(folder);
    sealed.write(folder);
    long changed =
        Stream.concat(sealed.tuned().keySet().stream(), manifest.tuned().keySet().stream())
            .distinct()
            .filter(path -> !Objects.equals(sealed.tuned().get(path), manifest.tuned().get(path)))
            .count();
    environment
        .out()
        .printf("sealed: %d lists, %d of them changed%n", sealed.tuned().size(), changed);
    makeImage(folder);
  }

  /** Makes the image of what was sealed, which the next command would make otherwise. */
  private static void makeImage(Path folder) throws IOException {
    if (ImageFolder.ofProcess().isPresent()) {
      try {
        AdvertAssessor.load(folder);
      } catch (IllegalArgumentException e) {
        // What is wrong with the models, whoever reads them says.
      }
    }
  }

  private void show(Path folder, Manifest manifest, String model) throws IOException {
    manifest.requireUnaltered(folder, model);
    environment.out().println(SafeText.block(Files.readString(folder.resolve(model + "/card.md"))));
  }

  private void diff(Manifest manifest, String one, String other) {
    TreeSet<String> files = new TreeSet<>();
    for (String path : manifest.files().keySet()) {
      if (path.startsWith(one + "/") || path.startsWith(other + "/")) {
        files.add(path.substring(path.indexOf('/') + 1));
      }
    }
    Table table = new Table().row("file", one, other, "");
    for (String file : files) {
      String left = manifest.files().getOrDefault(one + "/" + file, "");
      String right = manifest.files().getOrDefault(other + "/" + file, "");
      table.row(file, brief(left), brief(right), left.equals(right) ? "same" : "differs");
    }
    table.lines().forEach(environment.out()::println);
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(19, hash.length()));
  }

  private void approve(Path folder, Manifest manifest) throws IOException {
    for (String model : manifest.models()) {
      manifest.requireUnaltered(folder, model);
    }
    manifest.requireTuned(folder);
    approved().approve(folder);
    environment.out().println("approved: " + manifest.models());
  }

  private void promote(Path folder, String model) throws IOException {
    if (gold == null) {
      throw UserError.ofUsage("promote needs --gold FILE, but none was given");
    }
    Path file = environment.path(gold);
    if (!Files.isReadable(file)) {
      throw UserError.ofInput("--gold must be a readable file, but %s isn't".formatted(gold));
    }
    ModelActivation.Promoted promoted =
        activation(folder).promote(model, file, environment.logged());
    environment
        .out()
        .printf(
            "in use: %s (gold set: %.3f; %s: %.3f)%n",
            promoted.model(), promoted.after(), promoted.former(), promoted.before());
  }

  private void rollback(Path folder) throws IOException {
    String form = names.isEmpty() ? RiskModel.FORM : names.getFirst();
    String model = activation(folder).rollback(form, environment.logged());
    environment.out().println("in use again: " + model);
  }

  /** An encoder is tried before it is put in use; what is in use then is still to be approved. */
  private void encoder(Path folder, Manifest manifest, String model) throws IOException {
    Promotions log = new Promotions(folder);
    Instant now = environment.clock().instant();
    if (model.equals(OFF)) {
      log.retire(manifest, SignEncoder.FORM, now, environment.logged());
      environment.out().println("no encoder in use; type ./vigie models approve");
      return;
    }
    manifest.requireUnaltered(folder, model);
    SignEncoder.open(folder, model).close();
    log.promote(manifest, SignEncoder.FORM, model, now, environment.logged());
    environment.out().println("in use: " + model + "; type ./vigie models approve");
  }

  private ModelActivation activation(Path folder) {
    return new ModelActivation(folder, approved(), environment.clock());
  }

  private ApprovedModels approved() {
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    return signingKey == null
        ? ApprovedModels.of(workspace, settings)
        : ApprovedModels.of(workspace, settings, environment.path(signingKey));
  }

  private String name(int index) {
    if (names.size() <= index) {
      throw UserError.ofUsage(
          "models %s needs %s, but was given %d"
              .formatted(what, index == 0 ? "a name" : "two names", names.size()));
    }
    return names.get(index);
  }
}
