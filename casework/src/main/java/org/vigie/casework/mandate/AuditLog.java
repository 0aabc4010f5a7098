package org.vigie.casework.mandate;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.Refusal;

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

  /** What waits for the lock: whoever gets it writes all of it, and the disk is asked once. */
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  public AuditLog(Path file, AuditSeal seal) {
    this.file = file;
    this.seal = seal;
  }

  /** A line to be written. */
  private static final class Waiting {
    private final Instant at;
    private final String user;
    private final Deed deed;
    private final String mandate;
    private boolean isDurable;
    private @Nullable Refusal refusal;

    Waiting(Instant at, String user, Deed deed, String mandate) {
      this.at = at;
      this.user = user;
      this.deed = deed;
      this.mandate = mandate;
    }

    AuditEntry after(String previous, AuditSeal.Heads heads) throws IOException {
      StringBuilder detail = new StringBuilder(deed.detail());
      for (Map.Entry<String, String> typed : deed.words().entrySet()) {
        detail.append(detail.isEmpty() ? "" : " ").append(typed.getKey());
        detail.append('=').append(heads.mark(typed.getValue()));
      }
      return new AuditEntry(
          at.toString(),
          user,
          deed.session(),
          deed.command(),
          detail.toString(),
          deed.reason(),
          deed.grounds(),
          deed.recipient(),
          mandate,
          Sha256.of(previous));
    }
  }

  /**
   * Appends a line and makes it durable, before the act that it is about. On the command line,
   * where nobody is asked, the mandate's purpose is the reason.
   *
   * @throws Refusal if the line can't be written: then the act must not happen
   */
  public void append(Instant at, String user, String command, String detail, Mandate mandate) {
    append(at, user, Deed.of(command, detail).because(mandate.purpose()), mandate);
  }

  /**
   * As above, with all that is known of the act.
   *
   * @throws Refusal if the line can't be written: then the act must not happen
   */
  public void append(Instant at, String user, Deed deed, Mandate mandate) {
    Waiting line = new Waiting(at, user, deed, mandate.id());
    waiting.add(line);
    THIS_PROCESS.lock();
    try {
      if (!line.isDurable && line.refusal == null) {
        appendAll();
      }
      if (!line.isDurable) {
        throw line.refusal == null ? refusal(null) : line.refusal;
      }
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  /** Appends all that waits; where that fails, none of it may happen. */
  private void appendAll() {
    List<Waiting> lines = new ArrayList<>();
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      lines.add(next);
    }
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock alone = channel.lock()) {
        append(channel, lines);
      }
      lines.forEach(line -> line.isDurable = true);
    } catch (IOException e) {
      lines.forEach(line -> line.refusal = refusal(e));
    } catch (SealException e) {
      String must =
          "%s must be writable and %s a key to sign with, or nothing is done; but that isn't so"
              .formatted(seal.heads(), seal.key());
      lines.forEach(line -> line.refusal = new Refusal(Exit.INPUT, must, e));
    }
  }

  private Refusal refusal(@Nullable IOException cause) {
    String must = "%s must be writable, or nothing is done; but it isn't".formatted(file);
    return cause == null ? new Refusal(Exit.INPUT, must) : new Refusal(Exit.INPUT, must, cause);
  }

  /**
   * The head of each line is written straight after it, so that a kill leaves one line unsigned at
   * most; then both files are made durable, the log first.
   */
  private void append(FileChannel channel, List<Waiting> lines) throws IOException, SealException {
    String previous = lastLine(channel);
    try (AuditSeal.Heads heads = heads()) {
      for (Waiting waits : lines) {
        String line = JSON.writeValueAsString(waits.after(previous, heads));
        write(channel, line + "\n");
        sealed(() -> heads.put(waits.at, channel.size(), Sha256.of(line)));
        previous = line;
      }
      channel.force(true);
      sealed(heads::force);
    }
  }

  private AuditSeal.Heads heads() throws SealException {
    try {
      return seal.open();
    } catch (IOException e) {
      throw new SealException(e);
    }
  }

  private static void sealed(Sealing sealing) throws SealException {
    try {
      sealing.run();
    } catch (IOException e) {
      throw new SealException(e);
    }
  }

  /** Something that is done with heads. */
  @FunctionalInterface
  private interface Sealing {
    void run() throws IOException;
  }

  /** It was the seal that failed, not the log. */
  private static final class SealException extends Exception {
    private static final long serialVersionUID = 1;

    SealException(IOException cause) {
      super(cause);
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
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
