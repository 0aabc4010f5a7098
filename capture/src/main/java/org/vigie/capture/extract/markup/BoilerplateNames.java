package org.vigie.capture.extract.markup;

import java.util.Set;

/** What pages call their parts that say nothing about their subject. */
final class BoilerplateNames {
  static final Set<String> ELEMENTS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "head",
          "iframe",
          "object",
          "nav",
          "footer",
          "aside",
          "button",
          "select",
          "textarea",
          "input",
          "option",
          "dialog",
          "canvas",
          "audio",
          "video",
          "map",
          "menu",
          "label");

  static final Set<String> ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "tablist",
          "alert");

  /** Words of which a class name or id consists when it names a part that is no content. */
  static final Set<String> NAMES =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "menu",
          "menus",
          "submenu",
          "megamenu",
          "footer",
          "sidebar",
          "breadcrumb",
          "breadcrumbs",
          "newsletter",
          "subscribe",
          "signup",
          "login",
          "signin",
          "social",
          "share",
          "sharing",
          "popup",
          "modal",
          "overlay",
          "banner",
          "ads",
          "advertisement",
          "adsense",
          "sponsored",
          "promo",
          "related",
          "recommended",
          "recommendations",
          "pagination",
          "pager",
          "toolbar",
          "skip",
          "masthead",
          "topbar",
          "copyright",
          "toc",
          "widgets",
          "similar",
          "tooltip",
          "offscreen",
          "drawer",
          "minicart",
          "cart",
          "wishlist",
          "upsell",
          "crosssell",
          "signature",
          "avatar",
          "userinfo",
          "disclaimer",
          "noprint");

  /**
   * Words that name the dialog in which a site asks for consent, common makers of such dialogs
   * among them. Its small print may well be longer than the page.
   */
  static final Set<String> CONSENT =
      Set.of(
          ("cookie cookies consent gdpr onetrust cookiebot usercentrics didomi "
                  + "cookiescript cleanslate trustarc truste iubenda quantcast cookieyes cmplz "
                  + "complianz tarteaucitron axeptio borlabs osano termly klaro")
              .split(" "));

  /** Words that name what others say, or what else is sold, beside one thing for sale. */
  static final Set<String> BESIDE_A_PRODUCT =
      Set.of(
          "review",
          "reviews",
          "related",
          "recommend",
          "recommended",
          "recommendation",
          "recommendations",
          "similar",
          "upsell",
          "upsells",
          "crosssell",
          "recently",
          "sticky",
          "instagram",
          "trust");

  private BoilerplateNames() {}
}
