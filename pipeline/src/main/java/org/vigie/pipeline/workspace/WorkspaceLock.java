package org.vigie.pipeline.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right of one process to change a workspace, given back by the operating system if it dies.
 */
public final class WorkspaceLock implements AutoCloseable {
  private final FileChannel channel;

  private WorkspaceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock without waiting.
   *
   * @throws WorkspaceInUseException if another process, or another run of this one, holds it
   */
  public static WorkspaceLock take(Workspace workspace) throws IOException {
    Files.createDirectories(workspace.root());
    Path file = workspace.root().resolve(".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locks(channel)) {
      channel.close();
      throw new WorkspaceInUseException(workspace.root());
    }
    return new WorkspaceLock(channel);
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
