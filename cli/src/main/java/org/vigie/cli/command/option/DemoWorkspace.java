package org.vigie.cli.command.option;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.pipeline.workspace.WorkspaceInUseException;

/** A workspace that a demo made, marked as such: only these are ever emptied. */
public final class DemoWorkspace implements AutoCloseable {
  public static final String DEFAULT = "vigie-demo";
  private static final String MARK = "demo.mark";

  private final Workspace workspace;
  private final FileChannel channel;

  private DemoWorkspace(Workspace workspace, FileChannel channel) {
    this.workspace = workspace;
    this.channel = channel;
  }

  /** Returns whether a folder is a demo's workspace. */
  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(MARK));
  }

  /**
   * Returns an empty workspace, held until it is closed. What an older demo left there goes.
   *
   * @throws UserError if the folder holds anything else than a demo's workspace
   * @throws WorkspaceInUseException if another demo works there
   */
  public static DemoWorkspace fresh(Path root) throws IOException {
    if (!isOne(root) && Files.exists(root) && !isEmptyFolder(root)) {
      throw UserError.ofInput(
          root
              + " must be empty or a demo's own workspace, but is neither; name another with --workspace");
    }
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(root.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock alone = channel.tryLock();
    if (alone == null) {
      channel.close();
      throw new WorkspaceInUseException(root);
    }
    empty(root);
    return new DemoWorkspace(new Workspace(root), channel);
  }

  public Workspace workspace() {
    return workspace;
  }

  /** Lets go of the workspace, which stays. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean isEmptyFolder(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Links are removed, not followed. */
  private static void empty(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(root.resolve(MARK))) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            if (!folder.equals(root)) {
              Files.delete(folder);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
