package org.vigie.console.mandate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.vigie.advert.Mandate;
import org.vigie.console.failure.Exit;
import org.vigie.console.failure.Refusal;

/**
 * The log of who used which mandate for what, a JSON object a line, each line naming the hash of
 * the one before (Directive (EU) 2016/680, Art. 25), and each sealed elsewhere.
 */
public final class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A lock on a file keeps out other processes; another thread of this one would be refused by it
   * and not wait (see {@link java.nio.channels.OverlappingFileLockException}).
   */
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final Path file;
  private final AuditSeal seal;

  public AuditLog(Path file, AuditSeal seal) {
    this.file = file;
    this.seal = seal;
  }

  /**
   * Appends a line and makes it durable, before the act that it is about.
   *
   * @throws Refusal if the line can't be written: then the act must not happen
   */
  public void append(Instant at, String user, String command, String detail, Mandate mandate) {
    THIS_PROCESS.lock();
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock alone = channel.lock()) {
        String previous = Sha256.of(lastLine(channel));
        AuditEntry entry =
            new AuditEntry(at.toString(), user, command, detail, mandate.id(), previous);
        String line = JSON.writeValueAsString(entry);
        write(channel, line + "\n");
        seal(at, channel.size(), line);
      }
    } catch (IOException e) {
      throw new Refusal(
          Exit.INPUT, "%s must be writable, or nothing is done; but it isn't".formatted(file), e);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private void seal(Instant at, long bytes, String line) {
    try {
      seal.put(at, bytes, Sha256.of(line));
    } catch (IOException e) {
      throw new Refusal(
          Exit.INPUT,
          "%s must be writable and %s a key to sign with, or nothing is done; but that isn't so"
              .formatted(seal.heads(), seal.key()),
          e);
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Reads backwards from the end in steps that double, since most lines are short. */
  private static String lastLine(FileChannel channel) throws IOException {
    long size = channel.size();
    for (long length = Math.min(size, 1_024); ; length = Math.min(size, length * 2)) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
      while (bytes.hasRemaining() && channel.read(bytes, size - length + bytes.position()) >= 0) {}
      String tail = new String(bytes.array(), StandardCharsets.UTF_8).stripTrailing();
      int newline = tail.lastIndexOf('\n');
      if (newline >= 0 || length == size) {
        return tail.substring(newline + 1);
      }
    }
  }
}
