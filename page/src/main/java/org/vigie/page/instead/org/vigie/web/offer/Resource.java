package org.vigie.page.instead.org.vigie.web.offer;

import java.nio.charset.StandardCharsets;
import org.vigie.page.PageData;

/** The files that come with the offer checker, read from the page's data. */
final class Resource {
  private Resource() {}

  static String text(String name) {
    return new String(PageData.bytes("offer/" + name), StandardCharsets.UTF_8);
  }
}
