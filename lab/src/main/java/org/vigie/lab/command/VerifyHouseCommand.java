package org.vigie.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.lab.house.HouseReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie verify house}. */
@Command(
    name = "house",
    description = "Count files, methods, records, names and words of the source",
    footer = {"", "Nothing is compiled or run; it takes a JDK."})
final class VerifyHouseCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "The project's root. Default: ${DEFAULT-VALUE}")
  private String source = ".";

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Write the figures to a Markdown file as well")
  private @Nullable String table;

  VerifyHouseCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path project = environment.path(source);
    if (!Files.isRegularFile(project.resolve("pom.xml"))
        || !Files.isDirectory(project.resolve("docs"))) {
      throw UserError.ofInput(
          "--source must be a folder with pom.xml and docs, but was " + project);
    }
    HouseReport report = HouseReport.of(project);
    List<String> figures = report.lines();
    figures.forEach(environment.out()::println);
    environment.out().println();
    report.overBounds().forEach(environment.out()::println);
    if (table != null) {
      FigurePage.write(
          environment.path(table),
          "The house in figures",
          List.of("Written by `./vigie verify house --table docs/reference/verify-house.md`."),
          figures);
    }
    return Exit.OK.code();
  }
}
