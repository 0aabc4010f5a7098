package org.vigie.capture.picture;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Says that no process can be started that decodes pictures. It is no fault of a picture, nor of
 * the file that it stands in: whoever reads files must not take it for one.
 */
public final class PictureProcessException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  PictureProcessException(IOException cause) {
    super("a process that decodes pictures must start, but doesn't: " + cause.getMessage(), cause);
  }
}
