package org.vigie.capture.extract.post;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Times;

/** One message in the preview of a Telegram channel. */
record TelegramMessage(Page page, Element element) {
  /** A message that links to more is a directory; the first ones tell it as well. */
  private static final int MAX_LINKS = 50;

  private static final Evaluator TEXTS = Selector.evaluatorOf(".tgme_widget_message_text");
  private static final Evaluator REPLY = Selector.evaluatorOf(".tgme_widget_message_reply");
  private static final Evaluator REPLY_LINK =
      Selector.evaluatorOf("a.tgme_widget_message_reply[href]");
  private static final Evaluator DATE = Selector.evaluatorOf("a.tgme_widget_message_date[href]");
  private static final Evaluator TIME = Selector.evaluatorOf("time[datetime]");
  private static final Evaluator META = Selector.evaluatorOf(".tgme_widget_message_meta");
  private static final Evaluator AUTHOR = Selector.evaluatorOf(".tgme_widget_message_from_author");
  private static final Evaluator OWNER = Selector.evaluatorOf(".tgme_widget_message_owner_name");
  private static final Evaluator FORWARDED =
      Selector.evaluatorOf(".tgme_widget_message_forwarded_from_name");
  private static final Evaluator POLL =
      Selector.evaluatorOf(
          ".tgme_widget_message_poll_question, .tgme_widget_message_poll_option_text");
  private static final Evaluator LINKS =
      Selector.evaluatorOf(
          ".tgme_widget_message_text a[href], a.tgme_widget_message_link_preview[href],"
              + " a.tgme_widget_message_inline_button[href]");
  private static final Evaluator PICTURES =
      Selector.evaluatorOf(
          ".tgme_widget_message_photo_wrap[style], .tgme_widget_message_video_thumb[style]");

  /** Returns the message as an advert, or null if it has no text. */
  @Nullable Advert advert() {
    String body = body();
    // "Pinned a message" is said by the service, and repeats what stands above.
    if (body.isBlank() || element.hasClass("service_message")) {
      return null;
    }
    String post = element.attr("data-post").strip();
    String url = permalink(post);
    Element date = element.selectFirst(DATE);
    Element time = (date == null ? element : date).selectFirst(TIME);
    Element forwarded = element.selectFirst(FORWARDED);
    return page.advert(Channel.MESSAGING, Page.host(url) + "/" + channel(post))
        .sourceId(post)
        .url(url)
        .body(body)
        .language(page.language())
        .postedAt(time == null ? null : Times.parse(time.attr("datetime")))
        .field("author", author())
        .field("forwardedFrom", textOf(forwarded))
        .context("forwardedFrom", forwarded == null ? "" : href(forwarded))
        .context("replyTo", replyTo())
        .context("edited", isEdited() ? "true" : "")
        .context("links", String.join(" ", links()))
        .context("images", page.imageHashes(pictures()))
        .build();
  }

  /** A channel speaks in its own name where nobody signs. */
  private String author() {
    String signed = textOf(element.selectFirst(AUTHOR));
    return signed.isEmpty() ? textOf(element.selectFirst(OWNER)) : signed;
  }

  /** The first text that isn't quoted from another message, else the words of a poll. */
  private String body() {
    for (Element text : element.select(TEXTS)) {
      if (text.closest(REPLY) == null) {
        return page.text(text);
      }
    }
    StringBuilder poll = new StringBuilder();
    for (Element part : element.select(POLL)) {
      poll.append(poll.isEmpty() ? "" : "\n").append(part.text());
    }
    return poll.toString();
  }

  private String permalink(String post) {
    Element date = element.selectFirst(DATE);
    String url = date == null ? "" : href(date);
    return url.isEmpty() ? page.links().resolve("/" + post) : url;
  }

  private String replyTo() {
    Element reply = element.selectFirst(REPLY_LINK);
    return reply == null ? "" : href(reply);
  }

  /** The word stands before the time, outside of any element of its own. */
  private boolean isEdited() {
    Element meta = element.selectFirst(META);
    return meta != null && meta.ownText().contains("edited");
  }

  private Set<String> links() {
    Set<String> links = new LinkedHashSet<>();
    for (Element link : element.select(LINKS)) {
      boolean hashtag = link.attr("href").startsWith("?q=");
      if (!hashtag && link.closest(REPLY) == null && links.size() < MAX_LINKS) {
        links.add(href(link));
      }
    }
    links.remove("");
    return links;
  }

  private Set<String> pictures() {
    Set<String> pictures = new LinkedHashSet<>();
    for (Element picture : element.select(PICTURES)) {
      pictures.add(page.links().resolve(background(picture.attr("style"))));
    }
    return pictures;
  }

  /** Returns the address within {@code background-image:url('…')}, or empty. */
  private static String background(String style) {
    int start = style.indexOf("url(");
    int end = start < 0 ? -1 : style.indexOf(')', start);
    if (end < 0) {
      return "";
    }
    String address = style.substring(start + "url(".length(), end).strip();
    boolean quoted = address.length() > 1 && "'\"".indexOf(address.charAt(0)) >= 0;
    return quoted ? address.substring(1, address.length() - 1) : address;
  }

  private String href(Element link) {
    return page.links().resolve(link.attr("href"));
  }

  private static String channel(String post) {
    int slash = post.indexOf('/');
    return slash < 0 ? post : post.substring(0, slash);
  }

  private static String textOf(@Nullable Element element) {
    return element == null ? "" : element.text();
  }
}
