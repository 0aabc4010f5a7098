package org.vigie.capture.extract.content;

import java.util.regex.Pattern;

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
}
