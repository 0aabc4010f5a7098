package org.vigie.casework.erase;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.erase.Traces;
import org.vigie.pipeline.workspace.Workspace;

/**
 * All that an erasure is to erase, written down before the first of it is: whoever finds it does
 * what it says from its beginning, which is the same however often it is done.
 *
 * @param order the order
 * @param traces what is to go from inputs and captures
 * @param gone what goes with these adverts, since it is about them alone
 */
public record ErasureJournal(ErasureOrder order, Traces traces, GoneWith gone) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** Returns whether there is nothing to erase. */
  @JsonIgnore
  public boolean isEmpty() {
    return order.adverts().isEmpty() && traces.files().isEmpty();
  }

  /** Finds what a workspace has still to erase. */
  public static Optional<ErasureJournal> find(Workspace workspace) throws IOException {
    Path file = file(workspace);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), ErasureJournal.class))
        : Optional.empty();
  }

  /** Writes it down, whole or not at all. */
  void write(Workspace workspace) throws IOException {
    Path file = file(workspace);
    Path part = file.resolveSibling("journal.part");
    Files.createDirectories(workspace.erasure());
    JSON.writeValue(part.toFile(), this);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets it, and what was kept beside it. */
  static void forget(Workspace workspace) throws IOException {
    Files.deleteIfExists(file(workspace));
    if (Files.exists(workspace.erasure())) {
      FolderTree.delete(workspace.erasure());
    }
  }

  private static Path file(Workspace workspace) {
    return workspace.erasure().resolve("journal.json");
  }
}
