package org.vigie.cli.command.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.classifier.MispGalaxy;
import org.vigie.classifier.MispTaxonomy;
import org.vigie.classifier.Taxonomy;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie taxonomy export}. */
@Command(
    name = "export",
    description = "Write the published indicators in another tool's format",
    footer = {
      "",
      "Example:",
      "  ./vigie taxonomy export --format misp > machinetag.json",
      "MISP reads it from a folder of its own under taxonomies/.",
      "  ./vigie taxonomy export --format misp-galaxy --out misp-galaxy",
      "It writes galaxies/vigie-indicators.json and clusters/vigie-indicators.json there."
    })
public final class TaxonomyExportCommand implements Callable<Integer> {
  private static final String TAXONOMY = "misp";
  private static final String GALAXY = "misp-galaxy";

  private final Environment environment;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description =
          "misp: a MISP taxonomy, machinetag.json, which is printed; misp-galaxy: a galaxy and its"
              + " clusters, which --out gets")
  private String format = TAXONOMY;

  @Option(
      names = {"--out", "--to"},
      paramLabel = "FOLDER",
      description = "For misp-galaxy: a checkout of misp-galaxy, or any other folder")
  private @Nullable String folder;

  @Mixin private TaxonomyOption taxonomy = new TaxonomyOption();

  public TaxonomyExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (format.equalsIgnoreCase(GALAXY)) {
      Path to = environment.path(galaxyFolder());
      write(taxonomy.load(environment), to);
    } else if (format.equalsIgnoreCase(TAXONOMY)) {
      requireNoFolder();
      environment.out().print(MispTaxonomy.of(taxonomy.load(environment)));
      environment.out().flush();
    } else {
      throw UserError.ofUsage(
          "--format must be misp or misp-galaxy, but is '%s'".formatted(SafeText.line(format)));
    }
    return Exit.OK.code();
  }

  private String galaxyFolder() {
    if (folder == null) {
      throw UserError.ofUsage(
          "--format misp-galaxy must have --out with the folder to write to, but has none");
    }
    return folder;
  }

  private void requireNoFolder() {
    if (folder != null) {
      throw UserError.ofUsage(
          "--out must stand with --format misp-galaxy alone, since misp is printed, but stands with"
              + " misp");
    }
  }

  private void write(Taxonomy indicators, Path to) throws IOException {
    MispGalaxy galaxy = MispGalaxy.of(indicators);
    write(galaxy.galaxy(), to.resolve("galaxies"));
    write(galaxy.clusters(), to.resolve("clusters"));
  }

  private void write(String json, Path to) throws IOException {
    Path file = Files.createDirectories(to).resolve(MispGalaxy.TYPE + ".json");
    Files.writeString(file, json);
    environment.out().println("Written: " + environment.shown(file));
  }
}
