package org.vigie.capture.extract.page;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.markup.ParsedMarkup;

/** The addresses that a post written as HTML links to: contacts may stand in them alone. */
public final class HtmlLinks {
  /** A post that links to more is a directory; the first ones tell it as well. */
  private static final int MAX_LINKS = 50;

  private static final Pattern PLAIN = Pattern.compile("#[!-~&&[^\"'<>\\\\^`{|}]]{1,200}");

  private static final Evaluator ANCHORS = Selector.evaluatorOf("a[href]");

  private HtmlLinks() {}

  /**
   * Returns the links of a fragment; those that a server makes of tags and mentions are left out.
   */
  public static Set<String> of(LinkResolver links, String html) {
    return html.indexOf('<') < 0 ? new LinkedHashSet<>() : of(links, parse(html));
  }

  public static Set<String> of(LinkResolver links, Element element) {
    Set<String> found = new LinkedHashSet<>();
    for (Element anchor : element.select(ANCHORS)) {
      String classes = (anchor.className() + " " + anchor.attr("rel")).toLowerCase(Locale.ROOT);
      boolean own = !classes.contains("mention") && !classes.contains("tag");
      if (own && found.size() < MAX_LINKS) {
        found.add(whole(links.resolve(anchor.attr("href")), anchor.attr("href").strip()));
      }
    }
    found.remove("");
    return found;
  }

  /** What follows a hash may name a room or a person, as in {@code https://matrix.to/#/…}. */
  private static String whole(String link, String href) {
    int hash = href.indexOf('#');
    String rest = hash < 0 ? "" : href.substring(hash);
    return !link.isEmpty() && PLAIN.matcher(rest).matches() ? link + rest : link;
  }

  private static Element parse(String html) {
    return ParsedMarkup.html(html, "").document().body();
  }
}
