package org.vigie.capture.extract.offer;

import java.util.Locale;
import java.util.Set;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;

/** A page on which a site speaks about itself, as the last part of its address says. */
final class HousePage {
  private static final Set<String> NAMES =
      Set.of(
          "about",
          "about-us",
          "contact",
          "contact-us",
          "rules",
          "terms",
          "privacy",
          "imprint",
          "impressum",
          "help",
          "faq",
          "legal",
          "cookies",
          "login",
          "register",
          "kontakt",
          "contacto",
          "mentions-legales",
          "a-propos",
          "regulamin",
          "datenschutz",
          "agb",
          "cgu");

  private HousePage() {}

  static boolean is(Page page) {
    String path = LinkResolver.path(page.capture().url());
    String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = last.indexOf('.');
    return NAMES.contains(dot < 0 ? last : last.substring(0, dot));
  }
}
