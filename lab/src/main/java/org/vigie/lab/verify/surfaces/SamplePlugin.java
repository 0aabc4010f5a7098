package org.vigie.lab.verify.surfaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Mandate;
import org.vigie.capture.file.TableForm;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.files.plugin.Approval;
import org.vigie.files.plugin.Approvals;
import org.vigie.files.plugin.PluginLimits;
import org.vigie.files.plugin.PluginRegistry;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.world.CompiledPlugins;

/** Compiles the sample plug-in, which is no part of the build, approves it and lets it read. */
final class SamplePlugin {
  private static final String FILE =
      "Cork | Room to let, call +353 20 910 0000\nLyon | Cleaner wanted\n";

  private final Path project;
  private final Path folder;

  /**
   * @param project where the sample lies, in {@code docs/examples/plugin}
   * @param folder an empty one to work in
   */
  SamplePlugin(Path project, Path folder) {
    this.project = project;
    this.folder = folder;
  }

  List<String> lines() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("plugins"));
    Path jar = CompiledPlugins.sample(project, Files.createDirectories(folder.resolve("build")));
    Files.copy(jar, jars.resolve("sample.jar"));
    PluginRegistry registry = new PluginRegistry(jars, "", List.of(), PluginLimits.defaults());
    int before = registry.admitted().size();
    String hash = registry.jars().getFirst().hash();
    Clock clock = Clock.systemUTC();
    new Approvals(jars).add(new Approval("sample.jar", hash, "verify", clock.instant()));
    List<PluginSpec> admitted = registry.admitted();
    return List.of(
        "| sample plug-in, compiled against `advert` alone | count |",
        "|---|---:|",
        "| parts that may run before it is approved | %d |".formatted(before),
        "| parts that may run then | %d |".formatted(admitted.size()),
        "| adverts that its reader gives of a file of two | %d |".formatted(read(admitted, clock)));
  }

  private long read(List<PluginSpec> admitted, Clock clock) throws IOException {
    Path file = Files.writeString(folder.resolve("a.lines"), FILE);
    Mandate mandate = SyntheticMandate.forTrial("verify", clock.instant());
    Inbox inbox =
        new Inbox(
            new Workspace(folder.resolve("workspace")),
            clock,
            TableForm.guessed(),
            new PluginSet(admitted),
            null);
    inbox.accept(file, Map.of(), mandate);
    return inbox.taken().getFirst().adverts();
  }
}
