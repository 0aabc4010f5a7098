package org.vigie.web.offer;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The helplines as a page lists them: those of one country first, the rest folded away. */
final class HelplineList {
  private final List<Helpline> helplines;

  HelplineList(List<Helpline> helplines) {
    this.helplines = List.copyOf(helplines);
  }

  /** Returns the codes of the countries that have one, by their names in a language. */
  List<String> countries(OfferMessages messages) {
    Comparator<Object> byName = Collator.getInstance(Locale.of(messages.tag()));
    return helplines.stream()
        .map(Helpline::country)
        .filter(code -> !code.equals(Helpline.UNION))
        .distinct()
        .sorted(Comparator.comparing(messages::country, byName))
        .toList();
  }

  /**
   * Writes them.
   *
   * @param country code of the country that comes first, or empty
   */
  void write(OfferHtml html, OfferMessages messages, String country) {
    html.element("h2", messages.of("help")).element("p", messages.of("help-note"));
    if (countries(messages).contains(country)) {
      list(html, messages, country);
    }
    list(html, messages, Helpline.UNION);
    html.raw("<details>\n").element("summary", messages.of("other-countries"));
    for (String other : countries(messages)) {
      if (!other.equals(country)) {
        list(html, messages, other);
      }
    }
    html.raw("</details>\n");
  }

  private void list(OfferHtml html, OfferMessages messages, String country) {
    html.element("h3", messages.country(country)).raw("<ul>\n");
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
