package org.vigie.capture.extract.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.ShownDates;

/**
 * The messages of a conversation in Google Groups. Its class names are drawn by lot but have stayed
 * the same since 2020.
 */
final class GoogleGroup {
  private static final String TEXT_MARK = "ptW7te";
  private static final int MAX_MESSAGES = 500;

  private static final Evaluator TEXTS = Selector.evaluatorOf("." + TEXT_MARK);
  private static final Evaluator NAME = Selector.evaluatorOf("h3");
  private static final Evaluator DATES = Selector.evaluatorOf(".ELCJ4d, .zX2W9c");
  private static final Evaluator QUOTED = Selector.evaluatorOf(".gmail_quote, blockquote");

  private GoogleGroup() {}

  /** Returns an advert for each message that a page shows, none if it is no such page. */
  static List<Advert> of(Payload payload) {
    List<Advert> adverts = new ArrayList<>();
    if (!payload.marks().has(TEXT_MARK)) {
      return adverts;
    }
    Page page = payload.page();
    for (Element text : page.document().select(TEXTS)) {
      Element message = text.closest("section");
      if (adverts.size() >= MAX_MESSAGES) {
        page.cutIf(true);
        break;
      }
      Advert advert = message == null ? null : advert(page, message, text);
      if (advert != null) {
        adverts.add(advert);
      }
    }
    return adverts;
  }

  private static @Nullable Advert advert(Page page, Element message, Element text) {
    String own = MailBody.own(page.text(text, QUOTED));
    String body = own.isBlank() ? MailBody.own(page.text(text)) : own;
    if (body.isBlank()) {
      return null;
    }
    Element name = message.selectFirst(NAME);
    return page.advert(Channel.FORUM, null)
        .title(page.heading())
        .body(body)
        .language(page.language())
        .postedAt(time(page, message))
        .field("author", name == null ? "" : name.text().strip())
        .context("links", String.join(" ", HtmlLinks.of(page.links(), text)))
        .build();
  }

  /** Before the date may stand that the message is unread. */
  private static @Nullable Instant time(Page page, Element message) {
    ShownDates dates = ShownDates.on(page, List.of());
    for (Element date : message.select(DATES)) {
      Instant told = dates.find(date.text());
      if (told != null) {
        return told;
      }
    }
    return null;
  }
}
