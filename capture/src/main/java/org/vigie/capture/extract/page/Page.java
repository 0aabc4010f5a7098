package org.vigie.capture.extract.page;

import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Channel;
import org.vigie.advert.Provenance;
import org.vigie.capture.extract.markup.BlockText;
import org.vigie.capture.extract.markup.BlockTree;
import org.vigie.capture.extract.markup.DescribedText;
import org.vigie.capture.extract.markup.ParsedMarkup;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.markup.TextBlocks;

/** One captured page, parsed. What is read from it more than once is kept. */
public final class Page {
  private static final Evaluator HTML = Selector.evaluatorOf("html");
  private static final Evaluator NAMED_TIME =
      Selector.evaluatorOf(
          "[itemprop~=^date(Posted|Published|Created)$][content], [property~=^dc:(date|created)][content]");

  private static final Pattern HOME = Pattern.compile("/|/(?:.*/)?index\\.[a-z]{2,5}");

  private static final Evaluator TIME = Selector.evaluatorOf("time[datetime]");

  /**
   * Characters and nodes looked at in the texts that {@link #text} and {@link #described} return,
   * all together: as many as a page may have characters. Only one that says the same again and
   * again has more.
   */
  public static final int MAX_TEXTS = ParsedMarkup.MAX_CHARS;

  private final Capture capture;
  private final ParsedMarkup markup;
  private final PageIndex index;
  private final LinkResolver links;
  private final Set<String> images = new LinkedHashSet<>();
  private @Nullable String language;
  private @Nullable String heading;
  private boolean cut;
  private int room = MAX_TEXTS;
  private @Nullable BlockTree blocks;
  private @Nullable List<Item> jsonLd;
  private @Nullable Map<String, String> metas;

  private Page(Capture capture, ParsedMarkup markup, boolean xml) {
    this.capture = capture;
    this.markup = markup;
    cut = markup.cut();
    index = PageIndex.of(markup.document());
    Element base = xml ? null : index.base();
    LinkResolver own = LinkResolver.of(capture.url());
    String resolved = base == null ? "" : own.resolve(base.attr("href"));
    links = resolved.isEmpty() ? own : LinkResolver.of(resolved);
  }

  public Capture capture() {
    return capture;
  }

  public Document document() {
    return markup.document();
  }

  /** Returns whether there was more than is looked at, as far as is known by now. */
  public boolean cut() {
    return cut;
  }

  /** Notes whether a reader found more than it looks at. */
  public void cutIf(boolean more) {
    cut |= more;
  }

  /** Returns the text of a description that may hold markup. */
  public String described(String html) {
    int length = BlockText.lengthWithin(html, room);
    room -= length;
    DescribedText described = DescribedText.of(html.substring(0, length));
    cutIf(described.cut() || length < html.length());
    return described.text();
  }

  /** Returns the text of an element, a line per block. */
  public String text(Element element) {
    return text(element, null);
  }

  /** Returns the text of an element but for some of those in it. */
  public String text(Element element, @Nullable Evaluator leftOut) {
    BlockText text = BlockText.of(element, leftOut, room);
    room -= text.looked();
    cutIf(text.cut());
    return text.text();
  }

  /** Returns the elements that several readers ask for. */
  public PageIndex index() {
    return index;
  }

  public LinkResolver links() {
    return links;
  }

  /** Returns the text of the page in blocks, its boilerplate left out. */
  public BlockTree blocks() {
    if (blocks == null) {
      blocks = new BlockTree(document().body(), textBlocks(false));
    }
    return blocks;
  }

  /** As {@link #blocks()}, leaving out what stands beside the one thing that is for sale. */
  public List<TextBlock> blocksOfProduct() {
    return textBlocks(true);
  }

  private List<TextBlock> textBlocks(boolean product) {
    TextBlocks found = TextBlocks.of(document().body(), product);
    cutIf(found.cut());
    return found.list();
  }

  /** Returns what the page declares in JSON-LD. */
  public List<Item> jsonLd() {
    if (jsonLd == null) {
      jsonLd = JsonLd.items(index.scripts());
    }
    return jsonLd;
  }

  /** Parses HTML, or XML if it is a feed. */
  public static Page parse(Capture capture, Reader text, boolean xml) {
    String url = capture.url();
    ParsedMarkup markup = xml ? ParsedMarkup.xml(text, url) : ParsedMarkup.html(text, url);
    ArchiveFrame.strip(markup.document(), host(url));
    return new Page(capture, markup, xml);
  }

  /** Returns the address that the page says is its own, or empty. */
  public String canonical() {
    for (Element link : index.links()) {
      if (link.normalName().equals("link") && link.attr("rel").equalsIgnoreCase("canonical")) {
        return links.resolve(link.attr("href"));
      }
    }
    return "";
  }

  /** Returns the host without port, or the whole address if it has none. */
  public String site() {
    return host(capture.url());
  }

  public static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? url : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return url;
    }
  }

  /** Returns the language that the page declares, without its region. */
  public String language() {
    if (language == null) {
      // In XML there is no such element, and each advert asks.
      Element html = document().selectFirst(HTML);
      language = html == null ? "" : language(html.attr("lang"));
    }
    return language;
  }

  /** Returns the two-letter code at the start of a language tag, or empty. */
  public static String language(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < lower.length() && lower.charAt(end) >= 'a' && lower.charAt(end) <= 'z') {
      end++;
    }
    return end == 2 ? lower.substring(0, 2) : "";
  }

  /**
   * Returns the heading of the first rank that the page's title begins with, or else the first that
   * has text and isn't the site's name, or empty.
   */
  public String heading() {
    if (heading == null) {
      heading = readHeading();
    }
    return heading;
  }

  private String readHeading() {
    String title = document().title();
    String first = "";
    for (Element h1 : index.headings()) {
      String text = h1.text().strip();
      if (!text.isEmpty() && title.startsWith(text)) {
        return text;
      }
      first = first.isEmpty() && !isSiteName(h1, text) ? text : first;
    }
    String lesser =
        first.isEmpty() || title.endsWith(first) ? LesserHeading.of(document(), title) : "";
    return lesser.isEmpty() ? first : lesser;
  }

  /** A heading that leads home and is no part of the page's title names the site. */
  private boolean isSiteName(Element h1, String text) {
    Element link = h1.childrenSize() == 1 ? h1.child(0) : null;
    if (link == null || !link.normalName().equals("a") || document().title().contains(text)) {
      return false;
    }
    String url = links.resolve(link.attr("href"));
    return !document().title().isEmpty()
        && host(url).equals(site())
        && HOME.matcher(LinkResolver.path(url)).matches();
  }

  /** Returns what the page is called: by its heading, else by what it declares. */
  public String title() {
    String heading = heading();
    String declared = heading.isEmpty() ? meta("og:title") : heading;
    return declared.isEmpty() ? document().title() : declared;
  }

  /** Returns the first time that the page shows in a form for programs, or null. */
  public @Nullable Instant shownTime() {
    Element time = document().selectFirst(TIME);
    if (time == null) {
      Element named = document().selectFirst(NAMED_TIME);
      return named == null ? null : Times.parse(named.attr("content"));
    }
    return Times.parse(time.attr("datetime"));
  }

  /** Returns the content of the first {@code meta} element of a name or property, or empty. */
  public String meta(String name) {
    if (metas == null) {
      metas = new HashMap<>();
      for (Element meta : index.metas()) {
        if (meta.hasAttr("content")) {
          String content = meta.attr("content").strip();
          metas.putIfAbsent(meta.attr("property"), content);
          metas.putIfAbsent(meta.attr("name"), content);
        }
      }
    }
    return metas.getOrDefault(name, "");
  }

  /**
   * Returns the hashes of the addresses of an advert's pictures, and keeps the addresses for {@link
   * #images}.
   */
  public String imageHashes(Collection<String> urls) {
    String hashes = ImageHash.ofUrls(urls);
    if (!hashes.isEmpty()) {
      images.addAll(urls);
    }
    return hashes;
  }

  /** Returns the addresses of pictures that were hashed so far. */
  Set<String> images() {
    return images;
  }

  /** Starts an advert of this page with all that does not depend on its markup. */
  public Advert.Builder advert(Channel channel, @Nullable String site) {
    return Advert.builder(channel, site == null ? site() : site, capture.fetchedAt())
        .url(capture.url())
        .mandate(capture.mandate())
        .provenance(
            new Provenance(
                capture.container(),
                capture.offset(),
                capture.payloadDigest(),
                capture.fetchedAt()));
  }
}
