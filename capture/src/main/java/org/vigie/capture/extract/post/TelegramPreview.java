package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.link.QueryParameter;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;

/** The public preview of a Telegram channel ({@code /s/NAME}): each message with text an advert. */
public final class TelegramPreview implements ChannelReader {
  private static final Evaluator MESSAGES = Selector.evaluatorOf(".tgme_widget_message[data-post]");
  private static final Evaluator OLDER =
      Selector.evaluatorOf("a[href*=before=], link[rel=prev][href]");

  @Override
  public String name() {
    return "telegram";
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
    if (!payload.marks().has("tgme_widget_message")) {
      return isEmptySearch(payload) ? Extraction.nothing().unread("links-alone") : null;
    }
    Page page = payload.page();
    List<Element> messages = page.document().select(MESSAGES);
    if (messages.isEmpty()) {
      return null;
    }
    List<Advert> adverts = new ArrayList<>();
    for (Element message : messages) {
      // No channel has a message within another; taking only the outer ones bounds the time.
      boolean inner = message.parent() != null && message.parent().closest(MESSAGES) != null;
      Advert advert = inner ? null : new TelegramMessage(page, message).advert();
      if (advert != null) {
        adverts.add(advert);
      }
    }
    Advert channel = new TelegramChannel(page).advert();
    if (channel != null) {
      adverts.add(channel);
    }
    String older = older(page);
    return Extraction.paged(adverts, older.isEmpty() ? List.of() : List.of(older), older);
  }

  /** A search that found nothing shows the channel beside it. */
  private static boolean isEmptySearch(Payload payload) {
    return payload.marks().has("tgme_channel_info")
        && !QueryParameter.get(payload.capture().url(), "q").isEmpty();
  }

  /** Returns the page of older messages; what a message links to is never followed. */
  private static String older(Page page) {
    for (Element element : page.document().select(OLDER)) {
      if (element.closest(MESSAGES) == null) {
        String link = page.links().resolve(element.attr("href"));
        if (Page.host(link).equals(page.site()) && !link.equals(page.capture().url())) {
          return link;
        }
      }
    }
    return "";
  }
}
