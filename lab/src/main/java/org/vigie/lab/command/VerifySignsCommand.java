package org.vigie.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.training.sign.SealedSigns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie verify signs}. */
@Command(
    name = "signs",
    description = "Hold what is read in texts against what their authors say they say",
    footer = {
      "",
      "The texts were written apart from concepts, frames and corpora, and are looked at as totals",
      "only. Their language is not told."
    })
final class VerifySignsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--texts",
      paramLabel = "DIR",
      description = "Folder of texts, a LANG.tsv a language. Default: the sealed ones")
  private @Nullable String texts;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Write the figures to a Markdown file as well")
  private @Nullable String table;

  @Option(
      names = "--recall",
      paramLabel = "FILE",
      description = "Write recall by language as JSON as well, which models languages shows")
  private @Nullable String recall;

  VerifySignsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path home = environment.home();
    Path folder = texts == null ? SealedSigns.texts(home) : environment.path(texts);
    if (!Files.isDirectory(folder)) {
      throw UserError.ofInput("--texts must be a folder of texts, but there is no " + folder);
    }
    if (texts != null && recall != null) {
      throw UserError.ofUsage("--recall is of the sealed texts, and goes without --texts");
    }
    Path models = home.resolve("models");
    SealedSigns measured =
        texts == null
            ? SealedSigns.measure(home, models)
            : SealedSigns.measureTexts(folder, models);
    List<String> lines = measured.lines();
    lines.forEach(environment.out()::println);
    if (table != null) {
      FigurePage.write(
          environment.path(table),
          "What is read in texts of others",
          List.of(
              "Written by `./vigie verify signs --table docs/reference/verify-signs.md`.",
              "The texts are invented, by authors who had read neither concepts nor corpora; no native speaker has read them.",
              "Rules and words beside ages were chosen with these totals in view, so they flatter a little.",
              "In 64 of them the kind of a question was set anew. For authors whom models haven't read see `models/signs-1/card.md`."),
          lines);
    }
    if (recall != null) {
      measured.recall().write(environment.path(recall));
    }
    return Exit.OK.code();
  }
}
