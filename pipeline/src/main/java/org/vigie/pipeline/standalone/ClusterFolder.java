package org.vigie.pipeline.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The folder of a workspace that holds what a cluster needs while it runs: its record, settings and
 * logs.
 *
 * @param folder the folder
 */
public record ClusterFolder(Path folder) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  /** Returns the folder of a workspace's cluster. */
  public static ClusterFolder of(Workspace workspace) {
    return new ClusterFolder(workspace.root().resolve("cluster"));
  }

  /** Returns what is written down; empty if no cluster was started, or it was stopped. */
  public Optional<ClusterRecord> read() throws IOException {
    return Files.exists(file())
        ? Optional.of(JSON.readValue(file().toFile(), ClusterRecord.class))
        : Optional.empty();
  }

  /** Returns whether a cluster runs that has a job in this workspace. */
  public boolean hasJob() throws IOException {
    return read().filter(found -> found.job() != null && found.runs()).isPresent();
  }

  void write(ClusterRecord cluster) throws IOException {
    Path part = folder.resolve("cluster.json.part");
    JSON.writeValue(part.toFile(), cluster);
    Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void forget() throws IOException {
    Files.deleteIfExists(file());
  }

  /** Returns where the output of a process goes. */
  Path log(String process) {
    return folder.resolve("logs").resolve(process + ".log");
  }

  /** Returns the folder of the processes' settings. */
  Path settings() {
    return folder.resolve("conf");
  }

  /** Returns the same, empty. */
  Path emptySettings() throws IOException {
    return empty("conf");
  }

  /** Returns a folder below it, empty. */
  Path empty(String name) throws IOException {
    Path empty = folder.resolve(name);
    FolderTree.delete(empty);
    return Files.createDirectories(empty);
  }

  private Path file() {
    return folder.resolve("cluster.json");
  }

  /**
   * Returns the cluster that was started.
   *
   * @throws IOException if none was
   */
  ClusterRecord record() throws IOException {
    return read()
        .orElseThrow(() -> new IOException("a cluster must have been started, but none was"));
  }
}
