package org.vigie.exchange.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.FolderTree;

/**
 * A file or folder in the making, which is gone at the end unless it was moved: also if the process
 * is asked to end, as by Ctrl-C.
 */
final class Unfinished implements AutoCloseable {
  private static final int SECONDS_TO_STOP = 5;
  private static final int MOST_TRIES = 20;
  private static final long BETWEEN_TRIES_MILLIS = 50;

  private final Path place;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Unfinished(Path place, Thread worker) {
    this.place = place;
    this.hook = new Thread(() -> stop(worker), "remove-unfinished");
  }

  /**
   * Begins something at a place where nothing is yet, by the calling thread.
   *
   * @throws UserError if something is there
   */
  static Unfinished at(Path place) {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw UserError.ofInput(
          place + " must not be there: another run writes it, or was ended; delete it then");
    }
    Unfinished unfinished = new Unfinished(place, Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(unfinished.hook);
    return unfinished;
  }

  Path place() {
    return place;
  }

  /** Whoever fills it may not notice that it is to end; then it is taken away under their hands. */
  private void stop(Thread worker) {
    worker.interrupt();
    try {
      if (done.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        return;
      }
      for (int i = 0; i < MOST_TRIES; i++) {
        try {
          FolderTree.delete(place);
        } catch (IOException e) {
          // Somebody still writes to it: the next try finds it.
        }
        Thread.sleep(BETWEEN_TRIES_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      FolderTree.delete(place);
    } finally {
      done.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending and runs the hook: there is nothing left to remove.
      }
    }
  }
}
