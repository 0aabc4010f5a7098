package org.vigie.capture.extract.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.OutwardLink;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.LinkResolver;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.page.ShownDates;
import org.vigie.capture.extract.page.Times;

/** Pages of networks that show posts one under another: each an advert with contacts of its own. */
public final class WallPosts implements ChannelReader {
  private static final int MAX_POSTS = 500;

  /** One post alone is what its page is about, and may be told better. */
  private static final int MIN_CARDS = 2;

  private static final Evaluator TIMED = Selector.evaluatorOf(".rel_date[time]");

  private static final Pattern UNIX = Pattern.compile("\\d{9,10}");

  /** Links within a text that show the rest of it. */
  private static final Evaluator MORE =
      Selector.evaluatorOf(
          ".pi_text_more, .wall_post_more, .PostTextMore, .media-text_more, .see_more_link,"
              + " .text_exposed_link");

  /** The page that a post shares, shown below its text. */
  private static final Evaluator CARD =
      Selector.evaluatorOf("[data-testid='card.wrapper'] a[href]");

  /** What somebody paid for to stand between the posts of a wall. */
  private static final Evaluator PAID =
      Selector.evaluatorOf(
          ".ads_block, ._ads_block_data_w, [data-ad-block], .promo, .__promo, [data-l*='t,promo']");

  @Override
  public String name() {
    return "wall";
  }

  @Override
  public boolean lists(Payload payload) {
    return true;
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    if (payload.form() != PayloadForm.MARKUP) {
      return null;
    }
    Page page = payload.page();
    for (WallMarkup markup : WallMarkup.KNOWN) {
      List<Advert> adverts = adverts(page, markup);
      if (!adverts.isEmpty()) {
        return PageLinks.with(page, adverts);
      }
    }
    List<Advert> cards = PostCards.of(page, MIN_CARDS);
    return cards.isEmpty() ? null : PageLinks.with(page, cards);
  }

  /** Returns the adverts that a page's posts are, in the order of the page. */
  static List<Advert> adverts(Page page, WallMarkup markup) {
    List<Advert> adverts = new ArrayList<>();
    @Nullable Element outer = null;
    List<Element> posts = page.document().select(markup.posts());
    ShownDates dates = dates(page, markup, posts);
    for (Element post : posts) {
      if (adverts.size() >= MAX_POSTS) {
        page.cutIf(true);
        break;
      }
      Element first = post.firstElementChild();
      boolean paid = post.is(PAID) || (first != null && first.is(PAID));
      if ((outer != null && post.parents().contains(outer)) || paid) {
        continue;
      }
      outer = post;
      Advert advert = advert(page, markup, post, dates);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
  }

  private static ShownDates dates(Page page, WallMarkup markup, List<Element> posts) {
    List<String> shown = new ArrayList<>();
    for (Element post : posts.subList(0, Math.min(posts.size(), MAX_POSTS))) {
      shown.add(textOf(first(post, markup.parts().time()), ""));
    }
    return ShownDates.ofPosts(page, shown);
  }

  private static @Nullable Advert advert(
      Page page, WallMarkup markup, Element post, ShownDates dates) {
    Element body = first(post, markup.parts().text());
    String text = body == null ? "" : page.text(body, MORE);
    String title = textOf(first(post, markup.parts().title()), post.attr("post-title"));
    if (text.isBlank() && title.isBlank()) {
      return null;
    }
    String url = link(page, first(post, markup.parts().link()));
    boolean job = markup.channel() == Channel.JOB_BOARD;
    Element time = first(post, markup.parts().time());
    String said = time == null ? "" : time.text().strip();
    String instant = time == null ? post.attr("created-timestamp") : instant(time);
    Instant told = Times.parse(instant);
    Instant posted = told == null ? unix(post) : told;
    Advert.Builder advert =
        page.advert(markup.channel(), null)
            .sourceId(markup.id().isEmpty() ? id(url) : post.attr(markup.id()))
            .title(title)
            .body(text)
            .postedAt(posted == null ? dates.find(said) : posted)
            .place(textOf(first(post, markup.parts().place()), ""))
            .language(page.language())
            .field(
                job ? "organization" : "author",
                textOf(first(post, markup.parts().author()), post.attr("author")))
            .field("price", textOf(first(post, markup.parts().price()), ""))
            .context("posted", said)
            .context("links", String.join(" ", links(page, post, body)));
    return url.isEmpty() ? advert.build() : advert.url(url).build();
  }

  private static String instant(Element time) {
    return time.hasAttr("datetime") ? time.attr("datetime") : time.attr("title");
  }

  /** VK writes Unix times beside what it shows. */
  private static @Nullable Instant unix(Element post) {
    Element time = post.selectFirst(TIMED);
    String told = time == null ? "" : time.attr("time");
    return UNIX.matcher(told).matches()
        ? Times.within(Instant.ofEpochSecond(Long.parseLong(told)))
        : null;
  }

  private static @Nullable Element first(Element post, Evaluator evaluator) {
    return post.selectFirst(evaluator);
  }

  private static String textOf(@Nullable Element element, String absent) {
    return element == null ? absent.strip() : element.text().strip();
  }

  private static String link(Page page, @Nullable Element element) {
    return element == null ? "" : page.links().resolve(element.attr("href"));
  }

  private static Set<String> links(Page page, Element post, @Nullable Element body) {
    Set<String> links = new LinkedHashSet<>();
    for (String link : body == null ? Set.<String>of() : HtmlLinks.of(page.links(), body)) {
      links.add(OutwardLink.of(link));
    }
    for (Element card : post.select(CARD)) {
      String link = page.links().resolve(card.attr("href"));
      if (!link.isEmpty()) {
        links.add(OutwardLink.of(link));
      }
    }
    return links;
  }

  /** The last part of an address that has digits names a post. */
  private static String id(String url) {
    String path = url.isEmpty() ? "" : LinkResolver.path(url);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.chars().anyMatch(Character::isDigit) ? last : "";
  }
}
