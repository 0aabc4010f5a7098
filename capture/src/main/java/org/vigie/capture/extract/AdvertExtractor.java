package org.vigie.capture.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.feed.DataXml;
import org.vigie.capture.extract.feed.Feed;
import org.vigie.capture.extract.feed.JsonFeed;
import org.vigie.capture.extract.feed.Sitemap;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.link.PlainLinks;
import org.vigie.capture.extract.markup.LargeDocuments;
import org.vigie.capture.extract.offer.Classifieds;
import org.vigie.capture.extract.offer.JobBoard;
import org.vigie.capture.extract.offer.Listing;
import org.vigie.capture.extract.offer.PlainPage;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.PayloadForm;
import org.vigie.capture.extract.post.ActivityStream;
import org.vigie.capture.extract.post.AnswerPosts;
import org.vigie.capture.extract.post.ClosedNetwork;
import org.vigie.capture.extract.post.DeclaredThread;
import org.vigie.capture.extract.post.Discourse;
import org.vigie.capture.extract.post.EntryPosts;
import org.vigie.capture.extract.post.ForumThread;
import org.vigie.capture.extract.post.KnownPosts;
import org.vigie.capture.extract.post.MailArchive;
import org.vigie.capture.extract.post.MastodonTimeline;
import org.vigie.capture.extract.post.SocialPreview;
import org.vigie.capture.extract.post.StatePosts;
import org.vigie.capture.extract.post.TelegramPreview;
import org.vigie.capture.extract.post.WallPosts;
import org.vigie.capture.extract.site.PlatformPages;
import org.vigie.capture.extract.site.SiteTemplates;

/**
 * Turns captures into adverts and next links. Reads no network and keeps no state, so a better one
 * can be run over old captures. Safe for use by several threads.
 *
 * <p>The first channel that knows a page reads it. What a page says about itself is asked first; a
 * page that says nothing is read by its text.
 */
public final class AdvertExtractor {
  /** From those that are told by one word at the start to those that take what is left. */
  private static final List<ChannelReader> CHANNELS =
      List.of(
          new Sitemap(),
          new Feed(),
          new JsonFeed(),
          new MastodonTimeline(),
          new ActivityStream(),
          new KnownPosts(),
          new TelegramPreview(),
          new ClosedNetwork(),
          new DataXml(),
          new Discourse(),
          new AnswerPosts(),
          new PlatformPages(),
          new MailArchive(),
          new JobBoard(),
          new ForumThread(),
          new WallPosts(),
          new EntryPosts(),
          new DeclaredThread(),
          new SocialPreview(),
          new StatePosts(),
          new Classifieds(),
          new Listing(),
          new PlainPage());

  /** Marks what stands in a list, and in full elsewhere. */
  private static final String LISTED = Advert.CONTEXT + "listed";

  private final SiteTemplates templates;

  /** An extractor that knows no site in particular. */
  public AdvertExtractor() {
    this(SiteTemplates.none());
  }

  /**
   * @param templates asked before a page is looked into
   */
  public AdvertExtractor(SiteTemplates templates) {
    this.templates = templates;
  }

  /**
   * Returns the adverts and next links of one capture. An answer that isn't a success holds
   * neither, and that is no failure.
   */
  public Extraction extract(Capture capture, byte[] payload) {
    return extract(capture, payload, "");
  }

  /**
   * Returns the adverts and next links of one capture of a seed that names its channel.
   *
   * @param hint one of {@link #channels()}, or empty to have the channel found. Only a page of that
   *     channel yields adverts; any other, such as the site's sitemap, yields links alone
   * @throws IllegalArgumentException if the hint names no channel
   */
  public Extraction extract(Capture capture, byte[] payload, String hint) {
    ChannelReader hinted = hint.isEmpty() ? null : channel(hint);
    if (isEmpty(capture, payload)) {
      return Extraction.nothing();
    }
    return LargeDocuments.reading(() -> extract(Payload.of(capture, payload), hinted));
  }

  private Extraction extract(Payload readable, @Nullable ChannelReader hinted) {
    if (!readable.failure().isEmpty()) {
      return Extraction.failed(readable.failure());
    }
    Extraction hint = hinted == null ? null : hinted.read(readable);
    Extraction read = hint == null ? detect(readable) : hint.of(readable);
    return NamedParts.reached(hinted == null || hint != null ? read : read.linksAlone());
  }

  /**
   * Returns the next links of one capture, with no adverts: less work where nobody asks for them.
   */
  public Extraction links(Capture capture, byte[] payload) {
    return isEmpty(capture, payload)
        ? Extraction.nothing()
        : LargeDocuments.reading(() -> links(Payload.of(capture, payload)));
  }

  private Extraction links(Payload readable) {
    if (!readable.failure().isEmpty()) {
      return Extraction.nothing();
    }
    boolean known = templates.knows(readable.capture().url());
    Extraction plain = known ? null : plainLinks(readable);
    if (plain != null) {
      return plain;
    }
    Extraction ofTemplate = templates.read(readable);
    return (ofTemplate == null ? documentLinks(readable) : ofTemplate.linksAlone()).of(readable);
  }

  /** Returns all links of a page of HTML that no channel but those that take all can read. */
  public static @Nullable Extraction plainLinks(Payload readable) {
    boolean ofNoOtherChannel =
        readable.form() == PayloadForm.MARKUP
            && !Sitemap.isXml(readable.bytes())
            && !readable.isFeed()
            && !ClosedNetwork.isPreview(readable.capture().url());
    return ofNoOtherChannel ? PlainLinks.of(readable.capture().url(), readable.text()) : null;
  }

  public static Extraction documentLinks(Payload readable) {
    for (ChannelReader channel : CHANNELS) {
      Extraction extraction = channel.takesAllLinks() ? null : channel.read(readable);
      if (extraction != null) {
        return extraction.linksAlone();
      }
    }
    return readable.form() == PayloadForm.MARKUP
        ? PageLinks.with(readable.page(), List.of())
        : Extraction.nothing();
  }

  private Extraction detect(Payload payload) {
    Reading reading = reading(payload);
    Extraction extraction = reading == null ? Extraction.nothing() : reading.extraction();
    boolean wall =
        payload.form() == PayloadForm.MARKUP
            && extraction.adverts().size() == 1
            && Unread.isWall(payload.page(), extraction.adverts().iterator().next());
    if (wall) {
      return extraction.linksAlone().unread(Unread.label(payload)).of(payload);
    }
    Unread notice = reading == null ? null : notice(reading, payload);
    if (notice != null) {
      return extraction.linksAlone().unread(notice.label()).of(payload);
    }
    boolean told =
        !extraction.adverts().isEmpty()
            || !extraction.unread().isEmpty()
            || (reading != null && reading.by().tellsNone(payload));
    if (!told) {
      return extraction.unread(Unread.label(payload)).of(payload);
    }
    if (reading == null || payload.form() != PayloadForm.MARKUP) {
      return RemovedText.without(extraction).of(payload);
    }
    Extraction named = NamedParts.in(payload, reading.by(), extraction);
    return ShownImages.in(payload, RemovedText.without(named)).of(payload);
  }

  /** A page that no channel knows may show a notice of its site in place of what stood there. */
  private static @Nullable Unread notice(Reading reading, Payload payload) {
    List<Advert> adverts = reading.extraction().adverts();
    boolean beside =
        payload.form() == PayloadForm.MARKUP
            && !adverts.isEmpty()
            && adverts.stream().allMatch(one -> one.fields().containsKey(LISTED));
    if (beside && PageNotice.isInTitle(payload.page())) {
      return Unread.GONE;
    }
    boolean maybe =
        payload.form() == PayloadForm.MARKUP
            && adverts.size() <= 1
            && (reading.by() instanceof PlainPage
                || reading.by() instanceof Listing
                || reading.by() instanceof SocialPreview);
    if (!maybe) {
      return null;
    }
    String text = adverts.isEmpty() ? "" : adverts.getFirst().text();
    Unread said = PageNotice.of(payload.page(), text);
    return said != null || adverts.isEmpty() ? said : ConsentPage.of(payload.page(), text);
  }

  /**
   * A page that was read.
   *
   * @param by what read it
   * @param extraction what it yields
   */
  private record Reading(ChannelReader by, Extraction extraction) {}

  private @Nullable Reading reading(Payload payload) {
    Extraction known = templates.read(payload);
    if (known != null) {
      return new Reading(templates, known);
    }
    for (ChannelReader channel : CHANNELS) {
      Extraction extraction = channel.read(payload);
      if (extraction != null) {
        return new Reading(channel, extraction);
      }
    }
    return null;
  }

  /** Returns the names of all channels, in the order in which they are tried. */
  public static List<String> channels() {
    return CHANNELS.stream().map(ChannelReader::name).toList();
  }

  /**
   * Returns whether a capture is a page that lists others, so that its links matter and its text
   * doesn't. False for what can't be read.
   */
  public boolean isListing(Capture capture, byte[] payload) {
    return payload.length > 0
        && LargeDocuments.reading(() -> isListing(Payload.of(capture, payload)));
  }

  private boolean isListing(Payload readable) {
    Reading reading = readable.failure().isEmpty() ? reading(readable) : null;
    return reading != null && reading.by().lists(readable);
  }

  /** Returns the name of what reads a payload, or empty if nothing does. */
  String reader(Payload payload) {
    Reading reading = payload.failure().isEmpty() ? reading(payload) : null;
    return reading == null ? "" : reading.by().name();
  }

  private static boolean isEmpty(Capture capture, byte[] payload) {
    return capture.status() < 200 || capture.status() > 299 || payload.length == 0;
  }

  private static ChannelReader channel(String name) {
    for (ChannelReader channel : CHANNELS) {
      if (channel.name().equals(name)) {
        return channel;
      }
    }
    throw new IllegalArgumentException(
        "channel must be one of " + String.join(", ", channels()) + ", but was '" + name + "'");
  }
}
