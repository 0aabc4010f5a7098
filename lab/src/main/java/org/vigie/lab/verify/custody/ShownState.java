package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.files.owner.FolderTree;
import org.vigie.lab.verify.stream.PlantedInputs;
import org.vigie.lab.verify.stream.StreamFindings;
import org.vigie.pipeline.EmbeddedRun;
import org.vigie.pipeline.GroupingConfig;
import org.vigie.pipeline.RunConfig;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What a run finds that goes on from a saved state: what comes anew joins those that the state
 * knows, and is counted with them.
 *
 * @param workspace has an input that is read, and one that isn't
 * @param copy where its runs go on, so that itself stays as it is
 */
record ShownState(Workspace workspace, RunConfig config, Path copy) implements StoredView {
  private static final Clock CLOCK = Clock.fixed(WitnessedLog.START, ZoneOffset.UTC);
  private static final int ADVERTS = 300;
  private static final long SEED = 1;

  /** Makes a state of invented adverts. */
  static ShownState in(Path folder, Path models) throws IOException, InterruptedException {
    Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("workspace")));
    RunConfig config =
        new RunConfig(
            models, 1, 1, Duration.ofSeconds(5), GroupingConfig.defaults(), Horizon.defaults());
    List<Path> inputs = PlantedInputs.write(folder.resolve("inputs"), SEED, ADVERTS, 2);
    accept(workspace, inputs.getFirst());
    run(workspace, config);
    accept(workspace, inputs.getLast());
    return new ShownState(workspace, config, folder.resolve("copy"));
  }

  @Override
  public String kind() {
    return "saved state";
  }

  @Override
  public Path folder() {
    return workspace.state();
  }

  @Override
  public String all() throws IOException, InterruptedException {
    FolderTree.delete(copy);
    copy(workspace.root(), copy);
    Workspace other = new Workspace(copy);
    run(other, config);
    return StreamFindings.in(other).toString();
  }

  /** Copies a folder with all that is in it. */
  static void copy(Path folder, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.sorted().toList()) {
        Files.copy(file, to.resolve(folder.relativize(file).toString()));
      }
    }
  }

  private static void run(Workspace workspace, RunConfig config)
      throws IOException, InterruptedException {
    new EmbeddedRun(workspace, config, Watch.of(List.of())).run(progress -> {});
  }

  private static void accept(Workspace workspace, Path file) throws IOException {
    new Inbox(workspace, CLOCK)
        .accept(file, Map.of(), SyntheticMandate.forTrial("custody", CLOCK.instant()));
  }
}
