package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.vigie.pipeline.workspace.Workspace;

/** The inputs that a workspace keeps itself, each under a name made of its content. */
final class Spool {
  /** Hexadecimal digits of a content's hash in the name of a file. */
  private static final int DIGITS = 20;

  private final Path folder;

  /** What is done with a file before it is kept. */
  @FunctionalInterface
  interface Sweep {
    void over(Path file) throws IOException;
  }

  /** Returns the folder of a workspace in which they lie. */
  static Path of(Workspace workspace) {
    return workspace.inbox().resolve("spool");
  }

  Spool(Path folder) {
    this.folder = folder;
  }

  /** Keeps what a stream holds, all or nothing of it; returns where. */
  Path keep(InputStream in, Sweep sweep) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "stdin-", ".part");
    try {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      sweep.over(part);
      sync(part);
      Path whole = named("stdin-", part);
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return whole;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Keeps a copy of a file, unless its content is kept already; returns where. */
  Path keep(Path file) throws IOException {
    Files.createDirectories(folder);
    Path kept = named("kept-", file);
    if (!Files.exists(kept)) {
      Path part = kept.resolveSibling(kept.getFileName() + ".part");
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      sync(part);
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    return kept;
  }

  /** Waits until a file would outlive a power cut. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private Path named(String start, Path content) throws IOException {
    return folder.resolve(start + InputManifests.digest(content).substring(0, DIGITS));
  }
}
