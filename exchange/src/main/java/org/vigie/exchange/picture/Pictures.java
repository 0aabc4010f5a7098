package org.vigie.exchange.picture;

import java.util.Optional;

/**
 * Whether pictures of pages are wanted, and what draws them.
 *
 * @param areWanted whether somebody asked for them
 * @param browser what draws them; nothing if this machine has none that is safe
 */
public record Pictures(boolean areWanted, Optional<OfflineBrowser> browser) {
  /** Returns that none are wanted. */
  public static Pictures none() {
    return new Pictures(false, Optional.empty());
  }

  /** Returns that they are wanted, by the browser of this machine. */
  public static Pictures wanted() {
    return new Pictures(true, OfflineBrowser.find());
  }
}
