package org.vigie.world.surface;

import java.util.Locale;

/** A surface on which the campaign stands, and where that is. */
public enum Surface {
  /** Adverts that no element of a page shows, but that its data hold. */
  SCRIPT_DATA("script-only site, by its data", "/", ""),
  /** An advert that a script asks for once it runs. */
  SCRIPT_VIEW("script-only site, by rendering", ScriptSite.VIEW, "chromium"),
  /** Words and a number that are drawn. */
  PICTURE("advert as a picture", "poster.png", "tesseract"),
  /** A code on a notice, which holds a number and nothing else. */
  CODE("QR code", "notice.png", ""),
  /** What Telegram Desktop writes. */
  CHAT("Telegram export", "result.json", ""),
  /** A list that somebody keeps. */
  SHEET("Excel list", "list.xlsx", "");

  private final String words;
  private final String place;
  private final String needs;

  Surface(String words, String place, String needs) {
    this.words = words;
    this.place = place;
    this.needs = needs;
  }

  /** Returns what people call it. */
  public String words() {
    return words;
  }

  /** Returns the path on {@link ScriptSite#HOST}, or the name of the file. */
  public String place() {
    return place;
  }

  /** Returns the program without which it can't be read, or empty. */
  public String needs() {
    return needs;
  }

  /** Returns whether it is a page of {@link ScriptSite}; a file otherwise. */
  public boolean isPage() {
    return place.startsWith("/");
  }

  static Surface of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
