package org.vigie.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.lab.verify.surfaces.FrozenFiles;
import org.vigie.lab.verify.surfaces.FrozenPages;
import org.vigie.lab.verify.surfaces.SurfaceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie verify surfaces}. */
@Command(
    name = "surfaces",
    description = "Hold what is read of frozen pages and files against what is in them",
    footer = {
      "",
      "DIR has the folders platforms and inputs, each with files and an expected.json that says what",
      "a right reader returns. Nothing is fetched."
    })
final class VerifySurfacesCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the frozen pages and files. Default: ${DEFAULT-VALUE}")
  private String data = "../shared/data";

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Write the figures to a Markdown file as well")
  private @Nullable String table;

  VerifySurfacesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = environment.path(data);
    Path pages = folder.resolve("platforms");
    Path files = folder.resolve("inputs");
    for (Path each : List.of(pages, files)) {
      if (!Files.isReadable(each.resolve("expected.json"))) {
        throw UserError.ofInput(
            "--data must hold %s, but doesn't".formatted(each.resolve("expected.json")));
      }
    }
    SurfaceReport report =
        SurfaceReport.of(new FrozenPages(pages, new AdvertExtractor()), new FrozenFiles(files));
    report.lines().forEach(environment.out()::println);
    if (table != null) {
      FigurePage.write(
          environment.path(table),
          "What is read of public surfaces and of people's files",
          List.of(
              "Written by `./vigie verify surfaces --table FILE`. Pages and files are frozen ones of public",
              "projects' tests, on which the readers were made: others of the same kinds may do worse."),
          report.lines());
    }
    return (report.silent() == 0 ? Exit.OK : Exit.NOT_KEPT).code();
  }
}
