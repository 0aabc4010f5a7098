package org.vigie.capture.warc;

import java.io.IOException;

/** Says that a body has a content coding that cannot be undone. */
public final class UnsupportedCodingException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsupportedCodingException(String message) {
    super(message);
  }
}
