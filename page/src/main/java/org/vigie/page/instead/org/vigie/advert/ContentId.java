package org.vigie.page.instead.org.vigie.advert;

/** The page reads one text at a time, which needs no name of its own. */
public final class ContentId {
  private ContentId() {}

  public static String of(String prefix, String... parts) {
    return prefix + "0".repeat(20);
  }
}
