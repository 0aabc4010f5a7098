package org.vigie.cli.command.crawl;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.Screen;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.cli.render.TrialView;
import org.vigie.crawler.PageTrial;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie crawl try}. */
@Command(
    name = "try",
    description = "Show what would be extracted from one page; nothing is kept",
    footer = {
      "",
      "With --file the page is read from a file, as if it stood at URL, and nobody is asked.",
      "Site templates lie in the folder sites of the workspace, and of the models:",
      "docs/how-to/site-templates.md tells how to write one."
    })
public final class CrawlTryCommand implements Callable<Integer> {
  /** As much as a crawl may keep of a page. */
  private static final long MAX_FILE_BYTES = 256L << 20;

  private final Environment environment;

  @Parameters(paramLabel = "URL", description = "Address of the page")
  private String url = "";

  @Option(names = "--file", paramLabel = "FILE", description = "Read this saved page instead")
  private @Nullable String file;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "Use this site template and no other")
  private @Nullable String template;

  @Option(names = "--json", description = "Print all of it as one JSON object")
  private boolean json;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  public CrawlTryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    URI address = Seeds.parse(List.of(url)).getFirst();
    Workspace workspace = workspaceOption.in(environment);
    Settings settings = Settings.of(workspace, environment);
    SiteTemplates templates = templates(workspace, settings);
    AuditEvent event = AuditEvent.of("crawl try", address.toString());
    Mandate mandate =
        new MandateCheck(environment)
            .pass(
                workspace,
                mandateOptions.find(environment),
                event,
                file == null ? SeedMandates::requireReal : any -> {});
    PageTrial.Report report = look(address, settings, templates, mandate);
    tellUnused(templates);
    new Screen(environment, workspace, mandate, event, settings.custody().disclosure())
        .show(json ? List.of(SafeJson.of(report)) : TrialView.lines(report));
    return Exit.OK.code();
  }

  /** A template of other addresses reads nothing here, which a person who named one must know. */
  private void tellUnused(SiteTemplates templates) {
    SiteTemplate found = templates.of(url);
    if (template != null && (found == null || found.kind(url) == null)) {
      environment
          .err()
          .println(
              "vigie: --template isn't used: its hosts, detail and listing don't fit this address");
    }
  }

  private PageTrial.Report look(
      URI address, Settings settings, SiteTemplates templates, Mandate mandate)
      throws IOException, InterruptedException {
    if (file == null) {
      return new PageTrial(settings.crawl().onTheWeb(), mandate, templates, environment.clock())
          .fetch(address);
    }
    Path page = environment.path(file);
    if (!Files.isRegularFile(page) || Files.size(page) > MAX_FILE_BYTES) {
      throw UserError.ofInput(
          "--file must be a saved page of at most %d bytes, but %s isn't"
              .formatted(MAX_FILE_BYTES, file));
    }
    return new PageTrial(
            settings.crawl().onLoopback(settings.crawl().hostDelay(), Map.of()),
            mandate,
            templates,
            environment.clock())
        .read(address.toString(), Files.readAllBytes(page));
  }

  private SiteTemplates templates(Workspace workspace, Settings settings) throws IOException {
    if (template != null && !Files.isRegularFile(environment.path(template))) {
      throw UserError.ofInput("--template must be a file, but %s is none".formatted(template));
    }
    if (template == null) {
      return TemplateFolders.of(workspace, settings.run().models()).read();
    }
    try {
      return SiteTemplates.of(environment.path(template));
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
