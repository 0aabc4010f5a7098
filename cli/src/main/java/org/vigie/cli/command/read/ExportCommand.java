package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.export.Export;
import org.vigie.casework.export.ExportFormat;
import org.vigie.casework.export.ExportTarget;
import org.vigie.casework.export.PartnerTarget;
import org.vigie.casework.export.PluginTarget;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.ExportHeader;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie export}. */
@Command(
    name = "export",
    description = "Write all adverts that a query finds to a file",
    footer = {
      "",
      "More than 100 adverts leave only with a second person: one asks for them on the page of",
      "exports, another one grants it there, and --granted writes them.",
      "Exports hold personal data of special categories: keep them as your mandate says.",
      "Example:",
      "  ./vigie export 'risk>0.8' --format csv --out leads.csv"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final String PLUGIN = "plugin:";

  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "As for search; '' for everything. At most 100 adverts")
  private @Nullable String query;

  @Option(
      names = "--granted",
      paramLabel = "ID",
      description =
          "The export of this number, which one person asked for on the pages and a second one"
              + " granted within the last 24 hours: of any size")
  private @Nullable Long granted;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "jsonl, csv or xlsx; for partners: misp, stix, ftm (FollowTheMoney), graphml, gexf, i2"
              + " (table of links), htcds (referrals), fiu (accounts) or goaml;"
              + " plugin:NAME for what an exporter among the plug-ins writes. Default: jsonl")
  private String format = ExportFormat.JSONL.label();

  @Option(
      names = "--tlp",
      paramLabel = "COLOUR",
      description = "For partners, how far it may be passed on (TLP 2.0). Default: amber+strict")
  private String tlp = Tlp.AMBER_STRICT.label();

  @Option(
      names = {"--out", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "A file that does not exist yet")
  private String output = "";

  @Mixin private AboutOption about = new AboutOption();

  @Mixin private Reading reading = new Reading();

  public ExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (PartnerFormat.named(format).isEmpty()) {
      target();
    } else {
      marking();
    }
    about.requireFits(format.equalsIgnoreCase(PartnerFormat.MISP.label()));
    return new ExportApproval(environment, reading, "export", about.logged(), "")
        .pass(query, granted, this::write);
  }

  private int write(
      Reading.Opened opened, String words, Predicate<String> leaves, Export.Before before)
      throws IOException {
    long written =
        new Export(opened.index(), target(opened), leaves)
            .write(words, environment.path(output), before);
    environment.out().println(Words.count(written, "advert", "adverts") + " written to " + output);
    List<String> left =
        PartnerFormat.named(format).map(PartnerFormat::leftToFill).orElseGet(List::of);
    if (!left.isEmpty()) {
      environment.out().println("Left for people to fill: " + String.join(", ", left));
    }
    return Exit.OK.code();
  }

  private ExportTarget target(Reading.Opened opened) throws IOException {
    Optional<PartnerFormat> partner = PartnerFormat.named(format);
    if (partner.isEmpty()) {
      return target();
    }
    ExportHeader header =
        new ExportHeader(
            opened.mandate().authority(),
            marking(),
            environment.clock().instant(),
            about.name(opened, environment));
    return new PartnerTarget(partner.get(), header, opened.index());
  }

  /** Returns what no partner's format names; refuses words that name nothing. */
  private ExportTarget target() throws IOException {
    for (ExportFormat known : ExportFormat.values()) {
      if (known.label().equalsIgnoreCase(format)) {
        return known;
      }
    }
    if (format.startsWith(PLUGIN)) {
      return new PluginTarget(exporter(format.substring(PLUGIN.length())));
    }
    throw UserError.ofUsage(
        "--format must be one of jsonl, csv, xlsx, %s, plugin:NAME, but was another"
            .formatted(PartnerFormat.labels()));
  }

  private PluginSpec exporter(String name) throws IOException {
    Workspace workspace = reading.workspace(environment);
    return Settings.of(workspace, environment)
        .reading()
        .plugins()
        .registry(workspace)
        .admitted()
        .stream()
        .filter(spec -> spec.kind() == PluginKind.EXPORTER && spec.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            UserError.ofUsage(
                "--format plugin:NAME must name an exporter among the plug-ins (./vigie plugins list), but names none"));
  }

  private Tlp marking() {
    try {
      return Tlp.parse(tlp);
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage("--tlp: " + e.getMessage());
    }
  }
}
