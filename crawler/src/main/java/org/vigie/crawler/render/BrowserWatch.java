package org.vigie.crawler.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Looks at the processes of a browser, and kills them all once they take too much or too long. */
final class BrowserWatch implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 100;

  /** What is left to take the document of a page whose time is up. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Path PROCESSES = Path.of("/proc");

  private final Process process;
  private final RenderLimits limits;
  private final long deadline;
  private final AtomicReference<RenderException.@Nullable Kind> killed = new AtomicReference<>();
  private final Map<Long, ProcessHandle> seen = new HashMap<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("browser-watch").unstarted(this::run);

  private BrowserWatch(Process process, RenderLimits limits) {
    this.process = process;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().plus(GRACE).toNanos();
  }

  static BrowserWatch over(Process process, RenderLimits limits) {
    BrowserWatch watch = new BrowserWatch(process, limits);
    watch.thread.start();
    return watch;
  }

  /** Returns why the browser was killed, or null if it wasn't. */
  RenderException.@Nullable Kind whyKilled() {
    return killed.get();
  }

  /** Kills the browser for a reason, of which the first counts. */
  void kill(RenderException.Kind why) {
    killed.compareAndSet(null, why);
    killAll();
  }

  private void run() {
    try {
      while (process.isAlive()) {
        if (System.nanoTime() - deadline > 0) {
          kill(RenderException.Kind.TIME);
        } else if (memory() > limits.memoryBytes()) {
          kill(RenderException.Kind.MEMORY);
        }
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException e) {
      return; // it is closed
    }
  }

  /** Returns what all processes take that they don't share with a file. */
  private long memory() {
    return note().values().stream().mapToLong(each -> memory(each.pid())).sum();
  }

  /** A process whose parent has ended is no descendant any more: each that was met is kept. */
  private synchronized Map<Long, ProcessHandle> note() {
    process.descendants().forEach(each -> seen.put(each.pid(), each));
    seen.values().removeIf(each -> !each.isAlive());
    return Map.copyOf(seen);
  }

  private static long memory(long pid) {
    long bytes = 0;
    try {
      for (String line : Files.readAllLines(PROCESSES.resolve(pid + "/status"))) {
        if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:")) {
          bytes += Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return 0; // it has ended meanwhile
    }
    return bytes;
  }

  /** The first one last: with it the kernel kills those of its namespace that were not met. */
  private void killAll() {
    note().values().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    thread.interrupt();
    killAll();
    process.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(e -> process).join();
    note().values().forEach(ProcessHandle::destroyForcibly);
  }
}
