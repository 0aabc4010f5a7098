package org.vigie.casework.send;

import java.io.IOException;
import java.util.List;

/** A place that takes messages about the audit log. */
public interface MessageTarget {
  /**
   * Takes some messages.
   *
   * @throws IOException if it isn't known that all arrived: then they are sent again
   */
  void take(List<String> messages) throws IOException;
}
