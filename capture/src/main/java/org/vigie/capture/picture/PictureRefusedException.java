package org.vigie.capture.picture;

/** Says why a picture isn't read. */
final class PictureRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String kind;

  /**
   * @param kind short name of the reason
   * @param reason what must hold, and what was found
   */
  PictureRefusedException(String kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  String kind() {
    return kind;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
