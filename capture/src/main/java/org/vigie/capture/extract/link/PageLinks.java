package org.vigie.capture.extract.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;

/** The links of a page that are worth fetching: pages, not pictures, and none marked nofollow. */
public final class PageLinks {
  /** Stands in place of an address of e-mail that a script would show. */
  private static final String HIDDEN_MAIL = "/cdn-cgi/l/email-protection";

  /** A page with more is a trap or a sitemap. */
  private static final int MAX_LINKS = 2_000;

  /** Characters of an anchor that are kept: its first words say what it leads to. */
  static final int MAX_ANCHOR = 80;

  private static final Evaluator PAGING = Selector.evaluatorOf("link[rel~=(?i)next|prev]");

  private static final Set<String> NO_PAGES =
      Set.of(
          "jpg", "jpeg", "png", "gif", "webp", "svg", "ico", "bmp", "avif", "css", "js", "mjs",
          "json", "pdf", "zip", "gz", "rar", "7z", "tar", "mp3", "mp4", "webm", "avi", "mov", "mkv",
          "ogg", "wav", "woff", "woff2", "ttf", "eot", "exe", "apk", "dmg", "doc", "docx", "xls",
          "xlsx", "ppt", "pptx", "csv");

  private PageLinks() {}

  /** Returns an extraction of some adverts of a page, with the page's links and paging. */
  public static Extraction with(Page page, List<Advert> adverts) {
    Map<String, String> anchors = anchors(page);
    List<String> links = new ArrayList<>(anchors.keySet());
    String next = links.isEmpty() ? "" : NextPage.next(page);
    if (!next.isEmpty() && !links.contains(next)) {
      links.add(next);
    }
    return Extraction.paged(adverts, links, next).withAnchors(anchors);
  }

  public static List<String> of(Page page) {
    return new ArrayList<>(anchors(page).keySet());
  }

  /** Returns the links with the text of the first anchor that has any, in page order. */
  private static Map<String, String> anchors(Page page) {
    Map<String, String> links = new LinkedHashMap<>();
    if (!isNofollow(page)) {
      for (Element element : page.index().links()) {
        if (links.size() >= MAX_LINKS) {
          break;
        }
        if (leadsOn(element)
            && !element.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow")) {
          String link = page.links().resolve(element.attr("href"));
          if (!link.isEmpty() && isPage(link)) {
            links.merge(link, anchor(element), (first, more) -> first.isEmpty() ? more : first);
          }
        }
      }
    }
    links.remove(page.capture().url());
    return links;
  }

  /** Returns the beginning of an anchor's text: a card around a whole advert is an anchor too. */
  private static String anchor(Element element) {
    StringBuilder text = new StringBuilder();
    for (TextNode node : element.textNodes()) {
      append(text, node.text());
    }
    if (text.isEmpty()) {
      element
          .nodeStream(TextNode.class)
          .takeWhile(node -> text.length() < MAX_ANCHOR)
          .forEach(node -> append(text, node.text()));
    }
    return text.length() > MAX_ANCHOR ? text.substring(0, MAX_ANCHOR) : text.toString();
  }

  private static void append(StringBuilder text, String more) {
    String stripped = more.strip();
    if (!stripped.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(stripped);
    }
  }

  private static boolean leadsOn(Element element) {
    return element.hasAttr("href") && (!element.normalName().equals("link") || element.is(PAGING));
  }

  private static boolean isNofollow(Page page) {
    for (Element robots : page.index().metas()) {
      if (!robots.attr("name").strip().equalsIgnoreCase("robots")) {
        continue;
      }
      String content = robots.attr("content").toLowerCase(Locale.ROOT);
      if (content.contains("nofollow") || content.contains("none")) {
        return true;
      }
    }
    return false;
  }

  public static boolean isPage(String link) {
    int query = link.indexOf('?');
    String path = query < 0 ? link : link.substring(0, query);
    int dot = path.lastIndexOf('.');
    boolean ending =
        dot > path.lastIndexOf('/')
            && NO_PAGES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    return !ending && !path.endsWith(HIDDEN_MAIL);
  }
}
