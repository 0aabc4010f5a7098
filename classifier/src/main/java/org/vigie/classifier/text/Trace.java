package org.vigie.classifier.text;

/** What had to be undone at one position of a text, as bits of a set. */
public final class Trace {
  /** Nothing. */
  public static final int NONE = 0;

  /** A zero-width, bidi or other invisible character stood directly before. */
  public static final int INVISIBLE = 1;

  /** A styled form: full-width, circled, keycap, mathematical. */
  public static final int STYLED = 2;

  /** A letter of another script that looks like the one meant (UTS #39). */
  public static final int CONFUSABLE = 4;

  /** A decimal digit of another script, such as Arabic-Indic: ordinary where all digits are. */
  public static final int NATIVE_DIGIT = 8;

  private Trace() {}
}
