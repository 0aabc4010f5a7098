package org.vigie.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Everything that one host serves. */
final class Site {
  private final SiteFrame frame;
  private final AdvertPages pages;

  private Site(SiteFrame frame, AdvertPages pages) {
    this.frame = frame;
    this.pages = pages;
  }

  /** Returns the sites of a world. */
  static Map<Host, Site> all(Layout layout) {
    Map<Host, Site> sites = new EnumMap<>(Host.class);
    for (Host host : Host.values()) {
      SiteFrame frame = SiteFrame.of(host);
      AdvertPages pages =
          switch (host) {
            case ANNONCES -> new ClassifiedsPages(frame, layout);
            case JOBS -> new JobPages(frame, layout);
            case TELEGRAM -> new ChannelPages(frame, layout);
            case NEWS -> new FeedPages(frame, layout);
            case BOARD -> new PlainPages(frame, layout);
          };
      sites.put(host, new Site(frame, pages));
    }
    return sites;
  }

  Optional<ServedPage> findPage(RequestTarget target, String origin) {
    Optional<ServedPage> standing = frame.findPage(target);
    return standing.isPresent() ? standing : pages.findPage(target, origin);
  }

  /** The pages of a site that carry adverts or lead to them. */
  interface AdvertPages {
    /**
     * Returns the page at a target, if the site has it.
     *
     * @param origin scheme, host and port, for links that have to be absolute
     */
    Optional<ServedPage> findPage(RequestTarget target, String origin);
  }
}
