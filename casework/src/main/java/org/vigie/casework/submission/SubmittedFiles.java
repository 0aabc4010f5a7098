package org.vigie.casework.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;

/** The files that were handed in and nobody accepted yet, each in a folder of its own. */
final class SubmittedFiles {
  private final Path folder;
  private final Clock clock;

  /**
   * @param folder holds these files alone
   */
  SubmittedFiles(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes what comes in to the disk.
   *
   * @see Submissions#receive
   */
  SubmittedFile receive(String name, InputStream in) throws IOException {
    String id = UUID.randomUUID().toString();
    Path own = OwnerOnly.folder(folder.resolve(id)).toAbsolutePath().normalize();
    Path file = own.resolve(SubmittedFile.plain(name));
    try (FileChannel out = OwnerOnly.open(file)) {
      long bytes = copy(in, out);
      out.force(true);
      Failpoint.reach(Submissions.RECEIVED);
      return new SubmittedFile(id, own, String.valueOf(file.getFileName()), bytes);
    } catch (IOException | RuntimeException e) {
      FolderTree.delete(own);
      throw e;
    }
  }

  /** Returns how many bytes came. */
  private long copy(InputStream in, FileChannel out) throws IOException {
    Instant end = clock.instant().plus(Submissions.LONGEST_COMING);
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > Submissions.MOST_BYTES) {
        throw new Submissions.TooLargeException();
      }
      if (clock.instant().isAfter(end)) {
        throw new Submissions.TooSlowException();
      }
      for (ByteBuffer left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining(); ) {
        out.write(left);
      }
    }
    return bytes;
  }

  /** Returns the folder in which forms with files may lie while they come in. */
  Path incoming() {
    return folder.resolve("incoming").toAbsolutePath().normalize();
  }

  /** Removes all of them. */
  void clear() throws IOException {
    FolderTree.delete(folder);
    OwnerOnly.folder(incoming());
  }
}
