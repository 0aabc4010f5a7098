package org.vigie.crawler.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;

/** The public preview of a Telegram channel ({@code /s/NAME}): each message with text an advert. */
final class TelegramPreview {
  private static final Evaluator MESSAGES = Selector.evaluatorOf(".tgme_widget_message[data-post]");
  private static final Evaluator TEXTS = Selector.evaluatorOf(".tgme_widget_message_text");
  private static final Evaluator REPLY = Selector.evaluatorOf(".tgme_widget_message_reply");
  private static final Evaluator DATE = Selector.evaluatorOf("a.tgme_widget_message_date[href]");
  private static final Evaluator TIME = Selector.evaluatorOf("time[datetime]");
  private static final Evaluator AUTHOR = Selector.evaluatorOf(".tgme_widget_message_from_author");
  private static final Evaluator FORWARDED =
      Selector.evaluatorOf(".tgme_widget_message_forwarded_from_name");
  private static final Evaluator OLDER =
      Selector.evaluatorOf("a[href*=before=], link[rel=prev][href]");

  private TelegramPreview() {}

  static boolean is(Page page) {
    return page.document().selectFirst(MESSAGES) != null;
  }

  static List<Advert> adverts(Page page) {
    List<Advert> adverts = new ArrayList<>();
    for (Element message : page.document().select(MESSAGES)) {
      Element text = text(message);
      if (text != null) {
        String body = BlockText.of(text);
        if (!body.isBlank()) {
          adverts.add(advert(page, message, body));
        }
      }
    }
    return adverts;
  }

  /** Returns the pages of older messages; what a message links to is never followed. */
  static List<String> links(Page page) {
    Set<String> links = new LinkedHashSet<>();
    for (Element element : page.document().select(OLDER)) {
      if (element.closest(TEXTS) == null) {
        String link = page.links().resolve(element.attr("href"));
        if (!link.isEmpty() && Page.host(link).equals(page.site())) {
          links.add(link);
        }
      }
    }
    links.remove(page.capture().url());
    return new ArrayList<>(links);
  }

  private static Advert advert(Page page, Element message, String body) {
    String post = message.attr("data-post").strip();
    String url = permalink(page, message, post);
    Advert.Builder advert =
        page.advert(Channel.MESSAGING, Page.host(url) + "/" + channel(post))
            .sourceId(post)
            .url(url)
            .body(body)
            .language(page.language());
    Element date = message.selectFirst(DATE);
    Element time = date == null ? message.selectFirst(TIME) : date.selectFirst(TIME);
    if (time != null) {
      advert.postedAt(Times.parse(time.attr("datetime")));
    }
    advert.field("author", textOf(message.selectFirst(AUTHOR)));
    advert.field("forwardedFrom", textOf(message.selectFirst(FORWARDED)));
    return advert.build();
  }

  /** The first text that isn't quoted from another message. */
  private static @Nullable Element text(Element message) {
    for (Element text : message.select(TEXTS)) {
      if (text.closest(REPLY) == null) {
        return text;
      }
    }
    return null;
  }

  private static String permalink(Page page, Element message, String post) {
    Element date = message.selectFirst(DATE);
    String url = date == null ? "" : page.links().resolve(date.attr("href"));
    return url.isEmpty() ? page.links().resolve("/" + post) : url;
  }

  private static String channel(String post) {
    int slash = post.indexOf('/');
    return slash < 0 ? post : post.substring(0, slash);
  }

  private static String textOf(@Nullable Element element) {
    return element == null ? "" : element.text();
  }
}
