package org.vigie.web.offer;

/** HTML in the making: what is put into it as text or as an attribute stays text. */
final class OfferHtml {
  private final StringBuilder out = new StringBuilder(8_192);

  /** Adds markup, which must hold nothing that anybody typed. */
  OfferHtml raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds a text. */
  OfferHtml text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** Adds an element with a text in it. */
  OfferHtml element(String tag, String text) {
    return raw("<" + tag + ">").text(text).raw("</" + tag + ">\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
