package org.vigie.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;
import org.vigie.lab.verify.stream.CampaignFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie verify campaigns}. */
@Command(
    name = "campaigns",
    description = "Run the job on small campaigns and ordinary groups in the words of others",
    footer = {
      "",
      "Each advert was worded by hand, for another town and often another trade, by authors who knew",
      "nothing of the project. What was read of them is looked at as totals only."
    })
final class VerifyCampaignsCommand implements Callable<Integer> {
  private static final String READ = "pipeline/src/test/resources/campaigns/read";

  private final Environment environment;

  @Option(
      names = "--texts",
      paramLabel = "DIR",
      description =
          "Folder of AUTHOR-campaigns.jsonl and AUTHOR-ordinary.jsonl. Default: the given ones")
  private @Nullable String texts;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Write the figures to a Markdown file as well")
  private @Nullable String table;

  VerifyCampaignsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = texts == null ? environment.home().resolve(READ) : environment.path(texts);
    if (!Files.isDirectory(folder)) {
      throw UserError.ofInput("--texts must be a folder of campaigns, but there is no " + folder);
    }
    Path work = Files.createTempDirectory("vigie-campaigns-");
    List<String> lines;
    try {
      lines = CampaignFigures.of(environment.home().resolve("models"), folder, work).lines();
    } finally {
      FolderTree.delete(work);
    }
    lines.forEach(environment.out()::println);
    if (table != null) {
      FigurePage.write(
          environment.path(table),
          "What becomes of campaigns in the words of others",
          List.of(
              "Written by `./vigie verify campaigns --table docs/reference/verify-campaigns.md`.",
              "Campaigns have three to five adverts, each of which says one strong sign of control.",
              texts == null
                  ? "In the second author's, adverts of one account have no link to the others."
                  : "The texts are of another folder than those of the project."),
          lines);
    }
    return Exit.OK.code();
  }
}
