package org.vigie.text;

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

  /** A combining mark that no language writes there: over a digit, or struck through a letter. */
  public static final int MARKED = 16;

  /** A digit or sign that stands for a letter, as in {@code f33$}. */
  public static final int LEET = 32;

  /** Letters of a word set apart, as in {@code f e e s} or {@code f.e.e.s}. */
  public static final int APART = 64;

  /** A letter written three times or more, as in {@code feeees}. */
  public static final int REPEATED = 128;

  private Trace() {}

  /** Returns the number of different steps in a set; digits of another script alone are none. */
  public static int steps(int traces) {
    return Integer.bitCount(traces & ~NATIVE_DIGIT);
  }
}
