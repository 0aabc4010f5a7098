package org.vigie.exchange.partner;

import org.vigie.text.safe.SafeText;

/** Text in XML 1.0, in which controls have no place, not even escaped. */
final class XmlText {
  private XmlText() {}

  /** Returns a text as one line of an element or an attribute. */
  static String line(String text) {
    return escaped(SafeText.line(text));
  }

  /** Returns a text of an element, whose breaks stay. */
  static String block(String text) {
    return escaped(SafeText.block(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
