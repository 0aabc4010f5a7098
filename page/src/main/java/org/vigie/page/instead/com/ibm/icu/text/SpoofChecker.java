package org.vigie.page.instead.com.ibm.icu.text;

import org.vigie.page.Unicode;

/** What characters look like, by the page's own table. */
public final class SpoofChecker {
  private SpoofChecker() {}

  /** Makes one. */
  public static final class Builder {
    public SpoofChecker build() {
      return new SpoofChecker();
    }
  }

  public String getSkeleton(CharSequence text) {
    return Unicode.look(text.toString());
  }
}
