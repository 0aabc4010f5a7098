package org.vigie.casework.delivery;

import java.io.IOException;
import org.vigie.advert.Alert;

/**
 * Somebody who is told of alerts. Addresses come from the configuration alone, never from adverts.
 */
public interface AlertSink {

  /** Returns the name under which it is remembered what was sent. */
  String name();

  /**
   * Returns what of an alert is handed over, whose hash the audit log holds: a line with its end, a
   * body, or the text of a mail with a line feed at the end of each line.
   */
  String content(Alert alert);

  /**
   * Sends an alert once.
   *
   * @param content what {@link #content} returned for it
   * @throws RefusedException if sending it again would be refused again
   * @throws IOException if it may succeed later
   */
  void send(Alert alert, String content) throws IOException, InterruptedException;

  /** Says that an alert was refused for good. */
  final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
