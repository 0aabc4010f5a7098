package org.vigie.casework.forward;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.casework.config.ForwardSettings;
import org.vigie.casework.mandate.DurableLines;
import org.vigie.casework.send.MessageTarget;
import org.vigie.casework.send.SyslogTarget;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.OwnerOnly;

/**
 * Sends each line of the audit log to another place, at least once, after it is on the disk. It
 * goes by the log's file, whoever wrote to that, and from a place that it keeps: an outage delays
 * lines and nothing else.
 */
public final class AuditForwarder {
  private static final Logger LOG = LoggerFactory.getLogger(AuditForwarder.class);

  /** Bytes of the log that are sent together. */
  private static final int LOT = 1 << 18;

  private final Path log;
  private final Path state;
  private final ForwardSettings settings;
  private final Path root;
  private final Clock clock;

  /**
   * @param root what relative paths of the settings start from
   */
  public AuditForwarder(Path log, ForwardSettings settings, Path root, Clock clock) {
    this.log = log;
    this.state = ForwardState.beside(log);
    this.settings = settings;
    this.root = root;
    this.clock = clock;
  }

  /**
   * Sends all that waits, unless another process is about it.
   *
   * @return how far it came; where it failed, that it did
   * @throws IOException if its own files can't be read or written
   */
  public ForwardState pass() throws IOException {
    try (FileChannel channel = OwnerOnly.open(log.resolveSibling("forward.lock"));
        FileLock alone = channel.tryLock()) {
      return alone == null ? known() : send(known());
    } catch (OverlappingFileLockException e) {
      return known();
    }
  }

  /** Sends what waits again and again until it is closed, in a thread that holds up nobody. */
  public AutoCloseable every(Duration rest) {
    Thread thread =
        Thread.ofPlatform().daemon().name("audit-forward").start(() -> repeat(rest.toMillis()));
    return thread::interrupt;
  }

  private void repeat(long rest) {
    try {
      while (true) {
        try {
          pass();
        } catch (IOException | RuntimeException | StackOverflowError e) {
          LOG.warn("the audit log was not forwarded: {}", e.toString());
        }
        Thread.sleep(rest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To another place than before all goes from the beginning. */
  private ForwardState known() throws IOException {
    return ForwardState.read(state)
        .filter(one -> one.to().equals(settings.to()))
        .orElse(ForwardState.begin(settings.to()));
  }

  private ForwardState send(ForwardState known) throws IOException {
    ForwardState reached = known;
    if (!DurableLines.hashOfLineEndingAt(log, known.bytes()).equals(known.hash())) {
      LOG.warn("the audit log is another than was forwarded: it was cut, rolled back or replaced");
      reached = known.restarted(clock.instant());
    }
    try {
      @Nullable MessageTarget target = null;
      DurableLines next = DurableLines.read(log, reached.bytes(), LOT);
      while (!next.lines().isEmpty()) {
        target = target == null ? target() : target;
        target.take(next.lines().stream().map(this::message).toList());
        reached = reached.arrived(next.end(), next.lines().getLast(), clock.instant());
        reached.write(state);
        next = DurableLines.read(log, reached.bytes(), LOT);
      }
      return reached;
    } catch (IOException e) {
      if (reached.since().isEmpty()) {
        LOG.warn("the audit log can't be forwarded: {}", e.toString());
      }
      reached = reached.failed(String.valueOf(e.getMessage()), clock.instant());
      reached.write(state);
      return reached;
    }
  }

  /** A line that can't be written as it is goes as an unreadable one: none holds up the others. */
  private String message(String line) {
    try {
      return written(ForwardedLine.of(line));
    } catch (RuntimeException | StackOverflowError e) {
      return written(new ForwardedLine(Sha256.of(line), null));
    }
  }

  private String written(ForwardedLine forwarded) {
    return settings.isFile() && settings.format() == ForwardSettings.Format.ECS
        ? EcsDocument.of(forwarded)
        : SyslogMessage.of(forwarded, settings.format());
  }

  private MessageTarget target() throws IOException {
    if (settings.isFile()) {
      return new FileTarget(root.resolve(settings.file()).normalize());
    }
    return settings.isEncrypted()
        ? SyslogTarget.overTls(
            settings.address(),
            settings.authority().isEmpty() ? null : root.resolve(settings.authority()))
        : SyslogTarget.overTcp(settings.address());
  }
}
