package org.vigie.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.warmup.TrainingCommands;
import org.vigie.cli.warmup.TrainingCrawl;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code vigie warm-up}, whose parts the launcher has Java watch and keep (JEP 514), each in a
 * process of its own.
 *
 * <p>Started otherwise, it does them all and nothing is kept.
 */
@Command(
    name = "warm-up",
    description = "Make commands start warm: use them on invented adverts, keep what Java learns",
    footer = {
      "",
      "It takes a minute or two, needs JDK 25 or newer, and holds until Java or Vigie changes.",
      "Without it commands are the same, but take longer until they run at full speed."
    })
final class WarmUpCommand implements Callable<Integer> {
  private static final int PAGES = 4_000;

  /**
   * So many that the second compiler takes on what a run does most: a later run then needn't watch
   * it anew before it compiles it.
   */
  private static final int ADVERTS = 1_500;

  private final Environment environment;

  @Parameters(index = "0", arity = "0..1", hidden = true)
  private String part = "";

  @Parameters(index = "1", arity = "0..1", hidden = true)
  private @Nullable String folder;

  WarmUpCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (folder != null) {
      train(part, environment.path(folder));
      return Exit.OK.code();
    }
    if (!part.isEmpty()) {
      throw UserError.ofUsage("warm-up must stand alone, but has " + SafeText.line(part));
    }
    Path own = Files.createTempDirectory("vigie-warm-up");
    try {
      for (String each : new String[] {"run", "search", "serve", "crawl"}) {
        train(each, own);
      }
    } finally {
      FolderTree.delete(own);
    }
    return Exit.OK.code();
  }

  private void train(String named, Path workspace) throws IOException, InterruptedException {
    TrainingCommands commands =
        new TrainingCommands(
            environment,
            (mine, words) -> RootCommand.commandLine(mine, words).execute(words),
            workspace,
            ADVERTS);
    switch (named) {
      case "run" -> commands.run();
      case "search" -> commands.search();
      case "serve" -> commands.serve();
      case "crawl" -> crawl();
      default -> throw UserError.ofUsage("warm-up knows no part " + SafeText.line(named));
    }
  }

  private static void crawl() throws IOException, InterruptedException {
    long fetched = TrainingCrawl.run(PAGES);
    if (fetched < PAGES) {
      throw new IOException(
          "a warm-up must fetch at least " + PAGES + " invented pages, but fetched " + fetched);
    }
  }
}
