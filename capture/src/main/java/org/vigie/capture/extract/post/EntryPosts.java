package org.vigie.capture.extract.post;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;

/**
 * Pages that mark several entries by microformats, as blogs, Mastodon and IndieWeb sites do.
 *
 * @see <a href="https://microformats.org/wiki/h-entry">microformats2 h-entry</a>
 * @see <a href="https://microformats.org/wiki/hatom">hAtom 0.1</a>
 */
public final class EntryPosts implements ChannelReader {
  /** One entry alone is an article, which its page shows better. */
  private static final int MIN_ENTRIES = 2;

  /** Class name of an entry → how its parts are marked. */
  private static final List<Map.Entry<String, WallMarkup>> KNOWN =
      List.of(
          Map.entry(
              "h-entry",
              markup(
                  ".h-entry",
                  ".e-content",
                  ".p-name:not(.e-content):not(.p-author *):not(.h-card *)",
                  ".p-author .p-name, .h-card .p-name, .p-author, .h-card",
                  ".dt-published[datetime], time[datetime], .dt-published[value]",
                  "a.u-url.u-uid[href], a.u-url[href]:not(.h-card)")),
          Map.entry(
              "hentry",
              markup(
                  ".hentry",
                  ".entry-content, .entry-summary, .post-body",
                  ".entry-title:not(.author *), .post-title",
                  ".vcard .fn, .author .fn, .post-author .fn, [rel=author]",
                  ".published[datetime], .published[title], time.entry-date[datetime]",
                  ".entry-title a[href], .post-title a[href], a[rel=bookmark][href]")));

  private static WallMarkup markup(
      String posts, String text, String title, String author, String time, String link) {
    return WallMarkup.of(Channel.SOCIAL, posts, text, title, author, time, link);
  }

  @Override
  public String name() {
    return "entries";
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
    for (Map.Entry<String, WallMarkup> known : KNOWN) {
      if (payload.marks().has(known.getKey())) {
        List<Advert> adverts = WallPosts.adverts(payload.page(), known.getValue());
        boolean titled =
            known.getKey().equals("h-entry")
                || adverts.stream().anyMatch(advert -> !advert.title().isBlank());
        if (adverts.size() >= MIN_ENTRIES && titled) {
          return PageLinks.with(payload.page(), adverts);
        }
      }
    }
    return null;
  }
}
