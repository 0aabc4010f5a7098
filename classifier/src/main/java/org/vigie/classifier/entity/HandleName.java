package org.vigie.classifier.entity;

/**
 * What may be the name of an account in a text.
 *
 * @param start where it begins in the view, its sign included
 * @param end where it ends
 * @param value the name, in lower case and without its sign
 * @param form how it is written
 */
record HandleName(int start, int end, String value, Form form) {
  /** Shorter ones without a service may be anything. */
  private static final int LEAST_ALONE = 6;

  private static final int LEAST_LETTERS = 4;

  /** How a name is written. */
  enum Form {
    /** {@code @name}. */
    AT,
    /** {@code $name}. */
    TAG,
    /** {@code a_name}. */
    JOINED,
    /** {@code name1} or {@code AnnaMaria} behind a service's word and a colon. */
    AFTER_COLON
  }

  /**
   * Returns the service that it is a name of, or nothing if it is none.
   *
   * @param near service that is named near it, or empty
   * @param usual service that a bare {@code @name} belongs to here, or empty
   */
  String service(String near, String usual) {
    if (form == Form.TAG) {
      return near.equals("cashapp") ? near : "";
    }
    if (!near.isEmpty()) {
      return near;
    }
    if (form == Form.AT && !usual.isEmpty()) {
      return usual;
    }
    return standsAlone() ? Services.UNKNOWN : "";
  }

  /** No word has a digit or an underscore; with a dot it may be a host or a file. */
  private boolean standsAlone() {
    long letters = value.chars().filter(c -> c >= 'a' && c <= 'z').count();
    return form != Form.AFTER_COLON
        && value.length() >= LEAST_ALONE
        && letters >= LEAST_LETTERS
        && letters < value.length()
        && Character.isLetter(value.charAt(0))
        && value.charAt(value.length() - 1) != '_'
        && value.indexOf('.') < 0
        && !value.contains("__");
  }
}
