package org.vigie.crawler.extract;

import java.util.List;
import java.util.Locale;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;

/** A detail page without structured data: its title, and its main content as the text. */
final class PlainPage {
  /** Fewer words are a notice, not an advert. */
  private static final int MIN_WORDS = 8;

  private static final List<String> FORUM_WORDS =
      List.of("/forum", "/thread", "/topic", "showthread", "viewtopic", "/discussion");

  private PlainPage() {}

  static List<Advert> adverts(Page page) {
    String body = MainContent.of(page.document());
    String title = title(page);
    if (TextBlock.words(body) < MIN_WORDS) {
      body = page.meta("og:description");
      if (TextBlock.words(body) < MIN_WORDS) {
        return List.of();
      }
    }
    if (body.startsWith(title + "\n")) {
      body = body.substring(title.length() + 1);
    }
    Advert advert =
        page.advert(channel(page), null)
            .title(title)
            .body(body)
            .language(page.language())
            .postedAt(Times.parse(page.meta("article:published_time")))
            .field("author", page.meta("author"))
            .build();
    return List.of(advert);
  }

  private static String title(Page page) {
    String heading = page.heading();
    if (!heading.isEmpty()) {
      return heading;
    }
    String og = page.meta("og:title");
    return og.isEmpty() ? page.document().title() : og;
  }

  private static Channel channel(Page page) {
    String url = page.capture().url().toLowerCase(Locale.ROOT);
    boolean forum =
        FORUM_WORDS.stream().anyMatch(url::contains)
            || page.document().selectFirst("[itemtype$=DiscussionForumPosting]") != null;
    return forum ? Channel.FORUM : Channel.CLASSIFIEDS;
  }
}
