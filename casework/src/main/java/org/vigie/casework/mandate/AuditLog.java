package org.vigie.casework.mandate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.error.UserErrors;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.fault.FullDisk;
import org.vigie.files.owner.OwnerOnly;

/**
 * The log of who used which mandate for what, a JSON object a line, each line naming the hash of
 * the one before (Directive (EU) 2016/680, Art. 25), and each sealed elsewhere.
 */
public final class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Who mends the log: nobody did what was torn. */
  private static final String NOBODY = "-";

  /**
   * A lock on a file keeps out other processes; another thread of this one would be refused by it
   * and not wait (see {@link java.nio.channels.OverlappingFileLockException}).
   */
  static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private final Path file;
  private final AuditSeal seal;
  private final Optional<DatabaseAge> database;

  /** Under which the last line was written. */
  private volatile String mandate = NOBODY;

  /** What waits for the lock: whoever gets it writes all of it, and the disk is asked once. */
  private final Queue<WaitingLine> waiting = new ConcurrentLinkedQueue<>();

  /** A log that knows of no case database. */
  public AuditLog(Path file, AuditSeal seal) {
    this(file, seal, Optional.empty());
  }

  /**
   * A log each line of which vouches for how far the case database has come.
   *
   * @param database file of the database
   */
  public AuditLog(Path file, AuditSeal seal, Path database) {
    this(file, seal, Optional.of(new DatabaseAge(database)));
  }

  private AuditLog(Path file, AuditSeal seal, Optional<DatabaseAge> database) {
    this.file = file;
    this.seal = seal;
    this.database = database;
  }

  /**
   * Appends a line and makes it durable, before the act that it is about. On the command line,
   * where nobody is asked, the mandate's purpose is the reason.
   *
   * @throws UserError if the line can't be written: then the act must not happen
   */
  public void append(Instant at, String user, String command, String detail, Mandate mandate) {
    append(at, user, AuditEvent.of(command, detail).because(mandate.purpose()), mandate);
  }

  /**
   * As above, with all that is known of the act.
   *
   * @throws UserError if the line can't be written: then the act must not happen
   */
  public void append(Instant at, String user, AuditEvent event, Mandate mandate) {
    append(new WaitingLine(at, user, event, mandate.id()));
    UncountedActs.add(file, this);
  }

  /**
   * Appends how far the case database has come, if that is further than the last line says: after
   * an act, so that none of before it can be put back; or at a start, after a kill.
   *
   * @throws UserError if the line can't be written
   */
  public void count(Instant at, String mandate) {
    append(new WaitingLine(at, NOBODY, AuditEvent.of(DatabaseAge.COUNTED, ""), mandate));
  }

  /** The same under the mandate of the last line. */
  public void count(Instant at) {
    count(at, mandate);
  }

  private void append(WaitingLine line) {
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
    mandate = line.mandate;
  }

  /** Appends all that waits; where that fails, none of it may happen. */
  private void appendAll() {
    List<WaitingLine> lines = new ArrayList<>();
    for (WaitingLine next = waiting.poll(); next != null; next = waiting.poll()) {
      lines.add(next);
    }
    try {
      try (FileChannel channel = OwnerOnly.open(file);
          FileLock alone = channel.lock()) {
        append(channel, lines);
      }
      lines.forEach(line -> line.isDurable = true);
    } catch (IOException e) {
      lines.forEach(line -> line.refusal = refusal(e));
    } catch (DatabaseAge.OlderException e) {
      lines.forEach(line -> line.refusal = UserErrors.ofInput(AlertLine.of(e.why()), e));
    } catch (UnwitnessedException e) {
      AlertLine why = AlertLine.of(Finding.of("nothing-done-meanwhile"), List.of(e.why));
      lines.forEach(line -> line.refusal = UserErrors.ofInput(why, e));
    } catch (SealException e) {
      Finding why = (e.isKeyMissing ? Finding.of("log-key-lost") : unsealable()).with("key", key());
      lines.forEach(line -> line.refusal = UserErrors.ofInput(AlertLine.of(why), e));
    }
  }

  private Finding unsealable() {
    return Finding.of("log-not-sealable").with("heads", String.valueOf(seal.heads()));
  }

  private String key() {
    return String.valueOf(seal.key());
  }

  private UserError refusal(@Nullable IOException cause) {
    Finding why = Finding.of("file-not-writable").with("file", String.valueOf(file));
    return cause == null ? UserErrors.ofInput(why) : UserErrors.ofInput(AlertLine.of(why), cause);
  }

  /**
   * Mends what a kill or a full disk left, and says so in a line; says what was done before the log
   * could say it, if nothing was appended since; then appends. Where that fails, both files are as
   * before.
   */
  private void append(FileChannel channel, List<WaitingLine> lines)
      throws IOException, SealException, UnwitnessedException, DatabaseAge.OlderException {
    WaitingLine first = lines.getFirst();
    try (AuditSeal.Heads heads = heads()) {
      DatabaseAge.Count count = count(channel, lines);
      List<WaitingLine> acts =
          lines.stream().filter(line -> !line.is(DatabaseAge.COUNTED)).toList();
      if (acts.isEmpty() && !count.isNew()) {
        return;
      }
      requireWitnesses(heads, first.at);
      List<WaitingLine> all = new ArrayList<>();
      AuditTail.mend(channel, heads.signedBytes())
          .ifPresent(
              torn -> all.add(new WaitingLine(first.at, NOBODY, mended(torn), first.mandate)));
      List<LogNote> notes = LogNote.beside(file);
      notes.forEach(
          note -> all.add(new WaitingLine(note.time(), note.user(), note.event(), first.mandate)));
      all.addAll(acts.isEmpty() ? List.of(first) : acts); // each act's line says the count, too
      long before = channel.size();
      try {
        appendSigned(channel, heads, all, count.changes());
      } catch (IOException | SealException | RuntimeException e) {
        channel.truncate(before);
        channel.force(true);
        sealed(heads::cutBack);
        throw e;
      }
      if (!notes.isEmpty()) {
        LogNote.removeBeside(file);
      }
      sealed(() -> heads.witness(first.at));
    }
  }

  private DatabaseAge.Count count(FileChannel channel, List<WaitingLine> lines)
      throws IOException, DatabaseAge.OlderException {
    if (database.isEmpty() || lines.stream().allMatch(line -> line.is(DatabaseAge.ASKED))) {
      return DatabaseAge.Count.UNKNOWN;
    }
    return lines.stream().anyMatch(line -> line.is(DatabaseAge.ACCEPTED))
        ? database.get().accepted(channel, file, seal)
        : database.get().next(channel, file, seal);
  }

  private static AuditEvent mended(AuditTail.Torn torn) {
    String what = torn.wasSigned() ? "log damaged" : "log mended";
    return AuditEvent.of(what, "bytes=%d torn=%s".formatted(torn.bytes(), torn.hash()));
  }

  private static void requireWitnesses(AuditSeal.Heads heads, Instant now)
      throws IOException, UnwitnessedException {
    try {
      heads.requireWitnesses(now);
    } catch (WitnessException e) {
      throw new UnwitnessedException(e);
    }
  }

  /**
   * The head of each line is written straight after it, so that a kill leaves one line unsigned at
   * most; then both files are made durable, the log first.
   */
  private void appendSigned(
      FileChannel channel, AuditSeal.Heads heads, List<WaitingLine> lines, OptionalLong changes)
      throws IOException, SealException {
    String previous = AuditTail.lastLine(channel);
    ShownLists lists = ShownLists.beside(file);
    for (WaitingLine waits : lines) {
      String line = JSON.writeValueAsString(waits.after(previous, heads, lists, changes));
      write(channel, line + "\n");
      sealed(() -> heads.put(waits.at, channel.size(), Sha256.of(line)));
      previous = line;
    }
    channel.force(true);
    sealed(heads::force);
  }

  private AuditSeal.Heads heads() throws SealException {
    try {
      return seal.open(file);
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

    private final boolean isKeyMissing;

    SealException(IOException cause) {
      super(cause);
      isKeyMissing = cause instanceof AuditSeal.KeyMissingException;
    }
  }

  /** No witness was there for too long. */
  private static final class UnwitnessedException extends Exception {
    private static final long serialVersionUID = 1;

    private final Finding why;

    UnwitnessedException(WitnessException cause) {
      super(cause.getMessage(), cause);
      this.why = cause.why();
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    channel.position(channel.size());
    FullDisk.write("audit", channel, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
  }
}
