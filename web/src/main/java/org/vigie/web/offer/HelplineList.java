package org.vigie.web.offer;

import java.util.List;
import java.util.Map;

/** The helplines as a page lists them: those of one country first, the rest folded away. */
final class HelplineList {
  private final List<Helpline> helplines;

  HelplineList(List<Helpline> helplines) {
    this.helplines = List.copyOf(helplines);
  }

  /** Returns the names of the countries that have one by their codes, in a language's order. */
  Map<String, String> countries(OfferMessages messages) {
    return Countries.named(
        messages.tag(),
        helplines.stream()
            .map(Helpline::country)
            .filter(code -> !code.equals(Helpline.UNION))
            .toList());
  }

  /**
   * Writes them.
   *
   * @param country code of the country that comes first, or empty
   */
  void write(OfferHtml html, OfferMessages messages, String country) {
    html.element("h2", messages.of("help")).element("p", messages.of("help-note"));
    Map<String, String> names = countries(messages);
    if (names.containsKey(country)) {
      list(html, messages, country, names.getOrDefault(country, ""));
    }
    list(html, messages, Helpline.UNION, union(messages));
    html.raw("<details>\n").element("summary", messages.of("other-countries"));
    names.forEach((other, name) -> {
      if (!other.equals(country)) {
        list(html, messages, other, name);
      }
    });
    html.raw("</details>\n");
  }

  private static String union(OfferMessages messages) {
    return Countries.named(messages.tag(), List.of(Helpline.UNION))
        .getOrDefault(Helpline.UNION, Helpline.UNION);
  }

  private void list(OfferHtml html, OfferMessages messages, String country, String name) {
    html.element("h3", name).raw("<ul>\n");
    for (Helpline line : helplines) {
      if (line.country().equals(country)) {
        html.raw("<li><bdi>")
            .text(line.name())
            .raw("</bdi>: <a class=\"number\" dir=\"ltr\" href=\"tel:" + line.dialled() + "\">")
            .text(line.number())
            .raw("</a><br>");
        if (!line.site().isEmpty()) {
          html.raw("<bdi>").text(line.site()).raw("</bdi><br>");
        }
        html.raw("<small>")
            .text(messages.of("seen"))
            .raw(" <bdi>")
            .text(line.seen().toString())
            .raw("</bdi></small></li>\n");
      }
    }
    html.raw("</ul>\n");
  }
}
