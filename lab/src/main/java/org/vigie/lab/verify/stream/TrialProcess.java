package org.vigie.lab.verify.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.vigie.pipeline.SeparateRun;

/**
 * A run in a process of its own, whose figures a thread reads as they come, so that nobody waits
 * longer for them than is set. Closing it kills it.
 */
final class TrialProcess implements AutoCloseable {
  private static final int TAIL = 1_500;

  private final Process process;
  private final Path errors;
  private final Duration patience;
  private final Thread reader;
  private final Object change = new Object();
  private long read = -1;
  private boolean silent;

  /**
   * Starts reading what a process says.
   *
   * @param errors the file of what it says beside its figures
   * @param patience how long anything may take that is waited for
   */
  TrialProcess(Process process, Path errors, Duration patience) {
    this.process = process;
    this.errors = errors;
    this.patience = patience;
    reader = Thread.ofPlatform().daemon().name("figures of " + process.pid()).start(this::listen);
  }

  /**
   * Returns once the run has read some adverts, or has ended.
   *
   * @throws IOException if it does neither in time
   */
  void awaitRead(int adverts) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (change) {
      while (read < adverts && !silent) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new IOException(
              "a run must read %d adverts within %s, but has read %d; it said: %s"
                  .formatted(adverts, patience, Math.max(0, read), tail()));
        }
        TimeUnit.NANOSECONDS.timedWait(change, left);
      }
    }
  }

  /**
   * Returns once the run has ended.
   *
   * @throws IOException if it doesn't in time
   */
  void await() throws IOException, InterruptedException {
    if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IOException("a run must end within " + patience + "; it said: " + tail());
    }
  }

  /**
   * Returns once the run has ended.
   *
   * @throws IOException if it doesn't in time, or otherwise than with an exit code
   */
  void requireExit(int code) throws IOException, InterruptedException {
    await();
    if (exit() != code) {
      throw new IOException(
          "a run must end with exit code %d, but ended with %d; it said: %s"
              .formatted(code, exit(), tail()));
    }
  }

  /** Returns whether the process still runs after a while, or less if it ends before. */
  boolean runsFor(int millis) throws InterruptedException {
    return !process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Asks the run to save what it has read and end. */
  void stop() throws IOException {
    process.getOutputStream().close();
  }

  /** Returns the exit code of a process that has ended. */
  int exit() {
    return process.exitValue();
  }

  /** Returns the last of what it has said beside its figures. */
  String tail() throws IOException {
    String output = Files.exists(errors) ? Files.readString(errors) : "";
    return output.substring(Math.max(0, output.length() - TAIL));
  }

  /** Ends it as SIGKILL does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    reader.join(TimeUnit.MINUTES.toMillis(1));
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(SeparateRun.READ)) {
          told(Long.parseLong(line.substring(SeparateRun.READ.length())), false);
        }
      }
    } catch (IOException e) {
      // it was killed while it spoke
    } finally {
      told(0, true);
    }
  }

  private void told(long adverts, boolean last) {
    synchronized (change) {
      read = Math.max(read, adverts);
      silent = last;
      change.notifyAll();
    }
  }
}
