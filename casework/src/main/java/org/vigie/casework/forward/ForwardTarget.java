package org.vigie.casework.forward;

import java.io.IOException;
import java.util.List;

/** A place that lines of the audit log go to. */
interface ForwardTarget {
  /**
   * Takes some messages.
   *
   * @throws IOException if it isn't known that all arrived: then they are sent again
   */
  void take(List<String> messages) throws IOException;
}
