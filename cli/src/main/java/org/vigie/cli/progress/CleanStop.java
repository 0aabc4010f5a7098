package org.vigie.cli.progress;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vigie.casework.environment.Environment;

/**
 * A stretch of work that Ctrl-C ends in order: the working thread is interrupted and given time to
 * put things away before the process ends. Nothing is lost without it either; the next start just
 * has more to do again.
 */
public final class CleanStop implements AutoCloseable {
  /** A checkpoint takes well under a second; a stuck one must not keep a person waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private CleanStop(Environment environment, Thread worker, String takeUp) {
    hook =
        new Thread(
            () -> {
              environment.err().println();
              environment.err().println("vigie: stopping; " + takeUp);
              worker.interrupt();
              await(environment);
            },
            "clean-stop");
  }

  /**
   * Guards the work that the calling thread does until {@link #close}.
   *
   * @param takeUp how to take the work up again, in one line
   */
  public static CleanStop of(Environment environment, String takeUp) {
    CleanStop stop = new CleanStop(environment, Thread.currentThread(), takeUp);
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  private void await(Environment environment) {
    try {
      if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        environment.err().println("vigie: still busy; stopping anyway, nothing is lost");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The process is ending and runs the hook: there is nothing left to remove.
      Thread.interrupted();
    }
  }
}
