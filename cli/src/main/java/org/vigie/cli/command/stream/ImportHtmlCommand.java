package org.vigie.cli.command.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.HtmlImport;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.models.ApprovedModels;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigie import html}. */
@Command(
    name = "html",
    description = "Wrap a folder of saved pages (.html, .htm, gzip or not) into a WARC file")
public final class ImportHtmlCommand implements Callable<Integer> {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Environment environment;

  @Parameters(paramLabel = "DIR", description = "Folder of saved pages; folders in it count too")
  private String folder = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public ImportHtmlCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path pages = environment.path(folder);
    if (!Files.isDirectory(pages)) {
      throw UserError.ofInput(
          "a folder of saved pages must be named, but %s is none".formatted(folder));
    }
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    ApprovedModels approved = ApprovedModels.of(workspace, settings);
    Mandate mandate =
        new MandateCheck(environment)
            .pass(workspace, mandateOptions.find(environment), "import html", folder);
    approved.approveIfFresh(settings.run().models());
    Files.createDirectories(workspace.captures());
    Path warc =
        workspace
            .captures()
            .resolve("html-" + SECOND.format(environment.clock().instant()) + ".warc.gz");
    HtmlImport.Report report = HtmlImport.wrap(pages, warc, mandate, environment.clock());
    environment
        .out()
        .printf(
            "%s wrapped, %s passed over.%nNext: ./vigie run --input %s%n",
            Words.count(report.pages(), "page", "pages"),
            Words.count(report.skipped(), "other file", "other files"),
            environment.shown(warc));
    return Exit.OK.code();
  }
}
