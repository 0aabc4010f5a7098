package org.vigie.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.sign.SignReader;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.training.sign.SignCorpus;
import org.vigie.training.sign.SignFigures;
import org.vigie.training.sign.SignLine;
import org.vigie.training.sign.SignTable;
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
  private static final String SEALED = "training/src/test/resources/org/vigie/training/sign/sealed";

  /** Textbook sentences, and the same in another order, of another person, with words between. */
  private static final String LADDER = "training/src/test/resources/org/vigie/training/sign/ladder";

  private static final List<String> RUNGS = List.of("plain", "order", "person", "between");

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

  VerifySignsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = texts == null ? environment.home().resolve(SEALED) : environment.path(texts);
    if (!Files.isDirectory(folder)) {
      throw UserError.ofInput("--texts must be a folder of texts, but there is no " + folder);
    }
    Path models = environment.home().resolve("models");
    SignReader reader = SignReader.load(models);
    List<SignLine> read = SignCorpus.read(folder);
    List<String> lines = new ArrayList<>(SignTable.of(SignFigures.of(reader, read, false)));
    lines.addAll(SignTable.ofRisk(AdvertAssessor.load(models), read));
    Path ladder = environment.home().resolve(LADDER);
    if (texts == null && Files.isDirectory(ladder)) {
      Map<String, SignFigures> rungs = new TreeMap<>();
      for (String rung : RUNGS) {
        rungs.put(rung, SignFigures.of(reader, SignCorpus.read(ladder.resolve(rung)), false));
      }
      SignFigures near = SignFigures.of(reader, SignCorpus.read(ladder.resolve("not")), false);
      lines.addAll(SignTable.ofLadder(rungs, near));
    }
    lines.forEach(environment.out()::println);
    if (table != null) {
      FigurePage.write(
          environment.path(table),
          "What is read in texts of others",
          List.of(
              "Written by `./vigie verify signs --table docs/reference/verify-signs.md`.",
              "The texts are invented, by authors who had read neither concepts nor corpora; no native speaker has read them.",
              "Rules that weigh what is found were chosen with these totals in view, so they flatter a little."),
          lines);
    }
    return Exit.OK.code();
  }
}
