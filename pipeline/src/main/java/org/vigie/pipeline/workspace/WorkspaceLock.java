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
    return take(workspace.root());
  }

  /**
   * Takes the right to tell sinks of a workspace's alerts, without waiting; a run may go on beside.
   *
   * @throws WorkspaceInUseException if another process is telling them
   */
  public static WorkspaceLock takeDelivery(Workspace workspace) throws IOException {
    return take(workspace.delivery());
  }

  private static WorkspaceLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locks(channel)) {
      channel.close();
      throw new WorkspaceInUseException(folder);
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
