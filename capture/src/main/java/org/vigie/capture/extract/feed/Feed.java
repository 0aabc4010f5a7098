package org.vigie.capture.extract.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/** RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287): each item an advert, its link worth fetching. */
public final class Feed implements ChannelReader {
  /** Characters of a paragraph with two links and few words. */
  private static final int MAX_FOOTER = 1_000;

  private static final List<String> BODIES =
      List.of("content:encoded", "content", "description", "summary");

  /** A feed that lists more is an archive. */
  private static final int MAX_ITEMS = 5_000;

  private static final Evaluator LINKS = Selector.evaluatorOf("link[rel], atom|link[rel]");
  private static final Evaluator ITEMS = Selector.evaluatorOf("item, entry");

  @Override
  public String name() {
    return "feed";
  }

  @Override
  public boolean tellsNone(Payload payload) {
    return true;
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    Page page = payload.page();
    if (!is(page.document())) {
      return null;
    }
    String next = next(page);
    return Extraction.paged(adverts(page), links(page, next), next);
  }

  private static boolean is(Document xml) {
    Element root = xml.firstElementChild();
    String name = root == null ? "" : root.normalName();
    return name.equals("rss") || name.equals("feed") || name.equals("rdf:rdf");
  }

  private static List<Advert> adverts(Page page) {
    List<Advert> adverts = new ArrayList<>();
    String language = language(page.document());
    for (Element item : items(page)) {
      String title = page.described(text(item, "title"));
      String body = body(page, item);
      if (title.isBlank() && body.isBlank()) {
        continue;
      }
      String link = address(page, item);
      Advert.Builder advert =
          page.advert(Channel.FEED, null)
              .title(title)
              .body(body)
              .language(language)
              .sourceId(text(item, "guid", "id"))
              .field("author", author(item))
              .context("links", String.join(" ", messengers(item)));
      if (!link.isEmpty()) {
        advert.url(link);
      }
      advert.postedAt(Times.parse(text(item, "pubdate", "published", "dc:date", "updated")));
      adverts.add(advert.build());
    }
    return adverts;
  }

  /** Whom the links of an item reach, where a line of its text says only "write to us". */
  private static Set<String> messengers(Element item) {
    Set<String> links = new LinkedHashSet<>();
    for (String name : BODIES) {
      links.addAll(MessengerLinks.ofMarkup(text(item, name)));
    }
    return links;
  }

  /** Returns where older items stand: by paging or, if there is none, in the archive (RFC 5005). */
  private static String next(Page page) {
    for (String rel : List.of("next", "prev-archive")) {
      for (Element link : page.document().select(LINKS)) {
        String href = link.attr("rel").equals(rel) ? page.links().resolve(link.attr("href")) : "";
        if (!href.isEmpty() && !href.equals(page.capture().url())) {
          return href;
        }
      }
    }
    return "";
  }

  private static List<String> links(Page page, String next) {
    Set<String> links = new LinkedHashSet<>();
    links.add(next);
    for (Element item : items(page)) {
      links.add(link(page, item));
    }
    links.remove("");
    links.remove(page.capture().url());
    return links.stream().filter(PageLinks::isPage).toList();
  }

  private static List<Element> items(Page page) {
    List<Element> items = page.document().select(ITEMS);
    return items.subList(0, Math.min(items.size(), MAX_ITEMS));
  }

  /** Feeds that carry the full text keep it beside a summary: the longer one it is. */
  private static String body(Page page, Element item) {
    String body = "";
    for (String name : BODIES) {
      String text = page.described(withoutFooter(text(item, name), item));
      body = text.length() > body.length() ? text : body;
    }
    return body;
  }

  /**
   * WordPress adds a paragraph to each item that links its title and its site, in words of the
   * site's language.
   */
  private static String withoutFooter(String html, Element item) {
    int last = html.lastIndexOf("<p");
    String link = text(item, "link").strip();
    boolean isFooter =
        last > 0
            && html.length() - last <= MAX_FOOTER
            && !link.isEmpty()
            && html.indexOf("href=\"" + link + "\"", last) > 0;
    return isFooter ? html.substring(0, last) : html;
  }

  /** Returns the page at which an item stands. */
  private static String link(Page page, Element item) {
    return page.links().resolve(href(page, item));
  }

  /** Returns where on that page it stands: several items may share one. */
  private static String address(Page page, Element item) {
    String href = href(page, item);
    int hash = href.indexOf('#');
    String link = page.links().resolve(href);
    return link.isEmpty() || hash < 0 ? link : link + href.substring(hash).strip();
  }

  private static String href(Page page, Element item) {
    for (Element child : item.children()) {
      String rel = child.attr("rel");
      if (child.normalName().equals("link") && (rel.isEmpty() || rel.equals("alternate"))) {
        String href = child.hasAttr("href") ? child.attr("href") : child.wholeText();
        if (!page.links().resolve(href).isEmpty()) {
          return href;
        }
      }
    }
    return text(item, "guid");
  }

  private static String author(Element item) {
    for (Element child : item.children()) {
      if (child.normalName().equals("author") && child.childrenSize() > 0) {
        return text(child, "name");
      }
    }
    // Names hold no markup, and so some feeds escape them twice.
    return Parser.unescapeEntities(text(item, "author", "dc:creator"), false);
  }

  private static String language(Document xml) {
    Element language = xml.selectFirst("channel > language");
    Element root = xml.firstElementChild();
    return Page.language(
        language != null ? language.wholeText() : root == null ? "" : root.attr("xml:lang"));
  }

  /** Returns the text of the first child with one of the names that has any. */
  private static String text(Element element, String... names) {
    for (String name : names) {
      for (Element child : element.children()) {
        if (child.normalName().equals(name)) {
          String text = content(child).strip();
          if (!text.isEmpty()) {
            return text;
          }
        }
      }
    }
    return "";
  }

  /** Atom may hold XHTML in place: then the markup itself is the content. */
  private static String content(Element element) {
    return element.childrenSize() > 0 ? element.html() : element.wholeText();
  }
}
