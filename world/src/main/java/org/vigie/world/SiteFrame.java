package org.vigie.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all pages of a site have around their content, with the pages that carry no advert. */
final class SiteFrame {
  /** Paths that robots.txt forbids, linked from each page to tempt a crawler. */
  static final String DISALLOWED = "/private/";

  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: %s
      Allow: /
      """
          .formatted(DISALLOWED);

  private final PhraseTable texts;
  private final String name;
  private final String language;
  private final List<String> labels;

  private SiteFrame(PhraseTable texts) {
    this.texts = texts;
    name = texts.require("name").getFirst();
    language = texts.require("language").getFirst();
    labels = texts.require("labels");
  }

  static SiteFrame of(Host host) {
    return new SiteFrame(
        PhraseTable.load("sites/" + host.name().toLowerCase(Locale.ROOT) + ".txt"));
  }

  String name() {
    return name;
  }

  String language() {
    return language;
  }

  /** Returns the first line of a section of the site's texts. */
  String text(String section) {
    return texts.require(section).getFirst();
  }

  String nextLabel() {
    return labels.get(5);
  }

  String previousLabel() {
    return labels.get(6);
  }

  /** Returns robots.txt or one of the pages without advert. */
  Optional<ServedPage> findPage(RequestTarget target) {
    return switch (String.join("/", target.segments())) {
      case "robots.txt" -> Optional.of(ServedPage.text(ROBOTS));
      case "about", "contact", "rules" -> Optional.of(standing(target.first()));
      case "private/members" -> Optional.of(standing("private"));
      default -> Optional.empty();
    };
  }

  private ServedPage standing(String section) {
    List<String> lines = texts.require(section);
    String title = lines.getFirst();
    String main =
        "<h1>" + Html.escape(title) + "</h1>\n" + Html.paragraphs(lines.subList(1, lines.size()));
    return page(language, title, "", main);
  }

  /**
   * Returns a page of the site.
   *
   * @param pageLanguage ISO 639-1 code of the content
   * @param head further elements of the head
   * @param main the content
   */
  ServedPage page(String pageLanguage, String title, String head, String main) {
    return ServedPage.html(
        """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <title>%s</title>
        %s</head>
        <body>
        <header><nav>%s</nav></header>
        <main>
        %s</main>
        <footer>
        <p>%s</p>
        <nav>%s</nav>
        </footer>
        </body>
        </html>
        """
            .formatted(
                pageLanguage,
                Html.escape(title + " | " + name),
                head,
                Html.link("/", labels.get(0)),
                main,
                Html.escape(text("footer")),
                String.join(
                    " ",
                    Html.link("/about", labels.get(1)),
                    Html.link("/contact", labels.get(2)),
                    Html.link("/rules", labels.get(3)),
                    Html.link(DISALLOWED + "members", labels.get(4)))));
  }
}
