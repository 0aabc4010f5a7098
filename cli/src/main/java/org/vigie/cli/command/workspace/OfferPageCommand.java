package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.page.OfferPageFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie offer-page}. */
@Command(
    name = "offer-page",
    description = "Write the offer checker as a page that runs in a browser alone",
    footer = {
      "",
      "Example:",
      "  ./vigie offer-page --out offer",
      "Open offer/index.html, or put the folder on any web server. It needs script. It sends and",
      "keeps nothing, and says what ./vigie serve --offer-checker says of the same text. What",
      "reads texts is loaded once a person writes."
    })
public final class OfferPageCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = {"--out", "--to"},
      required = true,
      paramLabel = "FOLDER",
      description = "Where to write it: a new or an empty folder")
  private String to = "";

  @Option(
      names = "--helplines",
      paramLabel = "FILE",
      description = "Whom to call. Default: Vigie's own helplines.yaml")
  private @Nullable String helplines;

  public OfferPageCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = environment.path(to);
    if (!isFree(folder)) {
      throw UserError.ofUsage("--out must be a new or an empty folder, but " + to + " is none");
    }
    OfferPageFolder.Loaded loaded =
        OfferPageFolder.write(
            Settings.defaults(environment.home()).run().models(),
            new OfferChecker(environment).helplines(helplines),
            folder);
    environment
        .out()
        .println(
            ("%s holds the page: open index.html in it. A browser loads %.1f MB to show it, and"
                    + " %.1f MB more once a person writes.")
                .formatted(to, loaded.toShow() / 1e6, loaded.toRead() / 1e6));
    return Exit.OK.code();
  }

  private static boolean isFree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
