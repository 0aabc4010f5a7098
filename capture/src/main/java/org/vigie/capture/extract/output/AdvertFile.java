package org.vigie.capture.extract.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of adverts in the schema {@code advert-v1}, a line each, that grows as a crawl goes on.
 */
public final class AdvertFile implements AdvertSink {
  private static final int BLOCK = 1 << 13;

  private final FileChannel channel;

  private AdvertFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file to append to, which is made if need be. A last line without an end, as a kill
   * leaves it, is cut off: its advert comes again.
   *
   * @throws IOException if it can't be written, or another crawl writes it
   */
  public static AdvertFile open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!locks(channel)) {
        throw new IOException(file + " must be written by one crawl, but another holds it");
      }
      channel.truncate(endOfLastLine(channel));
      channel.position(channel.size());
      return new AdvertFile(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void write(List<FoundAdvert> adverts) throws IOException {
    if (adverts.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (FoundAdvert found : adverts) {
      lines.append(AdvertLine.of(found)).append('\n');
    }
    ByteBuffer bytes = UTF_8.encode(lines.toString());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** The lock lasts until the channel is closed, or the process dies. */
  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (long end = channel.size(); end > 0; ) {
      long start = Math.max(0, end - BLOCK);
      block.clear().limit(Math.toIntExact(end - start));
      while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {}
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }
}
