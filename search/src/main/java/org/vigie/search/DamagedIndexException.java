package org.vigie.search;

import java.io.IOException;

/** Says that something of an index isn't as it was written, so that nothing of it is shown. */
public final class DamagedIndexException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what names the part, and never quotes it
   */
  public DamagedIndexException(String what, Throwable cause) {
    super(message(what), cause);
  }

  public DamagedIndexException(String what) {
    super(message(what));
  }

  private static String message(String what) {
    return what + " of the index is damaged, not shown: run ./vigie check";
  }
}
