package org.vigie.capture.extract.content;

import java.util.regex.Pattern;
import org.vigie.capture.extract.page.Page;

/**
 * What in a text looks as if it told how to reach somebody: a telephone number, a name behind
 * {@code @}, or an address.
 *
 * <p>It keeps lines that matter from being left out; what stands there is for the classifier to
 * say.
 */
public final class ContactShape {
  private static final Pattern WRITTEN = Pattern.compile("@\\w|https?://|\\bwww\\.");

  private ContactShape() {}

  public static boolean isIn(String text) {
    return TelephoneShape.isIn(text) || WRITTEN.matcher(text).find();
  }

  /** Returns whether a text, or a link on its page to a messenger, tells so. */
  public static boolean isIn(Page page, String text) {
    return isIn(text) || !MessengerLinks.of(page.document().body()).isEmpty();
  }
}
