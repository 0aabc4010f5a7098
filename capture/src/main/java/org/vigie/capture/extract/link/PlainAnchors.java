package org.vigie.capture.extract.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.LinkResolver;

/** The anchors of a page that is written plainly, and how its links are to be read. */
final class PlainAnchors {
  /** One anchor, area or link to a next page. */
  static final class Anchor {
    private final @Nullable String href;
    private final boolean follow;
    final AnchorText text = new AnchorText();

    Anchor(@Nullable String href, boolean follow) {
      this.href = href;
      this.follow = follow;
    }
  }

  private final List<Anchor> anchors = new ArrayList<>();
  private @Nullable String base;
  private boolean nofollow;

  void add(Anchor anchor) {
    anchors.add(anchor);
  }

  int count() {
    return anchors.size();
  }

  /** Takes the address against which links are resolved; the first counts. */
  void resolveAgainst(@Nullable String address) {
    base = base == null ? address : base;
  }

  /** Takes note that no link of the page is to be followed. */
  void dropAll() {
    nofollow = true;
  }

  /** Returns where they lead, with their texts. */
  Extraction extraction(String url) {
    LinkResolver own = LinkResolver.of(url);
    String resolved = base == null ? "" : own.resolve(base);
    LinkResolver resolver = resolved.isEmpty() ? own : LinkResolver.of(resolved);
    Map<String, String> links = new LinkedHashMap<>();
    for (Anchor anchor : nofollow ? List.<Anchor>of() : anchors) {
      String link = anchor.href == null || !anchor.follow ? "" : resolver.resolve(anchor.href);
      if (!link.isEmpty() && PageLinks.isPage(link)) {
        links.merge(link, anchor.text.kept(), (first, more) -> first.isEmpty() ? more : first);
      }
    }
    links.remove(url);
    return Extraction.ofLinks(links);
  }
}
