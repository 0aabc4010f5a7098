package org.vigie.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.lab.verify.surfaces.FrozenFiles;
import org.vigie.lab.verify.surfaces.FrozenPages;
import org.vigie.lab.verify.surfaces.OtherFigures;
import org.vigie.lab.verify.surfaces.SurfaceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie verify surfaces}. */
@Command(
    name = "surfaces",
    description =
        "Hold what is read of pages, files, pictures and plug-ins against what is in them",
    footer = {
      "",
      "DIR has the folders platforms and inputs, each with files and an expected.json that says",
      "what a right reader returns, and html/extraction, pages whose text people marked. Nothing",
      "is fetched. Where data, tesseract or chromium is absent, a line says so."
    })
final class VerifySurfacesCommand implements Callable<Integer> {
  private static final String HEADING = "What is read of public surfaces and of people's files";

  private static final List<String> ABOUT =
      List.of(
          "Written by `./vigie verify surfaces --table FILE`. Pages and files are frozen ones of",
          "public projects' tests, on which the readers were made: others of the same kinds may do",
          "worse. Real pages are those of WCXB; [pictures](verify-pictures.md) are drawn, and how",
          "long one takes depends on how busy the machine is. One author wrote the queries and adverts",
          "of the search, having read the word forms in English.");

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

  @Option(
      names = "--without",
      paramLabel = "NAME",
      description = "Leave out ${COMPLETION-CANDIDATES}. May be repeated")
  private List<OtherFigures> without = List.of();

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
    List<String> figures = new ArrayList<>(report.lines());
    figures.forEach(environment.out()::println);
    figures.addAll(others(folder));
    if (table != null) {
      FigurePage.write(environment.path(table), HEADING, ABOUT, figures);
    }
    return (report.silent() == 0 ? Exit.OK : Exit.NOT_KEPT).code();
  }

  /** Prints each as soon as it is measured: some take minutes. */
  private List<String> others(Path folder) throws Exception {
    List<String> all = new ArrayList<>();
    for (OtherFigures other : OtherFigures.values()) {
      if (!without.contains(other)) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(other.lines(environment.home(), folder));
        lines.forEach(environment.out()::println);
        all.addAll(lines);
      }
    }
    return all;
  }
}
