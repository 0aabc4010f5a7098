package org.vigie.pipeline.standalone;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process of a cluster, found again by its id.
 *
 * @param name such as {@code taskmanager-1}
 * @param pid the operating system's id
 * @param started when it started, to the precision that the system tells: an id may be given again
 */
public record ClusterProcess(String name, long pid, Instant started) {

  static ClusterProcess of(String name, long pid) {
    Instant started =
        ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()).orElse(Instant.EPOCH);
    return new ClusterProcess(name, pid, started);
  }

  /** Returns whether it still runs. */
  public boolean runs() {
    return handle().isPresent();
  }

  /** Ends it as {@code kill -9} does, and returns when it is gone. */
  public void kill() {
    handle()
        .ifPresent(handle -> {
          handle.destroyForcibly();
          handle.onExit().join();
        });
  }

  /** Ends it, in order if it heeds, and waits until it is gone. */
  void end() throws InterruptedException {
    Optional<ProcessHandle> handle = handle();
    if (handle.isEmpty()) {
      return;
    }
    handle.get().destroy();
    if (!gone(handle.get(), 10)) {
      handle.get().destroyForcibly();
      gone(handle.get(), 10);
    }
  }

  private static boolean gone(ProcessHandle handle, int seconds) throws InterruptedException {
    try {
      handle.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process must be told", e);
    }
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(found -> found.info().startInstant().map(started::equals).orElse(true));
  }
}
