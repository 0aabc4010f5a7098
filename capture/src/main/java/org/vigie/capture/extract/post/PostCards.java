package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;

/**
 * Posts that a profile or a search of a network shows as cards: each leads to an address made of
 * who posted it and its number, whatever the elements are called.
 */
final class PostCards {
  /** {@code /@name/video/123}. */
  private static final Pattern POST =
      Pattern.compile(
          "https?://([^/?#]+)/@([\\w.\\-]{1,60})/(?:video|photo|post)/(\\w{5,30})(?:[/?#].*)?");

  private static final int MAX_CARDS = 500;
  private static final int MAX_NODES = 400;
  private static final int MIN_WORDS = 3;

  /** A post, with the handle of who posted it and its own id. */
  private record Post(String address, String handle, String id) {}

  /** Stands for several posts. */
  private static final Post SEVERAL = new Post("", "", "");

  private final Page page;

  /** Post → the first link to it. */
  private final Map<Post, Element> links = new LinkedHashMap<>();

  /** Element → the one post that its links lead to, or that they lead to several. */
  private final Map<Element, Post> leads = new IdentityHashMap<>();

  private PostCards(Page page) {
    this.page = page;
  }

  /** Returns an advert for each card with words on it, none if there are fewer than some. */
  static List<Advert> of(Page page, int least) {
    PostCards cards = new PostCards(page);
    cards.find();
    List<Advert> adverts = new ArrayList<>();
    for (Map.Entry<Post, Element> link : cards.links.entrySet()) {
      Advert advert = cards.advert(link.getKey(), cards.card(link.getValue()));
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts.size() < least ? List.of() : adverts;
  }

  private void find() {
    for (Element link : page.index().links()) {
      Post post = post(link.attr("href"));
      if (post == null) {
        continue;
      }
      if (links.size() >= MAX_CARDS && !links.containsKey(post)) {
        page.cutIf(true);
        break;
      }
      links.putIfAbsent(post, link);
      lead(link, post);
    }
  }

  /** Returns the post of this site that an address leads to, if it does. */
  private @Nullable Post post(String href) {
    Matcher post = POST.matcher(href.contains("/@") ? page.links().resolve(href) : "");
    return post.matches() && bare(post.group(1)).equals(bare(page.site()))
        ? new Post(post.group().substring(0, post.end(3)), post.group(2), post.group(3))
        : null;
  }

  private void lead(Element link, Post post) {
    for (Element e = link; e != null; e = e.parent()) {
      Post known = leads.putIfAbsent(e, post);
      if (known != null && (known.equals(post) || known.equals(SEVERAL))) {
        break;
      }
      if (known != null) {
        leads.put(e, SEVERAL);
      }
    }
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring(4) : lower;
  }

  /** Returns the largest element around a link that leads to no other post. */
  private Element card(Element link) {
    Element card = link;
    Element above = link.parent();
    while (above != null && !SEVERAL.equals(leads.get(above)) && !isPage(above)) {
      card = above;
      above = above.parent();
    }
    return card;
  }

  private static boolean isPage(Element element) {
    return element.normalName().equals("body") || element.normalName().equals("main");
  }

  private @Nullable Advert advert(Post post, Element card) {
    Fullest text = new Fullest();
    NodeTraversor.filter((node, depth) -> text.visit(node), card);
    if (text.words < MIN_WORDS || text.element == null) {
      return null;
    }
    String handle = post.handle();
    StringBuilder body = new StringBuilder(page.text(text.element));
    for (Element reach : text.reach) {
      String more = reach == text.element ? "" : page.text(reach).strip();
      body.append(more.isEmpty() || more.equals("@" + handle) ? "" : "\n" + more);
    }
    Set<String> told = HtmlLinks.of(page.links(), text.element);
    told.addAll(MessengerLinks.of(card));
    return page.advert(Channel.SOCIAL, null)
        .url(post.address())
        .sourceId(post.id())
        .body(body.toString())
        .language(page.language())
        .field("author", name(handle))
        .context("handle", handle)
        .context("links", String.join(" ", told))
        .build();
  }

  /** A profile's title is {@code Name (@handle)}. */
  private String name(String handle) {
    String title = page.document().title();
    int at = title.indexOf(" (@" + handle + ")");
    return at > 0 ? title.substring(0, at).strip() : handle;
  }

  /**
   * The element with words of its own that says most, and those that tell how to reach somebody.
   */
  private static final class Fullest {
    private final List<Element> reach = new ArrayList<>();
    private @Nullable Element element;
    private int words;
    private int seen;

    NodeFilter.FilterResult visit(Node node) {
      if (++seen > MAX_NODES) {
        return NodeFilter.FilterResult.STOP;
      }
      if (node instanceof Element own && !own.ownText().isBlank()) {
        String told = own.text();
        int said = TextBlock.words(told);
        if (ContactShape.isIn(told)) {
          reach.add(own);
        }
        if (said > words) {
          words = said;
          element = own;
        }
        return NodeFilter.FilterResult.SKIP_CHILDREN;
      }
      return NodeFilter.FilterResult.CONTINUE;
    }
  }
}
