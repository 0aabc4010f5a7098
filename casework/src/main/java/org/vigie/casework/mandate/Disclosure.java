package org.vigie.casework.mandate;

/**
 * To whom something goes out of the system, and on what grounds (Directive (EU) 2016/680, Art. 25).
 *
 * @param recipient who gets it, or empty if it goes to nobody
 * @param grounds why, or empty if nobody asks
 */
public record Disclosure(String recipient, String grounds) {
  /** Nothing goes anywhere. */
  public static final Disclosure NONE = new Disclosure("", "");
}
