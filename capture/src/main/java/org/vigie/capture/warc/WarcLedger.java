package org.vigie.capture.warc;

import java.io.IOException;

/**
 * Keeps which files of an archive may hold more than was committed, so that a kill can be undone.
 */
public interface WarcLedger {
  /** A file is about to be made. */
  void began(String file) throws IOException;

  /** A file is closed, and all that it holds is committed. */
  void completed(String file) throws IOException;

  /** Returns a ledger that keeps nothing. */
  static WarcLedger none() {
    return new WarcLedger() {
      @Override
      public void began(String file) {}

      @Override
      public void completed(String file) {}
    };
  }
}
