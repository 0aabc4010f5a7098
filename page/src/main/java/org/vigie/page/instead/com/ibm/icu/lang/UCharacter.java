package org.vigie.page.instead.com.ibm.icu.lang;

import org.vigie.page.Unicode;

/** What is asked of characters, by the page's own table. */
public final class UCharacter {
  private UCharacter() {}

  public static int getCombiningClass(int c) {
    return Unicode.combiningClass(c);
  }

  /** Is asked of one property alone. */
  public static boolean hasBinaryProperty(int c, int property) {
    return Unicode.isIgnorable(c);
  }

  public static double getUnicodeNumericValue(int c) {
    return Unicode.numericValue(c);
  }
}
