package org.vigie.capture.extract.post;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;

/** What a Telegram channel says of itself beside its messages: its contacts often stand there. */
record TelegramChannel(Page page) {
  private static final Evaluator TITLE = Selector.evaluatorOf(".tgme_channel_info_header_title");
  private static final Evaluator NAME =
      Selector.evaluatorOf(".tgme_channel_info_header_username a[href]");
  private static final Evaluator DESCRIPTION =
      Selector.evaluatorOf(".tgme_channel_info_description");

  /** Returns it as an advert, or null if it says nothing. */
  @Nullable Advert advert() {
    Element description = page.document().selectFirst(DESCRIPTION);
    Element name = page.document().selectFirst(NAME);
    String text = description == null ? "" : page.text(description);
    if (description == null || name == null || text.isBlank()) {
      return null;
    }
    Element title = page.document().selectFirst(TITLE);
    String handle = name.text().strip().replaceFirst("^@", "");
    String url = page.links().resolve(name.attr("href"));
    return page.advert(Channel.MESSAGING, Page.host(url) + "/" + handle)
        .sourceId(handle)
        .url(url)
        .title(title == null ? "" : title.text())
        .body(text)
        .language(page.language())
        .context("links", String.join(" ", HtmlLinks.of(page.links(), description)))
        .build();
  }
}
