package org.vigie.capture.extract.markup;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one page of a process at a time be a large document. A large one takes tens of MiB, so that
 * a few hostile pages that happen to be read at once would fill the heap of a crawl that holds each
 * of them with ease. All other pages are read side by side.
 */
public final class LargeDocuments {
  /**
   * Nodes and attributes beyond which a document is large: some 3 MiB. So are 20 of 384 saved
   * pages.
   */
  static final int LARGE = 20_000;

  private static final ReentrantLock TURN = new ReentrantLock();
  private static final ThreadLocal<Boolean> READING = new ThreadLocal<>();

  private LargeDocuments() {}

  /**
   * Returns what reading a page yields. Once a document of it proves large no other thread goes on
   * with a large one until this page is read.
   *
   * @param reader returns nothing that refers to a document
   */
  public static <T> T reading(Supplier<T> reader) {
    READING.set(true);
    try {
      return reader.get();
    } finally {
      READING.remove();
      if (TURN.isHeldByCurrentThread()) {
        TURN.unlock();
      }
    }
  }

  /** Waits for the turn of the page that this thread reads, if it reads one and hasn't the turn. */
  static void await() {
    if (READING.get() != null && !TURN.isHeldByCurrentThread()) {
      TURN.lock();
    }
  }
}
